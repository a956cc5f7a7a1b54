import type { OutputOf } from '../../../src/contracts/operations'
import { DAY, MORNING } from '../support/making'

type Motion = OutputOf<'motions.get'>
type Ballot = NonNullable<Motion['ballot']>

export const NEEDED = { quorum: 128, forAtQuorum: 65, forAtFull: 96 }

export const aBallot = (more: Partial<Ballot> = {}): Ballot => ({
  id: 'poll.1',
  state: 'voting',
  ballots: 'open',
  mayChange: true,
  opensAt: MORNING - DAY,
  closesAt: Date.now() + 2 * DAY,
  units: 191,
  represented: 191,
  rollHash: 'ab'.repeat(32),
  takingPart: 103,
  needed: NEEDED,
  tally: null,
  fingerprint: null,
  mine: [],
  slips: [],
  ...more,
})

export const aMotion = (more: Partial<Motion> = {}): Motion => ({
  id: 'motion.1',
  no: 'YT2611230001',
  title: '30栋到34栋一侧划停车位',
  state: 'voting',
  ending: null,
  proposer: '30栋陈女士',
  proposedAt: MORNING - 10 * DAY,
  seconds: 3,
  secondsNeeded: 3,
  nextAt: null,
  speeches: { for: 2, against: 1 },
  poll: null,
  waitsForMe: false,
  version: 7,
  councilId: 'council.1',
  councilName: '楼栋长议事会',
  rule: 'ordinary',
  text: '巷子南侧划12个车位，先到先停。',
  who: '驻格交警',
  byWhen: MORNING + 30 * DAY,
  costFen: 468_050,
  concern: { id: 'c1', title: '30栋门口停满车' },
  mine: false,
  note: '',
  versions: [{ at: MORNING - 10 * DAY, changed: '' }],
  secondedBy: [{ unitId: 'JX-031', label: '31栋' }],
  units: 191,
  needed: NEEDED,
  debateFrom: null,
  said: [],
  maySpeak: false,
  mayEnterSlips: false,
  ballot: null,
  publicity: null,
  timeline: [
    { seq: 1, kind: 'propose', at: MORNING - 10 * DAY, by: '陈女士', role: 'resident', note: '' },
    { seq: 2, kind: 'screen', at: MORNING - 8 * DAY, by: '周国梁', role: 'secretary', note: '可以上会' },
  ],
  standsFor: [],
  may: [],
  ...more,
})

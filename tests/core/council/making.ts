import { DAY } from '../../../src/core/concerns/calendar'
import type { Candidate, Election } from '../../../src/core/council/candidates'
import type { Motion, MotionState, MotionStatus, Proposal } from '../../../src/core/council/motion'
import type { MotionSituation } from '../../../src/core/council/motion-step'
import { publicityAfter } from '../../../src/core/council/publicity'
import type { Tally } from '../../../src/core/council/tally'
import type { Actor, Grant, Role } from '../../../src/core/people/actor'

export const NOW = Date.UTC(2026, 10, 27, 4)
export const GRID = '441302010.001.005'
const LONG_AGO = NOW - 100 * DAY

export const WORDS = {
  title: '老年活动室几点开、钥匙谁管',
  text: '每天7:30至11:30、14:30至20:30开放，1栋、64栋楼栋长各管一把钥匙。',
  who: '1栋、64栋楼栋长',
  byWhen: NOW + 30 * DAY,
  costFen: 0,
}

export const counted = (outcome: Tally['outcome'], all = 191): Tally => ({
  units: { all, for: 101, against: 33, abstain: 4 },
  area: null,
  outcome,
})

const PROPOSAL: Proposal = {
  id: 'm9',
  streetId: '441302010',
  no: 'YT2611270001',
  councilId: 'jinxing-20',
  gridPath: GRID,
  concernId: null,
  rule: 'ordinary',
  proposerId: 'li',
  proposerUnitId: null,
  proposedAt: LONG_AGO,
  versions: [{ ...WORDS, at: LONG_AGO, changed: '' }],
  seconds: [],
  timesReturned: 0,
  timesPolled: 0,
  timesReviewed: 0,
  clock: 1,
}

const tally = counted('passed')
/** A motion in each state, everything it waits for long past, so that only right and state decide. */
const STATUS: { [State in MotionState]: Extract<MotionStatus, { state: State }> } = {
  proposed: { state: 'proposed' },
  seconded: { state: 'seconded' },
  returned: { state: 'returned', note: '请写清楚谁来做' },
  scheduled: { state: 'scheduled' },
  announced: { state: 'announced', announcedAt: LONG_AGO },
  debating: { state: 'debating', announcedAt: LONG_AGO },
  voting: { state: 'voting', announcedAt: LONG_AGO, pollId: 'p1' },
  no_quorum: { state: 'no_quorum', announcedAt: LONG_AGO, tally: counted('no_quorum'), talliedAt: LONG_AGO },
  run_off: { state: 'run_off', announcedAt: LONG_AGO, tally: counted('tied'), talliedAt: NOW - 95 * DAY },
  lot: { state: 'lot', tally: counted('tied') },
  publicity: { state: 'publicity', tally, publicity: { from: NOW - DAY, until: NOW + DAY }, objections: [] },
  in_review: { state: 'in_review', tally, publicity: publicityAfter(LONG_AGO), objections: [] },
  in_force: { state: 'in_force', tally },
  implementing: { state: 'implementing', tally, acceptedBy: [] },
  result_publicity: { state: 'result_publicity', tally, publicity: publicityAfter(LONG_AGO) },
  ended: { state: 'ended', ending: 'archived', note: '', endedAt: LONG_AGO, tally },
}

export const motionIn = (state: MotionState, differently: Partial<Proposal> = {}): Motion => ({
  ...PROPOSAL,
  ...((state === 'run_off' || state === 'lot') && { election: TIED }),
  ...differently,
  ...STATUS[state],
})

const candidate = (id: string, agreedAt: number | null = LONG_AGO): Candidate => ({
  id,
  personId: `person ${id}`,
  unitId: `house ${id}`,
  agreedAt,
  statement: '',
})

/** 何 and 曾 had equally many votes for the one office; 温 had fewer, 邓 never agreed to be voted for. */
export const TIED: Election = {
  office: 'chair',
  seats: 1,
  candidates: [candidate('何'), candidate('曾'), candidate('温'), candidate('邓', null)],
  elected: [],
  tied: ['何', '曾'],
  draw: { drawnBy: 'who drew', at: LONG_AGO, note: '两张纸条放碗里', drawn: ['曾'], watchedBy: null },
}

const grant = (role: Role, gridPath = GRID, buildingId: string | null = null): Grant => ({
  role,
  gridPath,
  buildingId,
  departmentId: null,
})
export const office = (role: Role, gridPath = GRID): Actor => ({
  personId: `a ${role}`,
  realNameLevel: 2,
  hasPhone: true,
  grants: [grant(role, gridPath)],
})
export const headOf = (...buildingIds: string[]): Actor => ({
  personId: `head of ${buildingIds.join()}`,
  realNameLevel: 2,
  hasPhone: true,
  grants: buildingIds.map((id) => grant('head', `${GRID}.01`, id)),
})
export const resident = (personId: string): Actor => ({
  personId,
  realNameLevel: 2,
  hasPhone: true,
  grants: [],
})

export function situation(
  motion: Motion,
  actor: Actor,
  differently: Partial<Omit<MotionSituation, 'motion' | 'actor'>> = {},
): MotionSituation {
  const standsFor = actor.grants.flatMap(({ buildingId }) => (buildingId ? [buildingId] : []))
  const council = { gridPath: GRID, units: 191, chairId: 'chair' }
  return { motion, actor, now: NOW, council, standsFor, livesHere: true, ...differently }
}

import { DAY } from '../../../src/core/concerns/calendar'
import { MOTION_STATES, type MotionState } from '../../../src/core/council/motion'
import {
  MOTION_EVENTS,
  type MotionEvent,
  type MotionEventKind,
} from '../../../src/core/council/motion-events'
import { allowedOnMotion, decideMotion } from '../../../src/core/council/motion-machine'
import { type Actor, CLOCK, GUEST, ROLES } from '../../../src/core/people/actor'
import { counted, GRID, headOf, motionIn, NOW, office, resident, situation, WORDS } from './making'

/** Where an event leads from each state; a dot: not from there. Written by hand from domain rule 4.3.2. */
const LEADS = `
               proposed seconded  returned scheduled announced debating voting    no_quorum run_off lot       publicity in_review in_force     implementing result_publicity ended
  second       proposed .         .        .         .         .        .         .         .       .         .         .         .            .            .                .
  screen       .        scheduled .        .         .         .        .         .         .       .         .         .         .            .            .                .
  nominate     .        .         .        .         .         .        .         .         .       .         .         .         .            .            .                .
  stand        .        .         .        .         .         .        .         .         .       .         .         .         .            .            .                .
  step_down    .        .         .        .         .         .        .         .         .       .         .         .         .            .            .                .
  revise       .        .         seconded .         .         .        .         .         .       .         .         .         .            .            .                .
  announce     .        .         .        announced .         .        .         .         .       .         .         .         .            .            .                .
  open_debate  .        .         .        .         debating  .        .         .         .       .         .         .         .            .            .                .
  amend        .        .         .        .         .         debating .         .         .       .         .         .         .            .            .                .
  open_poll    .        .         .        .         voting    voting   .         voting    voting  .         .         .         .            .            .                .
  extend       .        .         .        .         .         .        voting    .         .       .         .         .         .            .            .                .
  tally        .        .         .        .         .         .        publicity .         .       .         .         .         .            .            .                .
  void         .        .         .        .         .         .        ended     .         .       .         .         .         .            .            .                .
  leave_to_lot .        .         .        .         .         .        .         .         lot     .         .         .         .            .            .                .
  draw         .        .         .        .         .         .        .         .         .       lot       .         .         .            .            .                .
  watch        .        .         .        .         .         .        .         .         .       publicity .         .         .            .            .                .
  object       .        .         .        .         .         .        .         .         .       .         publicity .         .            .            .                .
  review       .        .         .        .         .         .        .         .         .       .         .         in_force  .            .            .                .
  enforce      .        .         .        .         .         .        .         .         .       .         in_force  .         .            .            .                .
  begin        .        .         .        .         .         .        .         .         .       .         .         .         implementing .            .                .
  accept       .        .         .        .         .         .        .         .         .       .         .         .         .            implementing .                .
  send_back    .        .         .        .         .         .        .         .         .       .         .         .         .            implementing .                .
  archive      .        .         .        .         .         .        .         .         .       .         .         .         .            .            ended            .
  withdraw     ended    ended     ended    ended     ended     ended    .         .         .       .         .         .         .            .            .                .
  lapse        ended    .         .        .         .         .        .         ended     .       .         .         .         .            .            .                .
`

/** Who may: P the proposer, C the chair, h a head of the council, else offices over the council's grid; k the clock. */
const WHO: Record<MotionEventKind, string[]> = {
  second: ['head'],
  screen: ['secretary', 'community_staff'],
  // Motions that elect nobody gather no candidates: elections.test.ts asks those that do.
  nominate: [],
  stand: [],
  step_down: [],
  revise: ['proposer'],
  announce: ['secretary', 'grid_staff', 'grid_head'],
  open_debate: ['chair'],
  amend: ['proposer'],
  open_poll: ['chair'],
  extend: ['chair'],
  tally: ['clock'],
  void: ['community_staff', 'street_admin'],
  leave_to_lot: ['clock'],
  draw: ['secretary', 'grid_staff', 'grid_head'],
  watch: ['head'],
  object: ['head'],
  review: ['community_staff', 'street_admin'],
  enforce: ['clock'],
  begin: ['secretary', 'grid_staff', 'grid_head'],
  accept: ['head'],
  send_back: ['head'],
  archive: ['clock'],
  withdraw: ['proposer'],
  lapse: ['clock'],
}

const EVENTS: { [Kind in MotionEventKind]: Extract<MotionEvent, { kind: Kind }> } = {
  second: { kind: 'second', unitId: 'JX-23' },
  nominate: { kind: 'nominate', candidateId: 'k', personId: 'he', houseId: 'JX-12' },
  stand: { kind: 'stand', candidateId: 'k', unitId: 'JX-23', statement: '' },
  step_down: { kind: 'step_down' },
  leave_to_lot: { kind: 'leave_to_lot' },
  draw: { kind: 'draw', drawn: ['何'], note: '两张纸条放碗里' },
  watch: { kind: 'watch', unitId: 'JX-23' },
  screen: { kind: 'screen', decision: 'schedule', note: '' },
  revise: { kind: 'revise', words: WORDS, changed: '写清了谁来做' },
  announce: { kind: 'announce' },
  open_debate: { kind: 'open_debate' },
  amend: { kind: 'amend', words: WORDS, changed: '晚上改到20:00' },
  open_poll: { kind: 'open_poll', pollId: 'p2' },
  extend: { kind: 'extend', closesAt: NOW + DAY },
  tally: { kind: 'tally', tally: counted('passed') },
  void: { kind: 'void', note: '名册有误' },
  object: { kind: 'object', unitId: 'JX-23' },
  review: { kind: 'review', decision: 'uphold', note: '' },
  enforce: { kind: 'enforce' },
  begin: { kind: 'begin' },
  accept: { kind: 'accept', unitId: 'JX-23' },
  send_back: { kind: 'send_back', unitId: 'JX-23', note: '还漏水' },
  archive: { kind: 'archive' },
  withdraw: { kind: 'withdraw', note: '' },
  lapse: { kind: 'lapse' },
}

const [columns = [], ...rows] = LEADS.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const leadsTo = (kind: MotionEventKind, state: MotionState): string =>
  rows.find(([name]) => name === kind)?.[columns.indexOf(state) + 1] ?? 'missing'

const ASKING: { name: string; actor: Actor }[] = [
  { name: 'proposer', actor: resident('li') },
  { name: 'chair', actor: resident('chair') },
  { name: 'head', actor: headOf('JX-23') },
  { name: 'neighbour', actor: resident('chen') },
  { name: 'guest', actor: GUEST },
  { name: 'clock', actor: CLOCK },
  ...ROLES.filter((role) => !['guest', 'resident', 'head', 'clock'].includes(role)).map((role) => ({
    name: role,
    actor: office(role),
  })),
]
/** The clock waits for the end of the publicity; everybody else acts before it. */
const at = (kind: MotionEventKind) => {
  if (kind === 'enforce') return NOW + 2 * DAY
  // Long enough announced, and not yet thirty days after a poll too few came to.
  return kind === 'open_poll' ? NOW - 95 * DAY : NOW
}

test('the hand-typed table names every state and every event', () => {
  expect(columns).toEqual([...MOTION_STATES])
  expect(rows.map(([name]) => name)).toEqual([...MOTION_EVENTS])
})

describe.each(MOTION_EVENTS)('%s', (kind) => {
  test.each(MOTION_STATES)('on a motion that is %s: only those who may, only where it leads', (state) => {
    const answers = ASKING.map(({ name, actor }) => {
      const asked = situation(motionIn(state), actor, { now: at(kind) })
      const decided = decideMotion(EVENTS[kind], asked)
      if (decided.ok) expect(allowedOnMotion(asked)).toContain(kind)
      return [name, decided.ok ? decided.value.motion.state : '.']
    })
    const expected = ASKING.map(({ name }) => [name, WHO[kind].includes(name) ? leadsTo(kind, state) : '.'])
    expect(answers).toEqual(expected)
  })
})

test('an office over another grid, and a head of no seat here, may nothing to any motion', () => {
  const strangers = [...ROLES.map((role) => office(role, '441302010.002.001')), headOf('AB-1')]
    // Whoever he is elsewhere, here he is a resident who neither proposed nor chairs.
    .map((actor) => ({
      ...actor,
      personId: 'stranger',
      grants: actor.grants.filter(({ role }) => role !== 'clock'),
    }))
  const found = strangers.flatMap((actor) =>
    MOTION_STATES.flatMap((state) =>
      allowedOnMotion(situation(motionIn(state), actor, { standsFor: [], livesHere: false })),
    ),
  )
  expect(found).toEqual([])
  expect(GRID).not.toContain('.002.')
})

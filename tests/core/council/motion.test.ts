import fc from 'fast-check'
import { DAY } from '../../../src/core/concerns/calendar'
import { secondsNeeded } from '../../../src/core/council/again'
import { MOTION_STATES, type Motion, wordsOf } from '../../../src/core/council/motion'
import type { MotionEvent } from '../../../src/core/council/motion-events'
import { decideMotion } from '../../../src/core/council/motion-machine'
import { mayInCouncil } from '../../../src/core/council/standing'
import { ANNOUNCED_FOR, SECONDS_WITHIN } from '../../../src/core/council/steps/agenda'
import { AGAIN_WITHIN } from '../../../src/core/council/steps/decision'
import { type Actor, CLOCK } from '../../../src/core/people/actor'
import { counted, GRID, headOf, motionIn, NOW, office, resident, situation, WORDS } from './making'

type Differently = Parameters<typeof situation>[2]
function then(motion: Motion, event: MotionEvent, actor: Actor, differently: Differently = {}): Motion {
  const decided = decideMotion(event, situation(motion, actor, differently))
  if (!decided.ok) throw new Error(`${event.kind}: ${decided.refusal}`)
  return decided.value.motion
}
const refusal = (motion: Motion, event: MotionEvent, actor: Actor, differently: Differently = {}) => {
  const decided = decideMotion(event, situation(motion, actor, differently))
  return decided.ok ? null : decided.refusal
}

const CHAIR = resident('chair')
const SECRETARY = office('secretary')
const seconded = (n: number) => ({ kind: 'second' as const, unitId: `JX-${n}` })
const of = (n: number) => headOf(`JX-${n}`)

describe('who may propose', () => {
  const may = (actor: Actor, differently: Differently = {}) =>
    mayInCouncil(situation(motionIn('proposed'), actor, differently), 'motion.propose') !== null
  test.each<[string, boolean, Actor, Differently]>([
    ['a tenant whose home here is confirmed', true, resident('li'), {}],
    ['a tenant of another estate', false, resident('li'), { livesHere: false }],
    ['somebody whose home nobody has confirmed', false, { ...resident('new'), realNameLevel: 1 }, {}],
    ['a head of the estate', true, of(23), { livesHere: false }],
    ['grid staff', true, office('grid_staff'), { livesHere: false }],
    ['police of the grid, who does not live here', false, office('police'), { livesHere: false }],
  ])('%s: %s', (_, expected, actor, differently) => {
    expect(may(actor, differently)).toBe(expected)
  })
})

describe('附议', () => {
  test('three units bring it on; one is enough in a council of fewer than ten', () => {
    let motion = motionIn('proposed')
    for (const n of [1, 2, 3]) {
      expect(motion.state).toBe('proposed')
      motion = then(motion, seconded(n), of(n))
    }
    expect(motion).toMatchObject({ state: 'seconded', seconds: ['JX-1', 'JX-2', 'JX-3'] })
    expect([9, 10].map(secondsNeeded)).toEqual([1, 3])
  })

  test('a unit supports once, never for another, and not its own proposal', () => {
    const motion = then(motionIn('proposed', { proposerUnitId: 'JX-9' }), seconded(1), of(1))
    expect(refusal(motion, seconded(1), of(1))).toBe('NOT_IN_THIS_STATE')
    expect(refusal(motion, seconded(2), of(1))).toBe('NOT_REPRESENTATIVE')
    expect(refusal(motion, seconded(9), of(9))).toBe('SELF_APPROVAL')
  })

  test('a head of two buildings supports it for each of them', () => {
    const two = headOf('JX-44', 'JX-45')
    const motion = then(then(motionIn('proposed'), seconded(44), two), seconded(45), two)
    expect(motion.seconds).toEqual(['JX-44', 'JX-45'])
  })

  test('without enough support it lapses after fourteen days, not a millisecond earlier', () => {
    const motion = motionIn('proposed', { proposedAt: NOW - SECONDS_WITHIN })
    expect(refusal(motion, { kind: 'lapse' }, CLOCK, { now: NOW - 1 })).toBe('NOT_YET')
    expect(then(motion, { kind: 'lapse' }, CLOCK)).toMatchObject({ state: 'ended', ending: 'lapsed' })
  })
})

describe('把关', () => {
  const screen = (decision: 'schedule' | 'return' | 'refer') => ({
    kind: 'screen' as const,
    decision,
    note: '请写清楚谁来做',
  })

  test('it comes back once with a reason, is said better, and keeps its support', () => {
    const back = then(
      motionIn('seconded', { seconds: ['JX-1', 'JX-2', 'JX-3'] }),
      screen('return'),
      SECRETARY,
    )
    expect(back).toMatchObject({ state: 'returned', note: '请写清楚谁来做' })
    const better = then(
      back,
      { kind: 'revise', words: { ...WORDS, who: '何主任' }, changed: '写清了谁来做' },
      resident('li'),
    )
    expect(better).toMatchObject({ state: 'seconded', seconds: ['JX-1', 'JX-2', 'JX-3'] })
    expect([better.versions.length, wordsOf(better).who]).toEqual([2, '何主任'])
    expect(refusal(better, screen('return'), SECRETARY)).toBe('NOT_IN_THIS_STATE')
    expect(then(better, screen('schedule'), SECRETARY).state).toBe('scheduled')
  })

  test('nobody screens what he proposed himself', () => {
    const own = motionIn('seconded', { proposerId: 'a secretary' })
    expect(refusal(own, screen('schedule'), SECRETARY)).toBe('SELF_APPROVAL')
  })

  test('what the council has no say in goes on as a concern', () => {
    expect(then(motionIn('seconded'), screen('refer'), SECRETARY)).toMatchObject({
      state: 'ended',
      ending: 'referred',
    })
  })
})

describe('预告与商量', () => {
  test('three days pass before the debate, and before a poll without one', () => {
    const announced = then(motionIn('scheduled'), { kind: 'announce' }, SECRETARY)
    for (const event of [{ kind: 'open_debate' }, { kind: 'open_poll', pollId: 'p' }] as MotionEvent[]) {
      expect(refusal(announced, event, CHAIR, { now: NOW + ANNOUNCED_FOR - 1 })).toBe('NOT_YET')
      expect(refusal(announced, event, CHAIR, { now: NOW + ANNOUNCED_FOR })).toBeNull()
    }
  })

  test('an amendment is a numbered version; under another title it would be another motion', () => {
    const amended = then(
      motionIn('debating'),
      { kind: 'amend', words: { ...WORDS, text: '晚上开到20:00。' }, changed: '晚上早半小时' },
      resident('li'),
    )
    expect(amended.versions.map(({ changed }) => changed)).toEqual(['', '晚上早半小时'])
    expect(
      refusal(amended, { kind: 'amend', words: { ...WORDS, title: '停车' }, changed: '' }, resident('li')),
    ).toBe('VALIDATION')
  })
})

describe('投票以后', () => {
  const tallied = (outcome: 'passed' | 'rejected' | 'no_quorum') =>
    then(motionIn('voting', { timesPolled: 1 }), { kind: 'tally', tally: counted(outcome) }, CLOCK)

  test('a rejected motion ends, and keeps what was counted', () => {
    expect(tallied('rejected')).toMatchObject({
      state: 'ended',
      ending: 'rejected',
      tally: { outcome: 'rejected' },
    })
  })

  test('too few came: it is voted on once more within thirty days, never a third time', () => {
    const again = then(tallied('no_quorum'), { kind: 'open_poll', pollId: 'p2' }, CHAIR)
    expect(again).toMatchObject({ state: 'voting', pollId: 'p2', timesPolled: 2 })
    const failed = then(again, { kind: 'tally', tally: counted('no_quorum') }, CLOCK)
    expect(refusal(failed, { kind: 'open_poll', pollId: 'p3' }, CHAIR)).toBe('NOT_IN_THIS_STATE')
    expect(refusal(failed, { kind: 'lapse' }, CLOCK, { now: NOW + AGAIN_WITHIN - 1 })).toBe('NOT_YET')
    expect(then(failed, { kind: 'lapse' }, CLOCK, { now: NOW + AGAIN_WITHIN })).toMatchObject({
      ending: 'no_quorum',
    })
  })

  test('39 of 191 units that object have it reviewed; 38 do not', () => {
    let motion = tallied('passed')
    for (let n = 1; n <= 38; n += 1) motion = then(motion, { kind: 'object', unitId: `JX-${n}` }, of(n))
    expect(motion.state).toBe('publicity')
    expect(refusal(motion, { kind: 'object', unitId: 'JX-1' }, of(1))).toBe('NOT_IN_THIS_STATE')
    motion = then(motion, { kind: 'object', unitId: 'JX-39' }, of(39))
    expect(motion.state).toBe('in_review')
    const community = office('community_staff')
    const revoted = then(motion, { kind: 'review', decision: 'revote', note: '' }, community)
    expect(revoted).toMatchObject({ state: 'announced', timesReviewed: 1 })
    const second = { ...motion, timesReviewed: 1 } as Motion
    expect(refusal(second, { kind: 'review', decision: 'revote', note: '' }, community)).toBe(
      'NOT_IN_THIS_STATE',
    )
  })

  test('it is in force when the publicity is over and not before, and nobody objects after that', () => {
    const motion = tallied('passed')
    const until = motion.state === 'publicity' ? motion.publicity.until : 0
    expect(refusal(motion, { kind: 'enforce' }, CLOCK, { now: until - 1 })).toBe('NOT_YET')
    expect(refusal(motion, { kind: 'object', unitId: 'JX-1' }, of(1), { now: until })).toBe('POLL_CLOSED')
    expect(then(motion, { kind: 'enforce' }, CLOCK, { now: until }).state).toBe('in_force')
  })

  test('three units sign that it was done, then the result is shown and archived', () => {
    let motion = then(motionIn('in_force'), { kind: 'begin' }, SECRETARY)
    for (const n of [1, 2, 3]) {
      expect(motion.state).toBe('implementing')
      motion = then(motion, { kind: 'accept', unitId: `JX-${n}` }, of(n))
    }
    expect(motion.state).toBe('result_publicity')
    expect(then(motion, { kind: 'archive' }, CLOCK, { now: NOW + 9 * DAY })).toMatchObject({
      ending: 'archived',
      tally: { outcome: 'passed' },
    })
  })
})

test('whatever anybody tries in whatever order, an ended motion stays ended and no unit counts twice', () => {
  const people = [
    resident('li'),
    CHAIR,
    SECRETARY,
    office('community_staff'),
    CLOCK,
    of(1),
    of(2),
    headOf('JX-3', 'JX-4'),
  ]
  const anEvent = fc.constantFrom<MotionEvent>(
    ...[1, 2, 3, 4].flatMap((n): MotionEvent[] => [
      seconded(n),
      { kind: 'object', unitId: `JX-${n}` },
      { kind: 'accept', unitId: `JX-${n}` },
    ]),
    { kind: 'screen', decision: 'schedule', note: '' },
    { kind: 'screen', decision: 'return', note: '' },
    { kind: 'revise', words: WORDS, changed: '' },
    { kind: 'announce' },
    { kind: 'open_debate' },
    { kind: 'open_poll', pollId: 'p' },
    ...(['passed', 'rejected', 'no_quorum'] as const).map(
      (outcome): MotionEvent => ({ kind: 'tally', tally: counted(outcome, 15) }),
    ),
    { kind: 'void', note: '' },
    { kind: 'review', decision: 'uphold', note: '' },
    { kind: 'review', decision: 'revote', note: '' },
    { kind: 'enforce' },
    { kind: 'begin' },
    { kind: 'archive' },
    { kind: 'lapse' },
    { kind: 'withdraw', note: '' },
  )
  const reached = new Set<string>()
  const unitsOf = (motion: Motion) => [
    motion.seconds,
    'objections' in motion ? motion.objections : [],
    'acceptedBy' in motion ? motion.acceptedBy : [],
  ]
  const council = { gridPath: GRID, units: 15, chairId: 'chair' }
  const tryOne = (motion: Motion, event: MotionEvent, who: Actor, now: number): Motion => {
    const decided = decideMotion(event, situation(motion, who, { now, council }))
    if (!decided.ok) return motion
    expect(motion.state).not.toBe('ended')
    const next = decided.value.motion
    for (const units of unitsOf(next)) expect(new Set(units).size).toBe(units.length)
    expect([next.timesReturned <= 1, next.timesReviewed <= 1]).toEqual([true, true])
    reached.add(next.state)
    return next
  }
  const aTry = fc.record({ event: anEvent, who: fc.constantFrom(...people), later: fc.nat(10) })
  fc.assert(
    fc.property(fc.constantFrom(...MOTION_STATES), fc.array(aTry, { maxLength: 60 }), (state, tried) => {
      let [motion, now] = [motionIn(state), NOW]
      for (const { event, who, later } of tried) {
        now += later * DAY
        motion = tryOne(motion, event, who, now)
      }
    }),
    { numRuns: 3_000 },
  )
  expect(reached.size).toBeGreaterThanOrEqual(10)
})

import type { Concern } from '#core/concerns/concern'
import { decide } from '#core/concerns/machine'
import { fire, type Timer, timersOf } from '#core/concerns/timers'
import { CLOCK } from '#core/people/actor'
import { at, CALENDAR, DAY, HOUR, MONDAY, raised, standing, words } from '../making'

const listed = (concern: Concern) =>
  timersOf(concern, CALENDAR).map(({ kind, dueAt }) => [kind, words(dueAt)])

const EVERY_KIND: Concern[] = [
  raised(),
  standing('in_progress', { ownerId: 'zeng' }),
  standing('paused'),
  standing('resolved'),
  standing('verified'),
]
const APPOINTMENTS = EVERY_KIND.flatMap((concern) =>
  timersOf(concern, CALENDAR).map((timer) => ({ concern, timer, name: `${concern.state} ${timer.kind}` })),
)

test('a broken light has five appointments with the clock', () => {
  expect(listed(raised())).toEqual([
    ['contact_due', '2026-06-08 13:00'],
    ['contact_half', '2026-06-08 15:00'],
    ['contact_double', '2026-06-08 17:00'],
    ['resolve_quarter', '2026-06-11 10:15'],
    ['resolve_due', '2026-06-11 17:30'],
  ])
})

test('after the first contact only the result is waited for', () => {
  const kinds = timersOf(standing('in_progress', { contactedAt: MONDAY }), CALENDAR).map(({ kind }) => kind)
  expect(kinds).toEqual(['resolve_quarter', 'resolve_due'])
})

test('a paused matter waits for its own time, a result for an answer, a closed one for nothing', () => {
  expect(listed(standing('paused'))).toEqual([['pause_end', '2026-06-09 09:00']])
  expect(listed(standing('resolved'))).toEqual([['silence', '2026-06-15 10:00']])
  expect(listed(standing('verified'))).toEqual([['silence', '2026-06-15 10:00']])
  expect(listed(standing('closed'))).toEqual([])
})

test.each(APPOINTMENTS)(
  '$name does nothing one millisecond early and its work on the instant',
  ({ concern, timer }) => {
    const early = fire(concern, timer, { now: timer.dueAt - 1, calendar: CALENDAR })
    expect(early).toEqual({ event: null, notify: [] })
    const firing = fire(concern, timer, { now: timer.dueAt, calendar: CALENDAR })
    expect(firing.event !== null || firing.notify.length > 0).toBe(true)
  },
)

test.each(APPOINTMENTS)('$name is void once the clock has moved on', ({ concern, timer }) => {
  const moved = { ...concern, clock: concern.clock + 1 }
  const nothing = { event: null, notify: [] }
  expect(fire(moved, timer, { now: timer.dueAt + DAY, calendar: CALENDAR })).toEqual(nothing)
})

test.each(APPOINTMENTS)(
  'what $name demands, the table lets the clock do at that instant',
  ({ concern, timer }) => {
    const { event } = fire(concern, timer, { now: timer.dueAt, calendar: CALENDAR })
    const decided = event && decide(concern, event, { actor: CLOCK, now: timer.dueAt, calendar: CALENDAR })
    expect(decided?.ok ?? true).toBe(true)
  },
)

test('contact timers of the same clock are void once the contact is made', () => {
  const timer: Timer = { kind: 'contact_double', clock: 1, dueAt: MONDAY }
  const met = standing('in_progress', { contactedAt: MONDAY })
  expect(fire(met, timer, { now: MONDAY + DAY, calendar: CALENDAR })).toEqual({ event: null, notify: [] })
})

test('late at the street, the street sees it in red; there is no step above', () => {
  const atStreet = standing('in_progress', { level: 0, desk: 'street', ownerId: 'su' })
  for (const kind of ['resolve_due', 'contact_double'] as const) {
    const timer: Timer = { kind, clock: atStreet.clock, dueAt: MONDAY }
    const red = { event: null, notify: [{ to: 'above', kind: 'red_list' }] }
    expect(fire(atStreet, timer, { now: MONDAY, calendar: CALENDAR })).toEqual(red)
  }
})

test('left alone, a parking concern climbs to the street step by step and stays there', () => {
  let concern = raised({ category: 'PARK_MESS' })
  const climbed: [number, string][] = []
  for (let step = 0; step < 40; step++) {
    const [next] = timersOf(concern, CALENDAR)
      .map((timer) => ({ timer, firing: fire(concern, timer, { now: timer.dueAt, calendar: CALENDAR }) }))
      .filter(({ firing }) => firing.event)
      .sort((a, b) => a.timer.dueAt - b.timer.dueAt)
    if (!next?.firing.event) break
    const decided = decide(concern, next.firing.event, {
      actor: CLOCK,
      now: next.timer.dueAt,
      calendar: CALENDAR,
    })
    if (!decided.ok) throw new Error(decided.refusal)
    concern = decided.value.concern
    climbed.push([concern.level, words(next.timer.dueAt)])
  }
  expect(climbed).toEqual([
    [1, '2026-06-08 13:00'],
    [0, '2026-06-08 17:00'],
  ])
  expect(concern.state).toBe('submitted')
})

test('a deadline in a year without published holidays is marked on the concern', () => {
  expect(raised({}, { now: at('2026-12-30 09:00') }).calendarAssumed).toBe(true)
  expect(raised({}, { now: at('2026-12-28 09:00') }).calendarAssumed).toBe(false)
  expect(raised({ category: 'WATER_PIPE' }, { now: at('2027-03-01 09:00') }).calendarAssumed).toBe(false)
})

test('an hour of contact and a day of result, both from the tap on "send"', () => {
  const pipe = raised({ category: 'WATER_PIPE' })
  expect([pipe.contactDueAt - MONDAY, pipe.resolveDueAt - MONDAY]).toEqual([HOUR, DAY])
})

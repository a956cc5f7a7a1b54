import { dueOfShift } from '../../../src/core/volunteers/due'
import { cancel, change, goOn, nextTime, publish, whyNotFit } from '../../../src/core/volunteers/publish'
import { phaseOf } from '../../../src/core/volunteers/task'
import { DAY, draftOf, HOUR, NOW, shiftOf, taskOf, WORDS } from './making'

test.each([
  ['a low risk needs no words', {}, null],
  ['a medium risk says what to look out for', { risk: 'medium', minAge: 18 }, 'RISK_UNTOLD'],
  ['a medium risk is for the grown', { risk: 'medium', riskNote: '地滑' }, 'UNDER_AGE'],
  ['a medium risk, told', { risk: 'medium', riskNote: '地滑', minAge: 18 }, null],
  ['a high risk needs insurance', { risk: 'high', riskNote: '车多', minAge: 18 }, 'INSURANCE_REQUIRED'],
  ['and training', { risk: 'high', riskNote: '车多', minAge: 18, insurance: '意外险' }, 'TRAINING_REQUIRED'],
  [
    'with both',
    { risk: 'high', riskNote: '车多', minAge: 18, insurance: '意外险', training: '交警带练' },
    null,
  ],
  ['under fourteen nobody serves', { minAge: 13 }, 'UNDER_AGE'],
] as const)('%s', (_, words, refusal) => {
  expect(whyNotFit({ ...WORDS, ...words })).toBe(refusal)
})

test.each([
  ['that lies in the past', { startsAt: NOW - 1, endsAt: NOW + HOUR }],
  ['longer than a day of work', { endsAt: NOW + 3 * DAY + 12 * HOUR + 1 }],
  ['that ends before it begins', { endsAt: NOW + 3 * DAY }],
  ['with a minimum above its places', { minimum: 11 }],
])('a shift %s is not published', (_, part) => {
  const answer = publish({ task: draftOf(), shifts: [shiftOf(part)], by: 'captain', now: NOW })
  expect(answer).toEqual({ ok: false, refusal: 'TERM_TOO_LONG' })
})

test('a task is published once, and says by whom', () => {
  const published = publish({ task: draftOf(), shifts: [shiftOf()], by: 'captain', now: NOW })
  expect(published).toMatchObject({ ok: true, value: { state: 'open', publishedBy: 'captain' } })
  expect(publish({ task: taskOf(), shifts: [shiftOf()], by: 'captain', now: NOW })).toMatchObject({
    ok: false,
  })
})

test('a change takes nobody his place, and remembers when the time was moved', () => {
  const shift = shiftOf({ taken: 4 })
  const base = { task: taskOf(), shifts: [shift], words: WORDS, now: NOW }
  expect(change({ ...base, plans: [{ ...shift, capacity: 3 }] })).toEqual({
    ok: false,
    refusal: 'CHANGE_NOT_ALLOWED',
  })
  const later = change({ ...base, plans: [{ ...shift, endsAt: shift.endsAt + HOUR }] })
  expect(later).toMatchObject({ ok: true, value: { shifts: [{ movedAt: NOW }] } })
  const wider = change({ ...base, plans: [{ ...shift, capacity: 12 }] })
  expect(wider).toMatchObject({ ok: true, value: { shifts: [{ movedAt: null, capacity: 12 }] } })
})

test('what has begun is not called off any more', () => {
  const shift = shiftOf()
  expect(cancel(taskOf(), [shift], { note: '下雨', now: shift.startsAt - 1 })).toMatchObject({ ok: true })
  expect(cancel(taskOf(), [shift], { note: '下雨', now: shift.startsAt })).toMatchObject({ ok: false })
})

test('a weekly task comes again a week later, until its last day', () => {
  const shift = shiftOf()
  const weekly = { ...taskOf(), repeats: { days: 7 as const, until: shift.startsAt + 8 * DAY } }
  const next = nextTime(weekly, [shift], shift.endsAt)
  expect(next?.plans).toMatchObject([{ startsAt: shift.startsAt + 7 * DAY }])
  expect(next?.task.repeatOf).toBe('t')
  const later = shiftOf({ startsAt: shift.startsAt + 7 * DAY, endsAt: shift.endsAt + 7 * DAY })
  expect(nextTime(weekly, [later], later.endsAt)).toBeNull()
  expect(nextTime(taskOf(), [shift], shift.endsAt)).toBeNull()
})

test('a series goes on for another quarter, at most a year ahead; what is no series does not', () => {
  const weekly = { ...taskOf(), repeats: { days: 7 as const, until: NOW + 10 * DAY } }
  const longer = goOn(weekly, NOW)
  expect(longer).toMatchObject({ ok: true, value: { repeats: { days: 7, until: NOW + 102 * DAY } } })
  const ended = goOn({ ...weekly, repeats: { days: 7, until: NOW - 30 * DAY } }, NOW)
  expect(ended).toMatchObject({ ok: true, value: { repeats: { until: NOW + 92 * DAY } } })
  const far = { ...weekly, repeats: { days: 7 as const, until: NOW + 300 * DAY } }
  expect(goOn(far, NOW)).toEqual({ ok: false, refusal: 'TERM_TOO_LONG' })
  expect(goOn(taskOf(), NOW)).toEqual({ ok: false, refusal: 'NOT_IN_THIS_STATE' })
})

test('a series that rested for weeks comes again on its own weekday, not in the past', () => {
  const weekly = { ...taskOf(), repeats: { days: 7 as const, until: NOW + 60 * DAY } }
  const shift = shiftOf()
  for (const now of [shift.startsAt + 20 * DAY, shift.startsAt + 21 * DAY - 1])
    expect(nextTime(weekly, [shift], now)?.plans).toMatchObject([{ startsAt: shift.startsAt + 21 * DAY }])
  expect(nextTime(weekly, [shift], shift.startsAt + 21 * DAY)?.plans).toMatchObject([
    { startsAt: shift.startsAt + 28 * DAY },
  ])
})

test('what is due next on a shift', () => {
  const shift = shiftOf({ minimum: 3, minimumAsked: false })
  expect(dueOfShift(shift, null)).toEqual({ kind: 'minimum', at: shift.startsAt - DAY })
  const asked = { ...shift, minimumAsked: true }
  expect(dueOfShift(asked, NOW + HOUR)).toEqual({ kind: 'offer', at: NOW + HOUR })
  expect(dueOfShift(asked, null)).toEqual({ kind: 'over', at: shift.endsAt + HOUR / 2 })
  expect(dueOfShift({ ...shift, state: 'over' }, NOW)).toBeNull()
})

test('a task runs from its first shift to its last one, those called off not counted', () => {
  const morning = shiftOf()
  const evening = shiftOf({ startsAt: morning.startsAt + 8 * HOUR, endsAt: morning.endsAt + 8 * HOUR })
  const shifts = [morning, evening]
  expect(phaseOf(taskOf(), shifts, NOW)).toBe('open')
  expect(phaseOf(taskOf(), shifts, morning.startsAt)).toBe('running')
  expect(phaseOf(taskOf(), shifts, evening.endsAt)).toBe('over')
  expect(phaseOf(taskOf(), [morning, { ...evening, state: 'cancelled' }], morning.endsAt)).toBe('over')
  expect(phaseOf(taskOf(), [{ ...morning, state: 'cancelled' }], NOW)).toBe('cancelled')
})

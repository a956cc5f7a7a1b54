import {
  cancelOwn,
  confirmOffer,
  hasRoom,
  type Joining,
  promoted,
  statusOnJoin,
  whyNotJoin,
} from '../../../src/core/volunteers/sign-up'
import { DAY, HOUR, NOW, shiftOf, signUpOf, taskOf } from './making'

const joining = (part: Partial<Joining> = {}): Joining => ({
  task: taskOf(),
  shift: shiftOf(),
  guest: false,
  guests: 0,
  born: { year: 1990, month: 1 },
  guardianAgreed: false,
  trained: false,
  already: false,
  overlaps: false,
  now: NOW,
  ...part,
})
const RISKY = taskOf({ risk: 'medium', riskNote: '路边', minAge: 18 })
const SIXTEEN = { year: 2010, month: 6 }

test.each([
  ['a grown neighbour may come', {}, null],
  ['whoever is in already is in', { already: true }, 'SIGNED_UP_ALREADY'],
  ['nobody serves in two places at once', { overlaps: true }, 'TIME_OVERLAP'],
  ['nobody knows how old he is', { born: null }, 'BIRTH_REQUIRED'],
  ['sixteen needs the guardian', { born: SIXTEEN }, 'GUARDIAN_REQUIRED'],
  ['sixteen with the guardian', { born: SIXTEEN, guardianAgreed: true }, null],
  ['sixteen at the roadside', { born: SIXTEEN, guardianAgreed: true, task: RISKY }, 'UNDER_AGE'],
  [
    'twenty where thirty is asked',
    { born: { year: 2006, month: 1 }, task: taskOf({ minAge: 30 }) },
    'UNDER_AGE',
  ],
  ['a high risk untrained', { task: taskOf({ risk: 'high' }) }, 'TRAINING_REQUIRED'],
  ['after the start', { now: shiftOf().startsAt }, 'NOT_IN_THIS_STATE'],
  ['a shift called off', { shift: shiftOf({ state: 'cancelled' }) }, 'NOT_IN_THIS_STATE'],
  ['an old neighbour brought along', { guest: true, already: true }, null],
  ['a fourth one brought along', { guest: true, guests: 3 }, 'NOT_ELIGIBLE'],
  ['somebody brought to the roadside', { guest: true, task: RISKY }, 'NOT_ELIGIBLE'],
] as const)('%s', (_, part, refusal) => {
  expect(whyNotJoin(joining(part))).toBe(refusal)
})

test('a place, else the end of the queue, and nobody passes those who wait', () => {
  const free = shiftOf({ taken: 9 })
  expect(statusOnJoin({ shift: free, waiting: 0, noShows: 0 })).toEqual({ state: 'accepted' })
  expect(statusOnJoin({ shift: free, waiting: 1, noShows: 0 })).toEqual({ state: 'waiting' })
  expect(statusOnJoin({ shift: shiftOf({ taken: 10 }), waiting: 0, noShows: 0 })).toEqual({
    state: 'waiting',
  })
})

test('three times not come: the captain is asked, nobody is shut out', () => {
  expect(statusOnJoin({ shift: shiftOf(), waiting: 0, noShows: 2 })).toEqual({ state: 'accepted' })
  expect(statusOnJoin({ shift: shiftOf(), waiting: 0, noShows: 3 })).toEqual({ state: 'asked' })
})

test('a cancel is late from twelve hours before, and never after the time was moved', () => {
  const shift = shiftOf()
  const at = shift.startsAt - 12 * HOUR
  expect(cancelOwn(signUpOf(), shift, at)).toMatchObject({ value: { state: 'cancelled', late: false } })
  expect(cancelOwn(signUpOf(), shift, at + 1)).toMatchObject({ value: { late: true } })
  const moved = { ...shift, movedAt: NOW + 1 }
  expect(cancelOwn(signUpOf(), moved, at + 1)).toMatchObject({ value: { late: false } })
  expect(cancelOwn(signUpOf({ state: 'waiting' }), shift, at + 1)).toMatchObject({ value: { late: false } })
  expect(cancelOwn(signUpOf(), shift, shift.endsAt)).toMatchObject({ ok: false })
})

test('whoever moves up within a day has two hours to say that he comes, and never past the start', () => {
  const shift = shiftOf()
  const waiting = signUpOf({ state: 'waiting' })
  expect(promoted(waiting, shift, shift.startsAt - DAY)).toMatchObject({ state: 'accepted' })
  const soon = shift.startsAt - DAY + 1
  expect(promoted(waiting, shift, soon)).toMatchObject({ state: 'offered', until: soon + 2 * HOUR })
  expect(promoted(waiting, shift, shift.startsAt - HOUR)).toMatchObject({ until: shift.startsAt })
  const offered = promoted(waiting, shift, soon)
  expect(confirmOffer(offered, soon + 2 * HOUR - 1)).toMatchObject({ value: { state: 'accepted' } })
  expect(confirmOffer(offered, soon + 2 * HOUR)).toMatchObject({ ok: false })
})

test('a place goes to the queue until the start and no longer', () => {
  const shift = shiftOf({ taken: 9 })
  expect(hasRoom(shift, shift.startsAt - 1)).toBe(true)
  expect(hasRoom(shift, shift.startsAt)).toBe(false)
  expect(hasRoom({ ...shift, taken: 10 }, NOW)).toBe(false)
  expect(hasRoom({ ...shift, state: 'cancelled' }, NOW)).toBe(false)
})

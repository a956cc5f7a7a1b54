import fc from 'fast-check'
import { certificateNumber, maskedName, whyNotAnswer } from '../../../src/core/volunteers/certificate'
import { confirmed, corrected, hoursOf, whyNotDispute } from '../../../src/core/volunteers/hours'
import {
  checkIn,
  checkOut,
  mark,
  metresBetween,
  minutesOf,
  placeToEnter,
  settled,
} from '../../../src/core/volunteers/presence'
import { DAY, HOUR, shiftOf, signUpOf } from './making'

const SHIFT = shiftOf()
const { startsAt, endsAt } = SHIFT
const MINUTE = 60_000

test('service counts from the start to half an hour past the end, whole minutes, whenever he came and went', () => {
  expect(minutesOf(SHIFT, startsAt - 50 * MINUTE, endsAt)).toBe(120)
  expect(minutesOf(SHIFT, startsAt, endsAt + 5 * HOUR)).toBe(150)
  expect(minutesOf(SHIFT, startsAt, startsAt + 90 * MINUTE + 59_999)).toBe(90)
  expect(minutesOf(SHIFT, startsAt - HOUR, startsAt - MINUTE)).toBe(0)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 * HOUR }), fc.integer({ min: 0, max: 20 * HOUR }), (a, stay) => {
      const minutes = minutesOf(SHIFT, startsAt - 10 * HOUR + a, startsAt - 10 * HOUR + a + stay)
      expect(minutes).toBeGreaterThanOrEqual(0)
      expect(minutes).toBeLessThanOrEqual(Math.min(150, stay / MINUTE))
    }),
  )
})

test('doors open an hour before; whoever is in already is not let in twice', () => {
  const place = (signUp = signUpOf()) => [{ signUp, shift: SHIFT }]
  expect(placeToEnter(place(), startsAt - HOUR)).toMatchObject({ ok: true })
  expect(placeToEnter(place(), startsAt - HOUR - 1)).toEqual({ ok: false, refusal: 'NOT_IN_THIS_STATE' })
  expect(placeToEnter(place(), endsAt + HOUR / 2)).toMatchObject({ ok: false })
  expect(placeToEnter([], startsAt)).toMatchObject({ ok: false })
  const present = checkIn(signUpOf(), { near: null, now: startsAt })
  expect(placeToEnter(place(present), startsAt + 1)).toEqual({ ok: false, refusal: 'SIGNED_IN_ALREADY' })
})

test('a line of the leader said twice stands once, and never takes away what somebody did himself', () => {
  const said = { inAt: startsAt, outAt: endsAt, now: endsAt + DAY }
  const once = mark(signUpOf({ state: 'no_show', at: endsAt + HOUR }), SHIFT, said)
  expect(once).toMatchObject({ value: { state: 'done', minutes: 120, outHow: 'list' } })
  if (once.ok) expect(mark(once.value, SHIFT, { ...said, inAt: startsAt + HOUR })).toEqual(once)
  const own = checkIn(signUpOf(), { near: null, now: startsAt + 5 * MINUTE })
  expect(mark(own, SHIFT, { inAt: startsAt, outAt: null, now: startsAt + HOUR })).toMatchObject({
    value: { state: 'present', inAt: startsAt + 5 * MINUTE, inHow: 'code' },
  })
})

test.each([
  ['of a time to come', { inAt: startsAt + 2, outAt: null, now: startsAt + 1 }, 'VALIDATION'],
  ['that leaves before it comes', { inAt: startsAt + 2, outAt: startsAt, now: endsAt }, 'VALIDATION'],
  ['of another day', { inAt: startsAt - DAY, outAt: null, now: endsAt }, 'VALIDATION'],
  [
    'that comes after a week',
    { inAt: startsAt, outAt: endsAt, now: endsAt + 7 * DAY + 1 },
    'NOT_IN_THIS_STATE',
  ],
])('a line of the leader %s is refused', (_, said, refusal) => {
  expect(mark(signUpOf(), SHIFT, said)).toEqual({ ok: false, refusal })
})

test('half an hour after the end: not come, or stayed to the end', () => {
  const now = endsAt + HOUR / 2
  expect(settled(signUpOf(), SHIFT, now)).toMatchObject({ state: 'no_show' })
  const present = checkIn(signUpOf(), { near: null, now: startsAt })
  expect(settled(present, SHIFT, now)).toMatchObject({ state: 'done', minutes: 120, outHow: 'clock' })
  expect(settled(signUpOf({ state: 'waiting' }), SHIFT, now)).toMatchObject({
    state: 'cancelled',
    late: false,
  })
  expect(checkOut(signUpOf(), SHIFT, now)).toMatchObject({ ok: false })
})

const DONE = signUpOf({
  state: 'done',
  inAt: startsAt,
  inHow: 'code',
  near: null,
  outAt: endsAt,
  outHow: 'self',
  minutes: 120,
})

test('nobody confirms himself, no day has more than twelve hours, and whom one brought along has none', () => {
  expect(confirmed({ signUp: DONE, by: 'leader', thatDay: 0 })).toEqual({ ok: true, value: 120 })
  expect(confirmed({ signUp: DONE, by: 'chen', thatDay: 0 })).toEqual({ ok: false, refusal: 'SELF_APPROVAL' })
  expect(confirmed({ signUp: DONE, by: 'leader', thatDay: 650 })).toEqual({ ok: true, value: 70 })
  expect(confirmed({ signUp: DONE, by: 'leader', thatDay: 720 })).toEqual({ ok: false, refusal: 'DAY_FULL' })
  const guest = { ...DONE, guestEnc: '' }
  expect(confirmed({ signUp: guest, by: 'leader', thatDay: 0 })).toMatchObject({ ok: false })
})

test('a correction turns the old entry around and writes another', () => {
  const said = { personId: 'chen', by: 'captain', before: 120, minutes: 90, thatDay: 120 }
  expect(corrected(said)).toEqual({ ok: true, value: { reversal: -120, correction: 90 } })
  expect(corrected({ ...said, minutes: 0 })).toEqual({ ok: true, value: { reversal: -120, correction: 0 } })
  expect(corrected({ ...said, before: 0 })).toMatchObject({ value: { reversal: 0, correction: 90 } })
  expect(corrected({ ...said, minutes: 120 })).toEqual({ ok: false, refusal: 'CHANGE_NOT_ALLOWED' })
  expect(corrected({ ...said, by: 'chen' })).toEqual({ ok: false, refusal: 'SELF_APPROVAL' })
  expect(corrected({ ...said, minutes: 750, thatDay: 120 })).toEqual({ ok: false, refusal: 'DAY_FULL' })
})

test('a record is disputed for thirty days, once at a time', () => {
  const about = { since: endsAt, open: false, now: endsAt + 30 * DAY }
  expect(whyNotDispute(DONE, about)).toBeNull()
  expect(whyNotDispute(DONE, { ...about, now: about.now + 1 })).toBe('DISPUTE_LATE')
  expect(whyNotDispute(DONE, { ...about, open: true })).toBe('NOT_IN_THIS_STATE')
  expect(whyNotDispute(signUpOf(), about)).toBe('NOT_IN_THIS_STATE')
})

test('hours are told rounded down, numbers in a row, names by their first letter', () => {
  expect(hoursOf(2_490)).toBe('41.5')
  expect(hoursOf(2_489)).toBe('41.4')
  expect(hoursOf(5)).toBe('0.0')
  expect(certificateNumber(2026, 137)).toBe('XJZY-2026-000137')
  expect(maskedName('李小明')).toBe('李**')
  expect(maskedName('李')).toBe('李*')
})

test('a request for a certificate is answered once, and never by who asked', () => {
  expect(whyNotAnswer({ state: 'asked', personId: 'chen' }, 'staff')).toBeNull()
  expect(whyNotAnswer({ state: 'asked', personId: 'chen' }, 'chen')).toBe('SELF_APPROVAL')
  for (const state of ['issued', 'declined', 'revoked'] as const)
    expect(whyNotAnswer({ state, personId: 'chen' }, 'staff')).toBe('NOT_IN_THIS_STATE')
})

test('how far somebody stands from the meeting point', () => {
  const here = { latE6: 23_170_000, lngE6: 114_420_000 }
  expect(metresBetween(here, here)).toBe(0)
  expect(metresBetween(here, { ...here, latE6: here.latE6 + 1_000 })).toBe(111)
  expect(metresBetween(here, { ...here, lngE6: here.lngE6 + 1_000 })).toBe(102)
})

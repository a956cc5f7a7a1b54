import { DAY, HOUR, MINUTE } from '../concerns/calendar'
import { ok, type Result, refuse } from '../result'
import { became, type Near, type SignUp } from './sign-up'
import type { Shift, ShiftPlan } from './task'

/** Doors open an hour before. */
export const EARLIEST_IN = HOUR
/** Service that takes longer than planned counts so long; whoever is not there by then did not come. */
export const GRACE = 30 * MINUTE
/** A leader's list from a place without network may come so late. */
export const LIST_WITHIN = 7 * DAY

/**
 * Whole minutes of service (民政部令67号: service itself, without the way and the waiting): from the start at the
 * earliest to half an hour past the end at the latest.
 */
export function minutesOf({ startsAt, endsAt }: ShiftPlan, inAt: number, outAt: number): number {
  const from = Math.max(inAt, startsAt)
  const to = Math.min(outAt, endsAt + GRACE)
  return Math.max(0, Math.floor((to - from) / MINUTE))
}

/** The one of his places at which somebody may check in now: the one that ends first. */
export function placeToEnter<Place extends { signUp: SignUp; shift: Shift }>(
  places: readonly Place[],
  now: number,
): Result<Place> {
  const entering = places
    .filter(({ signUp }) => signUp.state === 'accepted' || signUp.state === 'offered')
    .filter(({ shift }) => now >= shift.startsAt - EARLIEST_IN && now < shift.endsAt + GRACE)
    .sort((a, b) => a.shift.endsAt - b.shift.endsAt)[0]
  if (entering) return ok(entering)
  return refuse(
    places.some(({ signUp }) => signUp.state === 'present') ? 'SIGNED_IN_ALREADY' : 'NOT_IN_THIS_STATE',
  )
}

export const checkIn = (signUp: SignUp, said: { near: Near | null; now: number }): SignUp =>
  became(signUp, { state: 'present', inAt: said.now, inHow: 'code', near: said.near })

export function checkOut(signUp: SignUp, shift: Shift, now: number): Result<SignUp> {
  if (signUp.state !== 'present') return refuse('NOT_IN_THIS_STATE')
  const { inAt, inHow, near } = signUp
  const outAt = Math.max(now, inAt)
  const minutes = minutesOf(shift, inAt, outAt)
  return ok(became(signUp, { state: 'done', inAt, inHow, near, outAt, outHow: 'self', minutes }))
}

/** What the leader's list says of one person, by the clock of his phone. */
export interface Marked {
  inAt: number
  outAt: number | null
}

/**
 * A line of the leader's list. Said twice, or after the person checked in himself, it changes nothing that stands; a
 * list that comes late makes good who was taken for absent.
 */
export function mark(signUp: SignUp, shift: Shift, said: Marked & { now: number }): Result<SignUp> {
  const { inAt, outAt, now } = said
  if (inAt > now || (outAt !== null && (outAt < inAt || outAt > now))) return refuse('VALIDATION')
  if (inAt < shift.startsAt - EARLIEST_IN || inAt >= shift.endsAt + GRACE) return refuse('VALIDATION')
  if (now > shift.endsAt + LIST_WITHIN) return refuse('NOT_IN_THIS_STATE')
  if (signUp.state === 'done') return ok(signUp)
  if (!['accepted', 'offered', 'present', 'no_show'].includes(signUp.state))
    return refuse('NOT_IN_THIS_STATE')
  const {
    inAt: since,
    inHow,
    near,
  } = signUp.state === 'present' ? signUp : { inAt, inHow: 'list' as const, near: null }
  // Who is marked present after all is over has served to the end, unless the list says otherwise.
  const left = outAt ?? (now >= shift.endsAt + GRACE ? shift.endsAt : null)
  if (left === null) return ok(became(signUp, { state: 'present', inAt: since, inHow, near }))
  const minutes = minutesOf(shift, since, left)
  return ok(
    became(signUp, {
      state: 'done',
      inAt: since,
      inHow,
      near,
      outAt: Math.max(left, since),
      outHow: 'list',
      minutes,
    }),
  )
}

/** 结束后半小时: who did not come is written down as such; who never checked out has served to the planned end. */
export function settled(signUp: SignUp, shift: Shift, now: number): SignUp {
  if (signUp.state === 'present') {
    const { inAt, inHow, near } = signUp
    const outAt = Math.max(shift.endsAt, inAt)
    const minutes = minutesOf(shift, inAt, outAt)
    return became(signUp, { state: 'done', inAt, inHow, near, outAt, outHow: 'clock', minutes })
  }
  if (signUp.state === 'accepted') return became(signUp, { state: 'no_show', at: now })
  const isOpen = signUp.state === 'waiting' || signUp.state === 'asked' || signUp.state === 'offered'
  return isOpen ? became(signUp, { state: 'cancelled', at: now, late: false, by: 'task' }) : signUp
}

const EARTH_M = 6_371_000

/** Metres between two points, for a sentence such as 离集合点约80米; good to a few metres over a neighbourhood. */
export function metresBetween(
  a: { latE6: number; lngE6: number },
  b: { latE6: number; lngE6: number },
): number {
  const rad = (e6: number) => (e6 / 1_000_000) * (Math.PI / 180)
  const dx = (rad(b.lngE6) - rad(a.lngE6)) * Math.cos((rad(a.latE6) + rad(b.latE6)) / 2)
  const dy = rad(b.latE6) - rad(a.latE6)
  return Math.round(Math.sqrt(dx * dx + dy * dy) * EARTH_M)
}

import { DAY, dayOf, HOUR, startOfDay } from '../concerns/calendar'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import { AHEAD, isOffered, type KeptSitting, type Offer } from './offer'

export const BOOKING_STATES = ['booked', 'came', 'absent', 'cancelled', 'off'] as const
/** `off`: the sitting itself does not take place. */
export type BookingState = (typeof BOOKING_STATES)[number]

/** One place of one sitting, for oneself or for a neighbour who cannot book himself. */
export interface Booking {
  id: string
  offerId: string
  startsAt: number
  personId: string
  /** 替邻居约: his name, sealed; empty once it is forgotten, `null` for oneself. */
  forEnc: string | null
  at: number
  state: BookingState
  /** When it was cancelled, called off or marked. */
  settledAt: number | null
}

/** One person books so many neighbours into one sitting. */
export const MOST_OTHERS = 3

export interface Wish {
  offer: Offer
  sitting: KeptSitting
  /** He has a place of his own in this sitting. */
  already: boolean
  /** For a neighbour, and how many he has booked in before. */
  isForOther: boolean
  others: number
  now: number
}

/** Why a place of a sitting cannot be had, or `null`. */
export function whyNotBook({ offer, sitting, already, isForOther, others, now }: Wish): Refusal | null {
  if (!isOffered(offer, now) || offer.walkIn || sitting.state !== 'open') return 'NOT_IN_THIS_STATE'
  if (now >= sitting.startsAt || sitting.startsAt > now + AHEAD) return 'NOT_IN_THIS_STATE'
  if (isForOther ? others >= MOST_OTHERS : already) return isForOther ? 'NOT_ELIGIBLE' : 'SIGNED_UP_ALREADY'
  return sitting.taken >= sitting.capacity ? 'SLOT_FULL' : null
}

/** 不去了: until it begins. */
export function cancelBooking(booking: Booking, now: number): Result<Booking> {
  if (booking.state !== 'booked' || now >= booking.startsAt) return refuse('NOT_IN_THIS_STATE')
  return ok({ ...booking, state: 'cancelled', settledAt: now })
}

/** What was marked may be put right until the end of the seventh day after. */
const MARKED_WITHIN = 7

/** 来了、没来: from the hour before it begins; the provider himself may put it right within a week. */
export function markBooking(
  booking: Booking,
  { came, now }: { came: boolean; now: number },
): Result<Booking> {
  if (!['booked', 'came', 'absent'].includes(booking.state)) return refuse('NOT_IN_THIS_STATE')
  const days = dayOf(now) - dayOf(booking.startsAt)
  if (now < booking.startsAt - HOUR || days > MARKED_WITHIN) return refuse('NOT_IN_THIS_STATE')
  return ok({ ...booking, state: came ? 'came' : 'absent', settledAt: now })
}

export const callOffBooking = (booking: Booking, now: number): Booking =>
  booking.state === 'booked' ? { ...booking, state: 'off', settledAt: now } : booking

/** What happens to a sitting by itself. */
export interface SittingDue {
  kind: 'remind' | 'forget'
  /** From here on, never before. Epoch milliseconds. */
  at: number
}

/** Six in the evening before. */
const EVENING = 6 * HOUR
/** Names of neighbours who were brought along are not needed longer than the marks of the day. */
const FORGOTTEN_AFTER = 2 * DAY

/** The next of them after an instant; one who books later than the evening before knows anyway. */
export function dueOfSitting(sitting: Omit<KeptSitting, 'taken'>, now: number): SittingDue | null {
  if (sitting.state === 'over') return null
  const remindAt = startOfDay(dayOf(sitting.startsAt)) - EVENING
  if (sitting.state === 'open' && now < remindAt) return { kind: 'remind', at: remindAt }
  return { kind: 'forget', at: sitting.endsAt + FORGOTTEN_AFTER }
}

/** Which of them is to be done when the clock strikes: of two that were missed only the later one. */
export const dueNow = (sitting: KeptSitting, now: number): SittingDue['kind'] =>
  now < sitting.startsAt && sitting.state === 'open' ? 'remind' : 'forget'

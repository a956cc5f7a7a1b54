import { DAY, dayOf, MINUTE, startOfDay } from '../concerns/calendar'
import type { GridPath } from '../grids/grid'

/** 网格服务清单: what kind of help stands ready. */
export const OFFER_KINDS = [
  'haircut',
  'repair',
  'legal',
  'health',
  'elder',
  'children',
  'desk',
  'other',
] as const
export type OfferKind = (typeof OFFER_KINDS)[number]

/** One stretch of every week; 1 is Monday. Minutes of the day in China. */
export interface Weekly {
  weekday: number
  from: number
  to: number
  /** So many come to one stretch. */
  capacity: number
}

export interface OfferWords {
  title: string
  detail: string
  kind: OfferKind
  /** Who does it, as people know him: 陈师傅, 区律师协会. */
  who: string
  place: string
}

export type OfferStatus = { state: 'open' } | { state: 'ended'; endedAt: number; note: string }

/** 服务: a standing offer of a grid or of its station. */
export type Offer = {
  id: string
  streetId: string
  gridPath: GridPath
  words: OfferWords
  weekly: Weekly[]
  /** 直接来: the door is open, nobody books. */
  walkIn: boolean
  /** Days since 1970 in China, both included. */
  fromDay: number
  toDay: number
  /** Keeps the list of the day and says who came. */
  providerId: string
  madeBy: string
  madeAt: number
} & OfferStatus

/** One stretch on one day. */
export interface Sitting {
  startsAt: number
  endsAt: number
  capacity: number
}

/** A sitting as it is kept once somebody has booked it, or it was called off. */
export interface KeptSitting extends Sitting {
  offerId: string
  /** `over`: long enough ago that the names of those who were brought along are forgotten. */
  state: 'open' | 'off' | 'over'
  /** Places somebody has, as the database itself counts them. */
  taken: number
}

// 1970-01-01 was a Thursday; 1 is Monday.
const weekdayOf = (day: number): number => ((day + 3) % 7) + 1

/** The sittings of an offer that start in a stretch of time, earliest first; none once it has ended. */
export function sittingsOf(offer: Offer, { from, to }: { from: number; to: number }): Sitting[] {
  const until = offer.state === 'ended' ? Math.min(to, offer.endedAt) : to
  const sittings: Sitting[] = []
  const last = Math.min(dayOf(until), offer.toDay)
  for (let day = Math.max(dayOf(from), offer.fromDay); day <= last; day += 1)
    for (const { weekday, from: begins, to: ends, capacity } of offer.weekly)
      if (weekday === weekdayOf(day)) {
        const midnight = startOfDay(day)
        sittings.push({ startsAt: midnight + begins * MINUTE, endsAt: midnight + ends * MINUTE, capacity })
      }
  return sittings
    .filter(({ startsAt }) => startsAt >= from && startsAt < until)
    .sort((a, b) => a.startsAt - b.startsAt)
}

/** The one sitting that starts at an instant, if there is one. */
export const sittingAt = (offer: Offer, startsAt: number): Sitting | undefined =>
  sittingsOf(offer, { from: startsAt, to: startsAt + 1 })[0]

/** Still to be had on this day. */
export const isOffered = (offer: Offer, now: number): boolean =>
  offer.state === 'open' && dayOf(now) <= offer.toDay

/** An offer is told for a year at most; then somebody says that it still holds. */
export const LONGEST_OFFER = 366

interface Span {
  weekly: readonly Weekly[]
  fromDay: number
  toDay: number
}

/** Whether times and days can be kept: in order, not past, no two stretches of a weekday over one another. */
export function areFit({ weekly, fromDay, toDay }: Span, now: number): boolean {
  if (toDay < fromDay || toDay < dayOf(now) || toDay > fromDay + LONGEST_OFFER) return false
  return weekly.every(
    (one, at) =>
      one.from < one.to &&
      weekly.every(
        (other, place) =>
          place === at || other.weekday !== one.weekday || other.to <= one.from || other.from >= one.to,
      ),
  )
}

export const endOffer = (offer: Offer, { note, now }: { note: string; now: number }): Offer => ({
  ...offer,
  state: 'ended',
  endedAt: now,
  note,
})

/** One books so far ahead and no further. Milliseconds. */
export const AHEAD = 28 * DAY

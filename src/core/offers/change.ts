import { dayOf } from '../concerns/calendar'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import {
  areFit,
  isOffered,
  type KeptSitting,
  type Offer,
  type OfferWords,
  sittingAt,
  type Weekly,
} from './offer'

/** What may be put right of an offer; whose it is and whether one books at all is another offer. */
export interface OfferChange {
  words: OfferWords
  weekly: Weekly[]
  /** Days since 1970 in China. */
  toDay: number
}

/** 改一改: whoever puts it right says that it still holds, so its year counts from today. */
export function changeOffer(offer: Offer, change: OfferChange, now: number): Result<Offer> {
  if (!isOffered(offer, now)) return refuse('NOT_IN_THIS_STATE')
  const fromDay = Math.max(offer.fromDay, dayOf(now))
  if (!areFit({ ...change, fromDay }, now)) return refuse('TERM_TOO_LONG')
  return ok({ ...offer, ...change })
}

/** What becomes of a sitting somebody has asked for. */
export type SittingChange =
  /** `told`: something who comes has to know is different. */
  { kind: 'stays'; sitting: KeptSitting; told: boolean } | { kind: 'dropped'; sitting: KeptSitting }

/** The same for each of the sittings that lie ahead; those nobody has a place in are dropped without a word. */
export const sittingsAfter = (
  ahead: readonly KeptSitting[],
  { before, after }: { before: Offer; after: Offer },
): SittingChange[] =>
  ahead.flatMap((sitting): SittingChange[] => {
    const planned = sittingAt(after, sitting.startsAt)
    if (!planned) return sitting.taken > 0 ? [{ kind: 'dropped', sitting }] : []
    const told = planned.endsAt !== sitting.endsAt || isToldOf(before.words, after.words)
    return [{ kind: 'stays', sitting: { ...sitting, ...planned }, told }]
  })

/** A title put right disturbs nobody; where, by whom and what to bring has to be known before one goes. */
const isToldOf = (before: OfferWords, after: OfferWords): boolean =>
  (['who', 'place', 'detail'] as const).some((field) => before[field] !== after[field])

/**
 * Why sittings cannot become so, or `null`. Nobody loses a place by a number: whoever keeps the list alone knows whether
 * one more than he has room for still fits, so he sets the number or calls that time off. A time that is no longer there
 * is called off with the reason everybody who booked it reads: refusing it altogether would leave him to call off four
 * weeks one by one, but without that reason a slip of the finger would send twenty people home.
 */
export function whyNotSo(changes: readonly SittingChange[], note: string | null): Refusal | null {
  const isTooFew = changes.some(({ kind, sitting }) => kind === 'stays' && sitting.taken > sitting.capacity)
  if (isTooFew) return 'PLACES_TAKEN'
  return note === null && changes.some(({ kind }) => kind === 'dropped') ? 'SITTINGS_BOOKED' : null
}

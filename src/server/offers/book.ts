import type { OutputOf, ParsedOf } from '#contracts/operations'
import { type Booking, cancelBooking, markBooking, whyNotBook } from '#core/offers/booking'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import {
  bookingsOf,
  findBookingForStep,
  findOffer,
  findOfferForBooking,
  provides,
  sittingForStep,
} from './load'
import { saveBooking, saveNewBooking } from './save'

const placeOfName = (bookingId: string): string => `booking:${bookingId}:for`

/** 约一段: a place if one is free; the sitting's row is held, so that of two who want the last one has it. */
export async function book(
  { id: offerId, startsAt, forWhom }: ParsedOf<'offers.book'>,
  asking: Asking,
): Promise<Result<OutputOf<'offers.book'>>> {
  const { tx, actor, system } = asking
  const { streetId } = system
  if (!actor.personId) return refuse('NOT_AUTHENTICATED')
  const kept = await findOfferForBooking(tx, { streetId, id: offerId })
  if (!kept) return refuse('NOT_FOUND')
  const { offer } = kept
  const sitting = await sittingForStep(tx, offer, { startsAt, now: asking.now })
  if (!sitting) return refuse('NOT_FOUND')
  // Whoever waited for the lock books when he gets it.
  const now = await asking.instant()
  const his = (await bookingsOf(tx, streetId, { offerId, startsAt })).filter(
    ({ personId, state }) => personId === actor.personId && state !== 'cancelled',
  )
  const refusal = whyNotBook({
    offer,
    sitting,
    already: his.some(({ forEnc }) => forEnc === null),
    isForOther: forWhom !== null,
    others: his.filter(({ forEnc }) => forEnc !== null).length,
    now,
  })
  if (refusal) return refuse(refusal)

  const id = system.newId()
  await saveNewBooking(tx, streetId, {
    id,
    offerId,
    startsAt,
    personId: actor.personId,
    forEnc: forWhom === null ? null : system.vault.seal(forWhom.name, placeOfName(id)),
    at: now,
    state: 'booked',
    settledAt: null,
  })
  return ok({ id })
}

export async function cancel(id: string, asking: Asking): Promise<Result<OutputOf<'offers.cancel'>>> {
  const { tx, actor, system } = asking
  const booking = await findBookingForStep(tx, { streetId: system.streetId, id })
  if (!booking || booking.personId !== actor.personId) return refuse('NOT_FOUND')
  const cancelled = cancelBooking(booking, await asking.instant())
  if (!cancelled.ok) return cancelled
  await saveBooking(tx, system.streetId, forgotten(cancelled.value))
  return ok({ done: true })
}

/** Whoever does not come need not be known. */
export const forgotten = (booking: Booking): Booking =>
  booking.forEnc === null ? booking : { ...booking, forEnc: '' }

export async function mark(
  { id, came }: ParsedOf<'offers.mark'>,
  asking: Asking,
): Promise<Result<OutputOf<'offers.mark'>>> {
  const { tx, system } = asking
  const { streetId } = system
  const booking = await findBookingForStep(tx, { streetId, id })
  const kept = booking && (await findOffer(tx, { streetId, id: booking.offerId }))
  if (!booking || !kept) return refuse('NOT_FOUND')
  if (!provides(asking, kept.offer)) return refuse('FORBIDDEN')
  const marked = markBooking(booking, { came, now: await asking.instant() })
  if (!marked.ok) return marked
  await saveBooking(tx, streetId, marked.value)
  return ok({ id, state: marked.value.state })
}

/** For whom it was booked: `null` for the one who booked, empty once the name is forgotten. */
export const nameOfOther = (
  { system }: Pick<Asking, 'system'>,
  { id, forEnc }: Pick<Booking, 'id' | 'forEnc'>,
): string | null => (forEnc ? system.vault.open(forEnc, placeOfName(id)) : forEnc)

import { type Booking, dueOfSitting } from '#core/offers/booking'
import type { KeptSitting, Offer } from '#core/offers/offer'
import type { Tx } from '../storage/database'
import type { KeptOffer } from './load'

export const saveNewOffer = (tx: Tx, offer: Offer) =>
  tx
    .insertInto('service_offers')
    .values({ street_id: offer.streetId, id: offer.id, version: 1, body: offer })
    .execute()

/** Keeps an offer whose row is held, as its next version. */
export async function saveOffer(tx: Tx, { version }: KeptOffer, offer: Offer): Promise<number> {
  await tx
    .updateTable('service_offers')
    .set({ version: version + 1, body: offer })
    .where('street_id', '=', offer.streetId)
    .where('id', '=', offer.id)
    .execute()
  return version + 1
}

/** Keeps a sitting that is held, and winds its clock for what comes next. */
export async function saveSitting(
  tx: Tx,
  streetId: string,
  { sitting, now }: { sitting: KeptSitting; now: number },
): Promise<void> {
  const { endsAt, capacity, state } = sitting
  await tx
    .updateTable('offer_sittings')
    .set({ ends_at: endsAt, capacity, state, next_at: dueOfSitting(sitting, now)?.at ?? null })
    .where('street_id', '=', streetId)
    .where('offer_id', '=', sitting.offerId)
    .where('starts_at', '=', sitting.startsAt)
    .execute()
}

export const saveNewBooking = (tx: Tx, streetId: string, booking: Booking) =>
  tx
    .insertInto('offer_bookings')
    .values({
      street_id: streetId,
      id: booking.id,
      offer_id: booking.offerId,
      starts_at: booking.startsAt,
      person_id: booking.personId,
      for_enc: booking.forEnc,
      at: booking.at,
      state: booking.state,
      settled_at: booking.settledAt,
    })
    .execute()

export const saveBooking = (tx: Tx, streetId: string, { id, state, settledAt, forEnc }: Booking) =>
  tx
    .updateTable('offer_bookings')
    .set({ state, settled_at: settledAt, for_enc: forEnc })
    .where('street_id', '=', streetId)
    .where('id', '=', id)
    .execute()

import type { Tx } from '../storage/database'

interface Leaving {
  streetId: string
  personId: string
  now: number
}

/** 注销: what he booked ahead is free again, and what he once booked is forgotten. */
export async function leaveBookings(tx: Tx, { streetId, personId, now }: Leaving): Promise<void> {
  await tx
    .updateTable('offer_bookings')
    .set({ state: 'cancelled', settled_at: now })
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('state', '=', 'booked')
    .where('starts_at', '>', now)
    .execute()
  await tx
    .deleteFrom('offer_bookings')
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .execute()
}

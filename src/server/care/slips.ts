import type { Asking } from '../operation'
import { areFree } from '../photos/loose'

interface Slip {
  pairingId: string
  photoId: string
}

/** Ties a photo of a signed slip to its pairing; false when it is somebody else's, or shows something already. */
export async function tieSlip(asking: Asking, { pairingId, photoId }: Slip): Promise<boolean> {
  if (!(await areFree(asking, [photoId]))) return false
  const { tx, system } = asking
  const tied = await tx
    .insertInto('care_photos')
    .values({ street_id: system.streetId, photo_id: photoId, pairing_id: pairingId })
    .onConflict((conflict) => conflict.columns(['street_id', 'photo_id']).doNothing())
    .executeTakeFirst()
  return Number(tied.numInsertedOrUpdatedRows) === 1
}

/** Addresses of the slips of a pairing, for whoever may look at them. */
export async function slipsOf({ tx, now, system }: Asking, pairingId: string) {
  const rows = await tx
    .selectFrom('care_photos')
    .select('photo_id as id')
    .where('street_id', '=', system.streetId)
    .where('pairing_id', '=', pairingId)
    .orderBy('photo_id')
    .execute()
  return rows.map(({ id }) => ({ id, url: system.photoLinks.url(id, 'insiders', now) }))
}

import type { Asking } from '../operation'

interface Slip {
  pairingId: string
  photoId: string
}

/** Ties a photo of a signed slip to its pairing; false when it is somebody else's, or shows something already. */
export async function tieSlip({ tx, actor, system }: Asking, { pairingId, photoId }: Slip): Promise<boolean> {
  const free = await tx
    .selectFrom('photos as p')
    .select('p.id')
    .where('p.street_id', '=', system.streetId)
    .where('p.id', '=', photoId)
    .where('p.uploader_id', '=', actor.personId)
    .where('p.concern_id', 'is', null)
    .where('p.use', '=', 'concern')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('building_photos as b')
            .select('b.photo_id')
            .whereRef('b.street_id', '=', 'p.street_id')
            .whereRef('b.photo_id', '=', 'p.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('council_photos as c')
            .select('c.photo_id')
            .whereRef('c.street_id', '=', 'p.street_id')
            .whereRef('c.photo_id', '=', 'p.id'),
        ),
      ),
    )
    .executeTakeFirst()
  if (!free) return false
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

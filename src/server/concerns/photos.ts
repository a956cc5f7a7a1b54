import type { Tx } from '../storage/database'

interface Attaching {
  streetId: string
  uploaderId: string
  concernId: string
  photoIds: string[]
}

/**
 * Ties uploaded photos to a concern. False when one of them does not exist, was uploaded by somebody else, is a face,
 * or already belongs to a concern: nobody can show another person's photo as his own.
 */
export async function attachPhotos(
  tx: Tx,
  { streetId, uploaderId, concernId, photoIds }: Attaching,
): Promise<boolean> {
  const ids = [...new Set(photoIds)]
  if (ids.length === 0) return true
  const attached = await tx
    .updateTable('photos')
    .set({ concern_id: concernId })
    .where('street_id', '=', streetId)
    .where('id', 'in', ids)
    .where('uploader_id', '=', uploaderId)
    .where('concern_id', 'is', null)
    .where('use', '=', 'concern')
    .executeTakeFirst()
  return Number(attached.numUpdatedRows) === ids.length
}

import type { Concern } from '#core/concerns/concern'
import { isPublished } from '#core/content/photo'
import type { Tx } from '../storage/database'

interface Attaching {
  concern: Concern
  uploaderId: string
  photoIds: string[]
  now: number
}

/**
 * Ties uploaded photos to a concern. False when one of them does not exist, was uploaded by somebody else, is a face,
 * or already belongs to a concern: nobody can show another person's photo as his own.
 */
export async function attachPhotos(tx: Tx, attaching: Attaching): Promise<boolean> {
  const { concern, uploaderId } = attaching
  const ids = [...new Set(attaching.photoIds)]
  if (ids.length === 0) return true
  const attached = await tx
    .updateTable('photos')
    .set({ concern_id: concern.id })
    .where('street_id', '=', concern.streetId)
    .where('id', 'in', ids)
    .where('uploader_id', '=', uploaderId)
    .where('concern_id', 'is', null)
    .where('use', '=', 'concern')
    .returning(['id', 'state'])
    .execute()
  const unchecked = attached.filter(({ state }) => state === 'pending').map(({ id }) => id)
  if (unchecked.length > 0) await (isPublished(concern) ? sendToCheck : letPass)(tx, attaching, unchecked)
  return attached.length === ids.length
}

/** They now belong to a matter others read, so they are checked: the errand is written with what calls for it. */
async function sendToCheck(tx: Tx, { concern, now }: Attaching, ids: string[]): Promise<void> {
  await tx
    .insertInto('photo_checks')
    .values(ids.map((id) => ({ street_id: concern.streetId, photo_id: id, step: 'ask', due_at: now })))
    .execute()
}

/** For few eyes: those who handle it see them anyway, and nobody outside has to. */
async function letPass(tx: Tx, { concern }: Attaching, ids: string[]): Promise<void> {
  await tx
    .updateTable('photos')
    .set({ state: 'pass' })
    .where('street_id', '=', concern.streetId)
    .where('id', 'in', ids)
    .execute()
}

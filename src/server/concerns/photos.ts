import type { Concern } from '#core/concerns/concern'
import { isPublished } from '#core/content/photo'
import { sendToCheck } from '../content/errand-rows'
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
    .returning('id')
    .execute()
  const tied = attached.map(({ id }) => id)
  if (isPublished(concern)) await sendToCheck(tx, { system: concern, ids: tied, now: attaching.now })
  else await letPass(tx, concern, tied)
  return attached.length === ids.length
}

/** For few eyes: those who handle it see them anyway, and nobody outside has to. */
async function letPass(tx: Tx, concern: Concern, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('photos')
    .set({ state: 'pass' })
    .where('street_id', '=', concern.streetId)
    .where('id', 'in', ids)
    .where('state', '=', 'pending')
    .execute()
}

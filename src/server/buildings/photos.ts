import type { Asking } from '../operation'
import { photosOf } from '../queries/photos'

interface Shown {
  buildingId: string
  subject: 'check' | 'hazard' | 'inspection'
  subjectId: string
}

/**
 * Ties uploaded photos to what they show of a house. False when one does not exist, was uploaded by somebody else, or
 * already shows something: nobody can show another person's photo as his own.
 */
export async function tiePhotos(asking: Asking, shown: Shown, photoIds: string[]): Promise<boolean> {
  const { tx, actor, system } = asking
  const ids = [...new Set(photoIds)]
  if (ids.length === 0) return true
  const free = await tx
    .selectFrom('photos')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('id', 'in', ids)
    .where('uploader_id', '=', actor.personId)
    .where('concern_id', 'is', null)
    .execute()
  if (free.length < ids.length) return false
  const tied = await tx
    .insertInto('building_photos')
    .values(
      ids.map((photo_id) => ({
        street_id: system.streetId,
        photo_id,
        building_id: shown.buildingId,
        subject: shown.subject,
        subject_id: shown.subjectId,
      })),
    )
    .onConflict((conflict) => conflict.columns(['street_id', 'photo_id']).doNothing())
    .executeTakeFirst()
  return Number(tied.numInsertedOrUpdatedRows) === ids.length
}

/** The photos of one subject with addresses that hold for an hour or two. */
export async function photosShowing(asking: Asking, subject: Shown['subject'], subjectId: string) {
  const rows = await asking.tx
    .selectFrom('building_photos')
    .select('photo_id')
    .where('street_id', '=', asking.system.streetId)
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .orderBy('photo_id')
    .execute()
  return photosOf(
    asking,
    rows.map(({ photo_id }) => photo_id),
  )
}

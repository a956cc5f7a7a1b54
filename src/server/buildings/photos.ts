import type { Asking } from '../operation'
import { areFree } from '../photos/loose'

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
  const { tx, system } = asking
  const ids = [...new Set(photoIds)]
  if (ids.length === 0) return true
  if (!(await areFree(asking, ids))) return false
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

/** The photos of one subject with addresses that hold for an hour or two: for the few who may read it, no check is awaited. */
export async function photosShowing(
  { tx, now, system }: Asking,
  subject: Shown['subject'],
  subjectId: string,
) {
  const rows = await tx
    .selectFrom('building_photos as s')
    .innerJoin('photos as p', (on) =>
      on.onRef('p.street_id', '=', 's.street_id').onRef('p.id', '=', 's.photo_id'),
    )
    .select(['p.id', 'p.width', 'p.height'])
    .where('s.street_id', '=', system.streetId)
    .where('s.subject', '=', subject)
    .where('s.subject_id', '=', subjectId)
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ ...row, url: system.photoLinks.url(row.id, 'insiders', now) }))
}

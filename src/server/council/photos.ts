import type { Asking } from '../operation'
import { areFree } from '../photos/loose'
import type { CouncilTables } from '../storage/tables/council'

type Subject = CouncilTables['council_photos']['subject']

interface Shown {
  subject: Subject
  subjectId: string
}

/**
 * Ties uploaded photos to what they show. False when one does not exist, was uploaded by somebody else, or already
 * shows something.
 */
export async function tieCouncilPhotos(
  asking: Asking,
  { subject, subjectId }: Shown,
  photoIds: readonly string[],
): Promise<boolean> {
  const ids = [...new Set(photoIds)]
  if (ids.length === 0) return true
  if (!(await areFree(asking, ids))) return false
  const { tx, system } = asking
  const tied = await tx
    .insertInto('council_photos')
    .values(
      ids.map((photo_id) => ({
        street_id: system.streetId,
        photo_id,
        subject,
        subject_id: subjectId,
      })),
    )
    .onConflict((conflict) => conflict.columns(['street_id', 'photo_id']).doNothing())
    .executeTakeFirst()
  return Number(tied.numInsertedOrUpdatedRows) === ids.length
}

/** Photos of some subjects, each with the state its check has come to. */
export async function councilPhotos(
  { tx, system }: Asking,
  subjects: readonly Subject[],
  subjectIds: readonly string[],
) {
  if (subjectIds.length === 0) return []
  return tx
    .selectFrom('council_photos as s')
    .innerJoin('photos as p', (on) =>
      on.onRef('p.street_id', '=', 's.street_id').onRef('p.id', '=', 's.photo_id'),
    )
    .select(['p.id', 'p.state', 'p.uploader_id as uploaderId', 's.subject', 's.subject_id as subjectId'])
    .where('s.street_id', '=', system.streetId)
    .where('s.subject', 'in', [...subjects])
    .where('s.subject_id', 'in', [...subjectIds])
    .orderBy('p.id')
    .execute()
}

import type { Asking } from '../operation'
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
  { tx, actor, system }: Asking,
  { subject, subjectId }: Shown,
  photoIds: readonly string[],
): Promise<boolean> {
  const ids = [...new Set(photoIds)]
  if (ids.length === 0) return true
  const free = await tx
    .selectFrom('photos as p')
    .leftJoin('building_photos as b', (on) =>
      on.onRef('b.street_id', '=', 'p.street_id').onRef('b.photo_id', '=', 'p.id'),
    )
    .select('p.id')
    .where('p.street_id', '=', system.streetId)
    .where('p.id', 'in', ids)
    .where('p.uploader_id', '=', actor.personId)
    .where('p.concern_id', 'is', null)
    .where('p.use', '=', 'concern')
    .where('b.photo_id', 'is', null)
    .execute()
  if (free.length < ids.length) return false
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

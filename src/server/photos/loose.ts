import type { Asking } from '../operation'
import type { Tx } from '../storage/database'

/** Photos that were sent up and then shown nowhere: in no matter, of no house, nobody's face. */
export const loosePhotos = (tx: Tx, streetId: string) =>
  tx
    .selectFrom('photos as p')
    .select('p.id')
    .where('p.street_id', '=', streetId)
    .where('p.concern_id', 'is', null)
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
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('care_photos as k')
            .select('k.photo_id')
            .whereRef('k.street_id', '=', 'p.street_id')
            .whereRef('k.photo_id', '=', 'p.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('persons as f')
            .select('f.id')
            .whereRef('f.street_id', '=', 'p.street_id')
            .whereRef('f.avatar_id', '=', 'p.id'),
        ),
      ),
    )

/**
 * Whether all of these photos are his own and show nothing yet: nobody can show another person's photo as his own, and
 * one photo shows one thing. A face is shown on the notice board, and nowhere else.
 */
export async function areFree({ tx, actor, system }: Asking, ids: readonly string[]): Promise<boolean> {
  const free = await loosePhotos(tx, system.streetId)
    .where('p.id', 'in', ids)
    .where('p.uploader_id', '=', actor.personId)
    .where('p.use', '=', 'concern')
    .execute()
  return free.length === ids.length
}

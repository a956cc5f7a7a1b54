import { type SqlBool, sql } from 'kysely'
import type { Asking } from '../operation'
import type { Tx } from '../storage/database'

/** Photos that were sent up and then shown nowhere: in no matter, of no house, nobody's face. */
export const loosePhotos = (tx: Tx, streetId: string) =>
  tx
    .selectFrom('photos as p')
    .select('p.id')
    .where('p.street_id', '=', streetId)
    .where('p.concern_id', 'is', null)
    .where(isNotIn('building_photos'))
    .where(isNotIn('council_photos'))
    .where(isNotIn('care_photos'))
    .where(
      sql<SqlBool>`not exists (select from persons f where f.street_id = p.street_id and f.avatar_id = p.id)`,
    )

const isNotIn = (table: 'building_photos' | 'council_photos' | 'care_photos') =>
  sql<SqlBool>`not exists (select from ${sql.table(table)} s where s.street_id = p.street_id and s.photo_id = p.id)`

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

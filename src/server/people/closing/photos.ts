import { sql } from 'kysely'
import { dropFiles } from '../../photos/dropped'
import { loosePhotos } from '../../photos/loose'
import type { Tx } from '../../storage/database'
import type { Leaving } from './erase'

/** Photos of matters that only he and the handlers read; those everybody sees stay with the public matter. */
export async function forgetPhotos(tx: Tx, { streetId, personId, now }: Leaving): Promise<void> {
  const hidden = await tx
    .selectFrom('photos as p')
    .innerJoin('concerns as c', (on) =>
      on.onRef('c.street_id', '=', 'p.street_id').onRef('c.id', '=', 'p.concern_id'),
    )
    .select('p.id')
    .where('p.street_id', '=', streetId)
    .where('p.uploader_id', '=', personId)
    .where('c.reporter_id', '=', personId)
    // Such a matter has forgotten its photos just now; one that lives on still names them.
    .where(sql<boolean>`not jsonb_exists(c.body -> 'photoIds', p.id)`)
    .where(sql<boolean>`not jsonb_exists(coalesce(c.body -> 'outcome' -> 'photoIds', '[]'), p.id)`)
    .execute()
  await dropFiles(tx, { streetId, photoIds: hidden.map(({ id }) => id), now })
  await tx
    .updateTable('photos')
    .set({ reason: null })
    .where('street_id', '=', streetId)
    .where('uploader_id', '=', personId)
    .execute()
}

/** Faces he showed, and what he sent up and never used. */
export async function forgetLoosePhotos(tx: Tx, { streetId, personId, now }: Leaving): Promise<void> {
  const loose = await loosePhotos(tx, streetId).where('p.uploader_id', '=', personId).execute()
  await dropFiles(tx, { streetId, photoIds: loose.map(({ id }) => id), now })
}

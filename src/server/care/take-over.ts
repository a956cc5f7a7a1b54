import { sql } from 'kysely'
import { MOST_ACTIVE } from '#core/care/pairing'
import { named } from '../people/named'
import type { Tx } from '../storage/database'

interface Joining {
  streetId: string
  importedId: string
  personId: string
}

/** What somebody was named for before he came: households he visits, cases he is responsible for. */
export async function takeCare(tx: Tx, joining: Joining): Promise<void> {
  await takePairings(tx, joining)
  const { streetId, importedId, personId } = joining
  await tx
    .updateTable('hardship_cases')
    .set({ body: named('ownerId', personId) })
    .where('street_id', '=', streetId)
    .where('owner_id', '=', importedId)
    .where(sql<boolean>`${personId} is distinct from person_id`)
    .where(sql<boolean>`${personId} is distinct from body ->> 'struckBy'`)
    .execute()
}

/**
 * Households he was named for. Five at once is the most anybody has, so what he brings beyond that stays where it was;
 * nobody visits himself, nor a household whose consent he wrote down.
 */
async function takePairings(tx: Tx, { streetId, importedId, personId }: Joining): Promise<void> {
  await sql`
    update pairings set body = ${named('helperId', personId)} where street_id = ${streetId} and id in (
      select id from (
        select p.id, p.state, row_number() over (partition by p.state order by p.id) + coalesce((
          select h.active from pairing_helpers h where h.street_id = p.street_id and h.person_id = ${personId}
        ), 0) as place
        from pairings p
        where p.street_id = ${streetId} and p.helper_id = ${importedId}
          and p.person_id is distinct from ${personId}
          and p.body -> 'consent' ->> 'by' is distinct from ${personId}
      ) brought
      where state <> 'active' or place <= ${MOST_ACTIVE}
    )`.execute(tx)
}

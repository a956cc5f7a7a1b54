import { sql } from 'kysely'
import type { Tx } from '../storage/database'

interface Taking {
  streetId: string
  importedId: string
  personId: string
}

/** Offers he was named to provide, and goals he was named to reach. */
export async function takeListed(tx: Tx, { streetId, importedId, personId }: Taking): Promise<void> {
  const him = sql<never>`to_jsonb(${personId}::text)`
  await tx
    .updateTable('service_offers')
    .set({ body: sql<never>`jsonb_set(body, '{providerId}', ${him})` })
    .where('street_id', '=', streetId)
    .where('provider_id', '=', importedId)
    .execute()
  await tx
    .updateTable('weekly_goals')
    .set({ body: sql<never>`jsonb_set(body, '{ownerId}', ${him})` })
    .where('street_id', '=', streetId)
    .where(sql<boolean>`body ->> 'ownerId' = ${importedId}`)
    .execute()
}

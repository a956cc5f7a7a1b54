import { sql } from 'kysely'
import type { Tx } from '../storage/database'
import { named } from './named'

interface Taking {
  streetId: string
  importedId: string
  personId: string
}

/** Tasks he was named to lead, offers to provide, goals to reach. */
export async function takeListed(tx: Tx, { streetId, importedId, personId }: Taking): Promise<void> {
  await tx
    .updateTable('volunteer_tasks')
    .set({ body: named('leaderId', personId) })
    .where('street_id', '=', streetId)
    .where('leader_id', '=', importedId)
    .execute()
  await tx
    .updateTable('service_offers')
    .set({ body: named('providerId', personId) })
    .where('street_id', '=', streetId)
    .where('provider_id', '=', importedId)
    .execute()
  await tx
    .updateTable('weekly_goals')
    .set({ body: named('ownerId', personId) })
    .where('street_id', '=', streetId)
    .where(sql<boolean>`body ->> 'ownerId' = ${importedId}`)
    .execute()
}

import type { Concern } from '#core/concerns/concern'
import type { Tx } from '../storage/database'

/** A concern as it is kept, with the version it has now. */
export interface Kept {
  concern: Concern
  version: number
  changedAt: number
}

/** Reads one concern. */
export async function findConcern(tx: Tx, streetId: string, id: string): Promise<Kept | undefined> {
  const row = await byId(tx, streetId, id).executeTakeFirst()
  return row && keptIn(row)
}

/** Reads one concern and keeps every other step on it waiting until this transaction ends. */
export async function findConcernForStep(tx: Tx, streetId: string, id: string): Promise<Kept | undefined> {
  const row = await byId(tx, streetId, id).forUpdate().executeTakeFirst()
  return row && keptIn(row)
}

/** Reads one concern that is to get a follower: it cannot be closed or merged before this transaction ends. */
export async function findConcernToFollow(tx: Tx, streetId: string, id: string): Promise<Kept | undefined> {
  const row = await byId(tx, streetId, id).forShare().executeTakeFirst()
  return row && keptIn(row)
}

const keptIn = (row: { body: Concern; version: number; changed_at: number }): Kept => ({
  concern: row.body,
  version: row.version,
  changedAt: row.changed_at,
})

const byId = (tx: Tx, streetId: string, id: string) =>
  tx
    .selectFrom('concerns')
    .select(['body', 'version', 'changed_at'])
    .where('street_id', '=', streetId)
    .where('id', '=', id)

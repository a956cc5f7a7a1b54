import type { Concern } from '#core/concerns/concern'
import type { Tx } from '../storage/database'
import { bodyNow } from './owner'

/** A concern as it is kept, with the version it has now; an owner out of office is not named any more. */
export interface Kept {
  concern: Concern
  version: number
  changedAt: number
}

interface Asked {
  streetId: string
  id: string
  now: number
}

/** Reads one concern. */
export async function findConcern(tx: Tx, asked: Asked): Promise<Kept | undefined> {
  const row = await byId(tx, asked).executeTakeFirst()
  return row && keptIn(row)
}

/** Reads one concern and keeps every other step on it waiting until this transaction ends. */
export async function findConcernForStep(tx: Tx, asked: Asked): Promise<Kept | undefined> {
  const row = await byId(tx, asked).forUpdate().executeTakeFirst()
  return row && keptIn(row)
}

/** Reads one concern that is to get a follower: it cannot be closed or merged before this transaction ends. */
export async function findConcernToFollow(tx: Tx, asked: Asked): Promise<Kept | undefined> {
  const row = await byId(tx, asked).forShare().executeTakeFirst()
  return row && keptIn(row)
}

const keptIn = (row: { body: Concern; version: number; changed_at: number }): Kept => ({
  concern: row.body,
  version: row.version,
  changedAt: row.changed_at,
})

const byId = (tx: Tx, { streetId, id, now }: Asked) =>
  tx
    .selectFrom('concerns as c')
    .select([bodyNow(now).as('body'), 'c.version', 'c.changed_at'])
    .where('c.street_id', '=', streetId)
    .where('c.id', '=', id)

import { sql } from 'kysely'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { BEGINNING, CHAIN_NAMES, type ChainName, type Kept, type Link, linkAfter } from './chain'

type Keeping = Pick<System, 'store' | 'streetId'>

/**
 * Chains what was written since the last time, at most `limit` rows a chain, in the order of time; answers how many.
 * A command that commits later than a younger one is chained behind it. Any number of sealers may run at once:
 * one works, the others pass by. One that dies leaves nothing half sealed.
 */
export async function sealAudit({ store, streetId }: Keeping, limit: number): Promise<number> {
  let sealed = 0
  for (const chain of CHAIN_NAMES) {
    if (await hasUnsealed(store, streetId, chain))
      sealed += await store.transaction((tx) => sealChain(tx, streetId, { chain, limit }))
  }
  return sealed
}

async function hasUnsealed({ db }: System['store'], streetId: string, chain: ChainName): Promise<boolean> {
  const waiting = await db
    .selectFrom(chain)
    .select('id')
    .where('street_id', '=', streetId)
    .where('seq', 'is', null)
    .limit(1)
    .execute()
  return waiting.length > 0
}

interface Sealing {
  chain: ChainName
  limit: number
}

async function sealChain(tx: Tx, streetId: string, { chain, limit }: Sealing): Promise<number> {
  const end = await takeEnd(tx, streetId, chain)
  if (!end) return 0
  const rows = await unsealed(tx, streetId, { chain, limit })
  let last = end
  const links = rows.map((row) => {
    const before = last
    last = linkAfter(before, chain, row)
    return { id: row.id, seq: last.seq, prev_hash: before.hash, hash: last.hash }
  })
  await sql`
    update ${sql.table(chain)} as row set seq = link.seq, prev_hash = link.prev_hash, hash = link.hash
    from json_to_recordset(${JSON.stringify(links)}::json)
      as link(id text, seq bigint, prev_hash text, hash text)
    where row.street_id = ${streetId} and row.id = link.id`.execute(tx)
  await keepEnd(tx, streetId, chain, last)
  return rows.length
}

/** The end of the chain, held until this transaction ends; nothing while somebody else works on it. */
export async function takeEnd(tx: Tx, streetId: string, chain: ChainName): Promise<Link | undefined> {
  await tx
    .insertInto('audit_chains')
    .values({ street_id: streetId, chain, ...BEGINNING })
    .onConflict((conflict) => conflict.columns(['street_id', 'chain']).doNothing())
    .execute()
  return tx
    .selectFrom('audit_chains')
    .select(['seq', 'hash'])
    .where('street_id', '=', streetId)
    .where('chain', '=', chain)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

async function unsealed(tx: Tx, streetId: string, { chain, limit }: Sealing): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select * from ${sql.table(chain)} where street_id = ${streetId} and seq is null
    order by at, id limit ${limit}`.execute(tx)
  return rows
}

const keepEnd = (tx: Tx, streetId: string, chain: ChainName, { seq, hash }: Link) =>
  tx
    .updateTable('audit_chains')
    .set({ seq, hash })
    .where('street_id', '=', streetId)
    .where('chain', '=', chain)
    .execute()

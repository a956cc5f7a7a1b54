import { sql } from 'kysely'
import type { Vault } from '../people/vault'
import type { Tx } from '../storage/database'
import type { ChainName, Link } from './chain'
import { takeEnd } from './seal'

/** Where a chain begins once what was before has gone: the last link that went, and until when it reached. */
export interface Checkpoint extends Link {
  before: number
}

/** What is signed of a checkpoint: somebody else's, or another chain's, is not ours. */
export const checkpointText = (
  streetId: string,
  chain: ChainName,
  { seq, hash, before }: Checkpoint,
): string => JSON.stringify(['checkpoint', streetId, chain, seq, hash, before])

interface Cutting {
  streetId: string
  vault: Pick<Vault, 'sign'>
  chain: ChainName
  /** Rows from this instant on stay. */
  before: number
  now: number
  limit: number
}

/**
 * 日志满三年: takes away the beginning of a chain as far as it is older, at most `limit` rows, and signs the link that
 * the first row left joins, so that the rest verifies as before. The database refuses to let any other row go. Only
 * one cutter or sealer works on a chain at a time.
 */
export async function cutChain(tx: Tx, cutting: Cutting): Promise<number> {
  const { streetId, vault, chain, before, now, limit } = cutting
  if (!(await takeEnd(tx, streetId, chain))) return 0
  const { rows } = await sql<Link & { at: number }>`
    select seq, hash, at from ${sql.table(chain)} where street_id = ${streetId} and seq is not null
    order by seq limit ${limit}`.execute(tx)
  const young = rows.findIndex(({ at }) => at >= before)
  const old = young === -1 ? rows : rows.slice(0, young)
  const last = old.at(-1)
  if (!last) return 0
  const link = { seq: last.seq, hash: last.hash, before }
  const kept = { ...link, made_at: now, signature: vault.sign(checkpointText(streetId, chain, link)) }
  await tx
    .insertInto('audit_checkpoints')
    .values({ street_id: streetId, chain, ...kept })
    .onConflict((conflict) => conflict.columns(['street_id', 'chain']).doUpdateSet(kept))
    .execute()
  await tx.deleteFrom(chain).where('street_id', '=', streetId).where('seq', '<=', last.seq).execute()
  return old.length
}

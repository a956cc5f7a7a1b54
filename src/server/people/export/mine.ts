import { type RawBuilder, sql } from 'kysely'
import type { Asking } from '../../operation'
import type { Tx } from '../../storage/database'

/** Whose file is written. */
export interface Mine {
  tx: Tx
  system: Asking['system']
  personId: string
  now: number
}

/** One row of the file: flat, so that it can be read as a list. Names ending in `At` are instants. */
export type Facts = Record<string, string | number | boolean | null>

/** An answer over WeChat's cloud carries 1 MB: of each kind the newest so many rows, and how many there are. */
const MOST = 300

/**
 * Runs a query over a person's own rows, the newest first: `rows` is the query, `count` what it finds in all. Every
 * query names the columns it gives, so that a column added later is not given away by itself.
 */
export async function factsOf(
  { tx }: Pick<Mine, 'tx'>,
  query: RawBuilder<unknown>,
): Promise<{ count: number; rows: Facts[] }> {
  const counted = await sql<{ count: number }>`select count(*)::int as count from (${query}) as mine`.execute(
    tx,
  )
  const { rows } = await sql<Facts>`select * from (${query}) as mine limit ${MOST}`.execute(tx)
  return { count: counted.rows[0]?.count ?? 0, rows }
}

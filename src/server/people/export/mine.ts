import { type RawBuilder, sql } from 'kysely'
import type { Asking } from '../../operation'
import type { Tx } from '../../storage/database'

/** Whose file is written. */
export interface Mine {
  tx: Tx
  system: Asking['system']
  personId: string
  now: number
  /** So many rows of the kind, the newest, were given before. */
  skip: number
}

/** One row of the file: flat, so that it can be read as a list. Names ending in `At` are instants. */
export type Facts = Record<string, string | number | boolean | null>

/** Read at once; whether they all fit into an answer is asked afterwards. */
const MOST = 300

/** How much there is in all, and the rows that come next. */
export interface Given {
  count: number
  rows: Facts[]
}

/** Rows that are few and were read whole. */
export const fromAll = ({ skip }: Pick<Mine, 'skip'>, rows: Facts[]): Given => ({
  count: rows.length,
  rows: rows.slice(skip),
})

/**
 * Runs a query over a person's own rows, the newest first: `rows` is the query, `count` what it finds in all. Every
 * query names the columns it gives, so that a column added later is not given away by itself.
 */
export async function factsOf(
  { tx, skip }: Pick<Mine, 'tx' | 'skip'>,
  query: RawBuilder<unknown>,
): Promise<Given> {
  const counted = await sql<{ count: number }>`select count(*)::int as count from (${query}) as mine`.execute(
    tx,
  )
  const { rows } = await sql<Facts>`
    select * from (${query}) as mine limit ${MOST} offset ${skip}`.execute(tx)
  return { count: counted.rows[0]?.count ?? 0, rows }
}

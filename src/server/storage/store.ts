import { type Dialect, Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from './tables'
import { Transactions } from './transaction'

export type Tx = Transaction<Tables>

/** The neighbourhood's records, whichever engine keeps them. */
export interface Store {
  kind: 'folder' | 'server' | 'memory'
  /** For reads outside a transaction, tools and migrations. Inside a transaction ask `tx`, never this. */
  db: Kysely<Tables>
  /**
   * One READ COMMITTED transaction. Run again (at most 5 times) when another one got in its way,
   * so the work must have no effect outside `tx`.
   */
  transaction<Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer>
  /** The database's clock at this instant, epoch milliseconds; it moves on within a transaction. */
  now(tx: Kysely<Tables>): Promise<number>
  close(): Promise<void>
}

/** The store over a dialect; `release` gives back what was opened for it, once nobody asks any more. */
export function storeOver(kind: Store['kind'], dialect: Dialect, release?: () => Promise<void>): Store {
  const transactions = new Transactions()
  const db = new Kysely<Tables>({ dialect: transactions.guard(dialect), log: transactions.watch })
  return {
    kind,
    db,
    transaction: (work) => transactions.run(db, work),
    now: readClock,
    close: async () => {
      await db.destroy()
      await release?.()
    },
  }
}

async function readClock(tx: Kysely<Tables>): Promise<number> {
  const asked = await sql<{ now: number }>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(tx)
  const [row] = asked.rows
  if (!row) throw new Error('The database did not tell the time.')
  return row.now
}

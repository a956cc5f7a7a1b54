import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Dialect, Kysely, sql, type Transaction } from 'kysely'
import type { Environment } from '../environment'
import { COLUMN_READERS } from './column-types'
import { type FolderLock, lockFolder } from './folder-lock'
import { migrate } from './migrate'
import { serverDialect } from './pg'
import { pgliteDialect } from './pglite-dialect'
import { openPgliteFolder, START_PARAMS } from './pglite-folder'
import type { Tables } from './tables'
import { Transactions } from './transaction'

export { isUnavailable } from './failures'

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

type Place = Pick<Environment, 'databaseUrl' | 'databasePool' | 'dataFolder'>

/** Opens the server named by the environment, or the database embedded in its data folder. Does not migrate. */
export async function openDatabase(place: Place, { statementTimeout = 15_000 } = {}): Promise<Store> {
  if (!place.databaseUrl) return openFolderDatabase(place.dataFolder)
  return store('server', serverDialect(place.databaseUrl, { max: place.databasePool, statementTimeout }))
}

/**
 * A database that lives as long as the process, migrated, for tests.
 * Given a `template` (what `dumpMemoryDatabase` returned) it opens in a third of a second instead of several.
 */
export async function openMemoryDatabase(template?: Blob): Promise<Store> {
  const opened = store('memory', pgliteDialect(await openMemory(template)))
  if (!template) await migrate(opened.db)
  return opened
}

/** A migrated and empty database as one archive, for `openMemoryDatabase`. */
export async function dumpMemoryDatabase(): Promise<Blob> {
  const pg = await openMemory()
  const opened = store('memory', pgliteDialect(pg))
  await migrate(opened.db)
  const archive = await pg.dumpDataDir('none')
  await opened.close()
  return archive
}

const openMemory = (loadDataDir?: Blob): Promise<PGlite> =>
  PGlite.create({ startParams: START_PARAMS, parsers: COLUMN_READERS, ...(loadDataDir && { loadDataDir }) })

async function openFolderDatabase(dataFolder: string): Promise<Store> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(dataFolder)
  try {
    const { pg } = await openPgliteFolder(join(dataFolder, 'database'))
    return store('folder', pgliteDialect(pg), lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

function store(kind: Store['kind'], dialect: Dialect, lock?: FolderLock): Store {
  const transactions = new Transactions()
  const db = new Kysely<Tables>({ dialect: transactions.guard(dialect), log: transactions.watch })
  return {
    kind,
    db,
    transaction: (work) => transactions.run(db, work),
    now: readClock,
    close: async () => {
      await db.destroy()
      await lock?.release()
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

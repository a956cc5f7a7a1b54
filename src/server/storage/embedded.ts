import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { COLUMN_READERS } from './column-types'
import { lockFolder } from './folder-lock'
import { migrate } from './migrate'
import { pgliteDialect } from './pglite-dialect'
import { openPgliteFolder, START_PARAMS } from './pglite-folder'
import { type Store, storeOver } from './store'

/** Opens the database embedded in a data folder, for this process alone. */
export async function openFolderDatabase(dataFolder: string): Promise<Store> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(dataFolder)
  try {
    const { pg } = await openPgliteFolder(join(dataFolder, 'database'))
    return storeOver('folder', pgliteDialect(pg), async () => {
      await pg.close()
      await lock.release()
    })
  } catch (error) {
    await lock.release()
    throw error
  }
}

/**
 * A database that lives as long as the process, migrated, for tests.
 * Given a `template` (what `dumpMemoryDatabase` returned) it opens in a third of a second instead of several.
 */
export async function openMemoryDatabase(template?: Blob): Promise<Store> {
  const opened = memoryStoreOver(await openMemory(template))
  if (!template) await migrate(opened.db)
  return opened
}

/** A migrated database, with what `fill` puts into it, as one archive for `openMemoryDatabase`. */
export async function dumpMemoryDatabase(fill?: (store: Store) => Promise<unknown>): Promise<Blob> {
  const pg = await openMemory()
  const opened = memoryStoreOver(pg)
  await migrate(opened.db)
  await fill?.(opened)
  await withoutOthers(pg)
  const archive = await pg.dumpDataDir('none')
  await opened.close()
  return archive
}

/** What PostgreSQL copies new databases from is a third of the files, and nobody makes a database in this one. */
async function withoutOthers(pg: PGlite): Promise<void> {
  await pg.exec(`update pg_database set datistemplate = false where datname like 'template%'`)
  await pg.exec('drop database template0')
  await pg.exec('drop database template1')
}

const memoryStoreOver = (pg: PGlite): Store => storeOver('memory', pgliteDialect(pg), () => pg.close())

const openMemory = (loadDataDir?: Blob): Promise<PGlite> =>
  PGlite.create({ startParams: START_PARAMS, parsers: COLUMN_READERS, ...(loadDataDir && { loadDataDir }) })

import { createHash } from 'node:crypto'
import { openAsBlob, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Store } from '../../src/server/storage/database'
import { dumpMemoryDatabase, openMemoryDatabase } from '../../src/server/storage/embedded'
import { readMigrations } from '../../src/server/storage/migrate'
import { keptArchive } from './kept'
import { freshPostgres } from './postgres'

/** A migrated, empty database in memory, cloned from a template (about a third of a second). */
export async function memoryStore(): Promise<Store> {
  return openMemoryDatabase(await openAsBlob(await templateFile()))
}

/**
 * Runs a suite twice: on the embedded engine and on a real PostgreSQL server.
 * Each `open()` gives a new, migrated and empty database; the suite's end closes them all.
 */
export function describeOnEveryEngine(name: string, suite: (open: () => Promise<Store>) => void): void {
  const inMemory = async () => {
    const store = await memoryStore()
    return { store, drop: store.close }
  }
  describe(`${name} (embedded)`, () => suite(opener(inMemory)))
  describe(`${name} (PostgreSQL server)`, () => suite(opener(freshPostgres)))
}

interface Opened {
  store: Store
  drop(): Promise<void>
}

function opener(openOne: () => Promise<Opened>): () => Promise<Store> {
  const all: Opened[] = []
  afterAll(async () => {
    for (const { drop } of all) await drop()
  })
  return async () => {
    const opened = await openOne()
    all.push(opened)
    return opened.store
  }
}

/** Made once for each text of the migrations and version of the engine. */
async function templateFile(): Promise<string> {
  const engine = join(dirname(require.resolve('@electric-sql/pglite')), '../package.json')
  const key = JSON.stringify([await readMigrations(), JSON.parse(readFileSync(engine, 'utf8')).version])
  return keptArchive(`template-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`, () =>
    dumpMemoryDatabase(),
  )
}

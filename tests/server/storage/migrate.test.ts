import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase, type Store } from '../../../src/server/storage/database'
import { ChangedMigration, migrate, readMigrations } from '../../../src/server/storage/migrate'
import { memoryStore } from '../../support/database'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'

const tablesOf = async (store: Store) => {
  const found = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'app' order by 1`.execute(store.db)
  return found.rows.map((row) => row.name)
}

describe('on a PostgreSQL server', () => {
  let postgres: FreshPostgres
  beforeEach(async () => {
    postgres = await freshPostgres({ migrated: false })
  })
  afterEach(() => postgres.drop())

  test('an empty server and the embedded engine get the same tables', async () => {
    const applied = await migrate(postgres.store.db)
    expect(applied).toEqual(Object.keys(await readMigrations()).sort())
    const embedded = await memoryStore()
    expect(await tablesOf(postgres.store)).toEqual(await tablesOf(embedded))
    expect(await tablesOf(embedded)).toContain('concerns')
    await embedded.close()
  })

  test('a second time there is nothing left to do', async () => {
    await migrate(postgres.store.db)
    expect(await migrate(postgres.store.db)).toEqual([])
  })

  test('several processes may migrate an empty server at once: each migration runs once', async () => {
    const place = { databaseUrl: postgres.url, databasePool: 2, dataFolder: '' }
    const stores = await Promise.all(Array.from({ length: 5 }, () => openDatabase(place)))
    const applied = await Promise.all(stores.map((store) => migrate(store.db)))
    await Promise.all(stores.map((store) => store.close()))
    expect(applied.flat().sort()).toEqual(Object.keys(await readMigrations()).sort())
  })

  test('a migration that fails half-way leaves nothing behind', async () => {
    const broken = { '0001_one': 'create table one (id int); insert into nowhere values (1);' }
    await expect(migrate(postgres.store.db, broken)).rejects.toMatchObject({ code: '42P01' })
    expect(await tablesOf(postgres.store)).not.toContain('one')
    const mended = { '0001_one': 'create table one (id int);' }
    expect(await migrate(postgres.store.db, mended)).toEqual(['0001_one'])
  })

  test('a migration changed after it was applied is refused, and nothing newer is applied', async () => {
    const first = { '0001_one': 'create table one (id int);\n' }
    await migrate(postgres.store.db, first)
    const changed = { '0001_one': 'create table one (id text);\n', '0002_two': 'create table two (id int);' }
    await expect(migrate(postgres.store.db, changed)).rejects.toThrow(ChangedMigration)
    expect(await tablesOf(postgres.store)).not.toContain('two')
  })

  test('line ends that a checkout turned into CRLF are no change', async () => {
    await migrate(postgres.store.db, { '0001_one': 'create table one (\n  id int\n);\n' })
    const onWindows = { '0001_one': 'create table one (\r\n  id int\r\n);\r\n' }
    expect(await migrate(postgres.store.db, onWindows)).toEqual([])
  })

  test('an older program refuses a database that a newer one has migrated', async () => {
    await migrate(postgres.store.db, { '0001_one': 'select 1;', '0002_two': 'select 2;' })
    await expect(migrate(postgres.store.db, { '0001_one': 'select 1;' })).rejects.toThrow('0002_two')
  })
})

test('only .sql files of the folder are migrations', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loudong-migrations-'))
  writeFileSync(join(folder, '0001_one.sql'), 'select 1;')
  writeFileSync(join(folder, 'notes.md'), 'no')
  expect(await readMigrations(folder)).toEqual({ '0001_one': 'select 1;' })
  rmSync(folder, { recursive: true })
})

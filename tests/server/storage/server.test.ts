import { createServer } from 'node:net'
import { sql } from 'kysely'
import { isUnavailable, openDatabase } from '../../../src/server/storage/database'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'

let postgres: FreshPostgres
beforeAll(async () => {
  postgres = await freshPostgres()
  await postgres.store.db
    .insertInto('daily_numbers')
    .values(['a', 'b'].map((day) => ({ street_id: 's', day, last: 0 })))
    .execute()
})
afterAll(() => postgres.drop())

const last = async () => {
  const rows = await postgres.store.db
    .selectFrom('daily_numbers')
    .select(['day', 'last'])
    .orderBy('day')
    .execute()
  return rows.map((row) => row.last)
}

const add = (tx: Parameters<Parameters<typeof postgres.store.transaction>[0]>[0], day: string) =>
  tx
    .updateTable('daily_numbers')
    .set((row) => ({ last: row('last', '+', 1) }))
    .where('day', '=', day)
    .execute()

/** Lets two go on only when both have arrived; later arrivals pass. */
function meeting() {
  let arrived = 0
  let open: () => void = () => undefined
  const both = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    arrived += 1
    if (arrived === 2) open()
    return both
  }
}

test('two transactions that lock each other out both get through', async () => {
  const [before = 0] = await last()
  const meet = meeting()
  let tries = 0
  const lockBoth = (first: string, second: string) =>
    postgres.store.transaction(async (tx) => {
      tries += 1
      await add(tx, first)
      await meet()
      await add(tx, second)
    })
  await Promise.all([lockBoth('a', 'b'), lockBoth('b', 'a')])
  expect(await last()).toEqual([before + 2, before + 2])
  expect(tries).toBe(3)
})

test('a serialization failure is tried again and its work counts once', async () => {
  const [before = 0] = await last()
  const meet = meeting()
  let tries = 0
  const readThenAdd = () =>
    postgres.store.transaction(async (tx) => {
      tries += 1
      await sql`set transaction isolation level repeatable read`.execute(tx)
      await tx.selectFrom('daily_numbers').selectAll().execute()
      await meet()
      await add(tx, 'a')
    })
  await Promise.all([readThenAdd(), readThenAdd()])
  expect((await last())[0]).toBe(before + 2)
  expect(tries).toBe(3)
})

test('at READ COMMITTED a second look sees what another has committed meanwhile', async () => {
  const other = await openDatabase({ databaseUrl: postgres.url, databasePool: 1, dataFolder: '' })
  const looks = await postgres.store.transaction(async (tx) => {
    const look = () => tx.selectFrom('daily_numbers').select('last').where('day', '=', 'b').executeTakeFirst()
    const first = await look()
    await other.transaction((outside) => add(outside, 'b'))
    return { first: first?.last ?? 0, second: (await look())?.last }
  })
  await other.close()
  expect(looks.second).toBe(looks.first + 1)
})

test('with a single connection callers take turns', async () => {
  const single = await openDatabase({ databaseUrl: postgres.url, databasePool: 1, dataFolder: '' })
  const [, before = 0] = await last()
  await Promise.all(Array.from({ length: 20 }, () => single.transaction((tx) => add(tx, 'b'))))
  await single.close()
  expect((await last())[1]).toBe(before + 20)
})

test("a statement that takes too long is given up, and that is not the statement's fault", async () => {
  const place = { databaseUrl: postgres.url, databasePool: 1, dataFolder: '' }
  const hurried = await openDatabase(place, { statementTimeout: 100 })
  const slow = await sql`select pg_sleep(5)`.execute(hurried.db).catch((error: unknown) => error)
  await hurried.close()
  expect(slow).toMatchObject({ code: '57014' })
  expect(isUnavailable(slow)).toBe(true)
})

test('a server that is not there is unavailable; a broken rule is not', async () => {
  const port = await freePort()
  const place = { databaseUrl: `postgresql://nobody@127.0.0.1:${port}/none`, databasePool: 1, dataFolder: '' }
  const absent = await openDatabase(place)
  const refused = await sql`select 1`.execute(absent.db).catch((error: unknown) => error)
  await absent.close()
  expect(isUnavailable(refused)).toBe(true)

  const row = { street_id: 's', day: 'a', last: 0 }
  const twice = await postgres.store.db
    .insertInto('daily_numbers')
    .values(row)
    .execute()
    .catch((error: unknown) => error)
  expect(twice).toMatchObject({ code: '23505' })
  expect(isUnavailable(twice)).toBe(false)
})

test('everything lives in the schema app, and the server knows who is asking', async () => {
  const asked = await sql`
    select current_schema() as schema, current_setting('application_name') as name,
      (select count(*) from pg_tables where schemaname = 'public') as strays`.execute(postgres.store.db)
  expect(asked.rows).toEqual([{ schema: 'app', name: 'loudong', strays: 0 }])
})

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

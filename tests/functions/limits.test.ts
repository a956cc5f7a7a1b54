import { statSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { MAX_ANSWER_BYTES, MAX_INPUT_BYTES } from '../../src/server/limits'
import { openVault } from '../../src/server/people/vault'
import { seed } from '../../src/server/seeds/seed'
import type { Store } from '../../src/server/storage/database'
import { STREET } from '../server/people/street'
import { type FreshPostgres, freshPostgres } from '../support/postgres'
import { until } from '../support/until'
import { type BuiltFunctions, buildFunctions, type Instance, resident } from './cloud'

/** The pilot estate, as a street's own database would hold it: 191 houses and everything that happened there. */
const SECRET = 'a secret of at least thirty-two characters'
let built: BuiltFunctions
let database: FreshPostgres
let instance: Instance

beforeAll(async () => {
  built = buildFunctions()
  database = await freshPostgres()
  await seedPilot(database.store)
  instance = await startApi()
})
afterAll(async () => {
  await instance.stop()
  await database.drop()
  built.remove()
})

async function seedPilot(store: Store) {
  const ports = { vault: openVault(SECRET), photos: { put: async () => undefined } }
  await seed(store, 'pilot', Date.parse('2026-11-23T00:00:00+08:00'), ports)
  // Production refuses demo data; this estate stands for a real one.
  await store.db.deleteFrom('seeds').execute()
}

function startApi(): Promise<Instance> {
  const url = new URL(database.url)
  url.searchParams.set('application_name', 'instance')
  return built.start('api', { LOUDONG_SECRET: SECRET, DATABASE_URL: url.href })
}

const connections = async () => {
  const asked = await sql<{ pid: number }>`
    select pid from pg_stat_activity where application_name = 'instance'`.execute(database.store.db)
  return asked.rows.map(({ pid }) => pid)
}

const me = { operation: 'people.me', input: {} }
const home = { operation: 'home.show', input: {} }
const li = resident('o-li')
const kilobytes = (value: unknown) => (Buffer.byteLength(JSON.stringify(value)) / 1024).toFixed(1)

test('an instance holds one connection to the database, however much it is asked', async () => {
  for (const event of [home, me, home, { operation: 'places.estates', input: {} }, home])
    await instance.call(event, li)
  expect(await connections()).toHaveLength(1)
})

test('the platform need not wait for that connection to end before it answers', async () => {
  expect((await instance.call(home, li)).waits).toBe(false)
})

test('an instance that was frozen while the database dropped its connection answers all the same', async () => {
  await instance.call(home, li)
  process.kill(instance.pid, 'SIGSTOP')
  for (const pid of await connections())
    await sql`select pg_terminate_backend(${pid})`.execute(database.store.db)
  await until(connections, (left) => left.length === 0)
  const called = instance.call(home, li)
  process.kill(instance.pid, 'SIGCONT')
  expect((await called).answer).toMatchObject({ ok: true })
})

test('a cold start is loaded, connected and answered within ten seconds', async () => {
  const cold = await startApi()
  const first = await cold.call(home, li)
  const warm = await cold.call(home, li)
  await cold.stop()
  const ms = [cold.requiredInMs, first.ms, warm.ms].map(Math.round)
  console.info(`cold start: loaded in ${ms[0]} ms, first answer ${ms[1]} ms, the next ${ms[2]} ms`)
  expect(cold.requiredInMs + first.ms).toBeLessThan(10_000)
})

test.each([
  ['首页', home],
  ['平面图', { operation: 'places.estate', input: { estateId: 'jinxing-20' } }],
  ['大家的事', { operation: 'concerns.list', input: { show: 'all' } }],
])('%s of the pilot estate is far below what WeChat carries', async (name, event) => {
  const { answer } = await instance.call(event, li)
  expect(answer).toMatchObject({ ok: true })
  console.info(`${name}: ${kilobytes(answer)} KB of ${MAX_ANSWER_BYTES / 1024} KB`)
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(MAX_ANSWER_BYTES / 4)
})

test('what is longer than WeChat carries to a function is refused in so many words', async () => {
  const event = { ...me, input: { words: '长'.repeat(MAX_INPUT_BYTES / 3) } }
  expect((await instance.call(event, li)).answer).toMatchObject({
    ok: false,
    error: { code: 'VALIDATION', fields: [{ path: '', problem: 'max_bytes', limit: 102_400 }] },
  })
})

test('an answer that WeChat would drop is told as our mistake, with its request id in the log', async () => {
  await sql`
    insert into buildings (street_id, id, estate_id, grid_path, no, label, address, plate_status, plate_code,
      lat_e6, lng_e6, use, floors, structure)
    select street_id, 'long-' || n, estate_id, grid_path, 1000 + n, repeat('长', 200), address, plate_status, 'long-' || n,
      lat_e6, lng_e6, use, floors, structure
    from (select * from buildings where street_id = ${STREET} and estate_id = 'jinxing-20' limit 1) b,
      generate_series(1, 2000) n`.execute(database.store.db)
  const { answer } = await instance.call(
    { operation: 'places.estate', input: { estateId: 'jinxing-20' } },
    li,
  )
  const { error } = answer as { error: { code: string; requestId: string } }
  expect(error.code).toBe('INTERNAL')
  expect(
    await until(
      async () => instance.log(),
      (log) => log.includes(error.requestId),
    ),
  ).toContain(error.requestId)
})

test('a function is small enough to be loaded in a moment', () => {
  for (const name of ['api', 'clock', 'push']) {
    const { size } = statSync(path.join(built.folder, name, 'index.js'))
    console.info(`${name}: ${(size / 1024).toFixed(0)} KB`)
    // Rules, records and texts of a whole street; what it costs is the cold start above, a second and a half of ten.
    expect(size).toBeLessThan(2_304 * 1024)
  }
})

import { sql } from 'kysely'
import { openVault } from '../../../src/server/people/vault'
import { seed } from '../../../src/server/seeds/seed'
import type { Store } from '../../../src/server/storage/database'
import { memoryStore } from '../../support/database'

const EPOCH = Date.parse('2022-12-21T00:00:00+08:00')
const vault = openVault('a secret for nobody but this test, 40 chars')
const kept = new Map<string, Buffer>()
const ports = {
  vault,
  photos: { put: async (sha256: string, bytes: Buffer) => void kept.set(sha256, bytes) },
}

const TABLES = [
  'grids',
  'buildings',
  'persons',
  'residencies',
  'role_grants',
  'logins',
  'concerns',
  'concern_events',
  'endorsements',
  'photos',
  'timers',
  'inbox_messages',
  'daily_numbers',
  'calendar_days',
  'seeds',
] as const

let store: Store
beforeAll(async () => {
  store = await memoryStore()
  await seed(store, 'tiny', EPOCH, ports)
  await seed(store, 'pilot', EPOCH, ports)
})
afterAll(() => store.close())

async function one(query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
  const { rows } = await query.execute(store.db)
  return rows[0]?.n ?? -1
}
const n = (text: TemplateStringsArray, ...values: unknown[]) => one(sql<{ n: number }>(text, ...values))

async function contents() {
  const all: Record<string, unknown> = {}
  for (const table of TABLES) {
    const { rows } = await sql<{ digest: string }>`
      select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${sql.table(table)} t`.execute(
      store.db,
    )
    all[table] = rows[0]?.digest
  }
  return all
}

test('the pilot, written over the small profile, has exactly its own numbers', async () => {
  expect(await n`select count(*)::int as n from grids`).toBe(346)
  expect(await n`select count(*)::int as n from buildings where estate_id = 'jinxing-20'`).toBe(191)
  expect(await n`select count(*)::int as n from residencies where to_at is null`).toBe(1_930)
  expect(await n`select count(*)::int as n from residencies where floating and to_at is null`).toBe(1_776)
  expect(await n`select count(distinct person_id)::int as n from role_grants where role = 'head'`).toBe(185)
  expect(await n`select count(*)::int as n from logins where provider = 'persona'`).toBe(23)
  expect(await n`select count(*)::int as n from calendar_years where year >= 2027`).toBe(0)
})

test('every active head heads a building that exists, and a building has one head', async () => {
  expect(
    await n`
    select count(*)::int as n from buildings b where (
      select count(*) from role_grants g where g.role = 'head' and g.building_id = b.id
        and g.grid_path = b.grid_path and g.from_at <= ${EPOCH} and g.to_at > ${EPOCH}) <> 1`,
  ).toBe(0)
})

test('every phone opens and begins with 100', async () => {
  const persons = await store.db.selectFrom('persons').select(['id', 'phone_enc', 'phone_index']).execute()
  for (const { id, phone_enc, phone_index } of persons) {
    const phone = vault.open(phone_enc ?? '', `person:${id}:phone`)
    expect(phone).toMatch(/^100\d{8}$/)
    expect(phone_index).toBe(vault.index(phone, 'phone'))
  }
})

test('eleven are open, two of them overdue, and no clock that should have struck is left', async () => {
  expect(await n`select count(*)::int as n from concerns where state <> 'closed'`).toBe(11)
  expect(
    await n`
    select count(*)::int as n from concerns where due_at < ${EPOCH}
      and state in ('submitted', 'accepted', 'in_progress', 'awaiting_department')`,
  ).toBe(2)
  expect(await n`select count(*)::int as n from timers where fired_at is null and due_at <= ${EPOCH}`).toBe(0)
  expect(
    await n`
    select count(*)::int as n from timers t join concerns c on c.id = t.concern_id
      where t.fired_at is null and (c.state = 'closed' or (c.body ->> 'clock')::int <> t.clock)`,
  ).toBe(0)
})

test('the story of every concern is whole: one line a version, in order of time', async () => {
  expect(
    await n`
    select count(*)::int as n from concerns c where c.version <> (
      select count(*) from concern_events e where e.concern_id = c.id)`,
  ).toBe(0)
  expect(
    await n`
    select count(*)::int as n from concern_events a join concern_events b
      on b.concern_id = a.concern_id and b.seq = a.seq + 1 where b.at < a.at`,
  ).toBe(0)
  expect(await n`select count(*)::int as n from endorsements where concern_id = 'c.lights'`).toBe(37)
})

test('every photo a concern shows exists, belongs to it, and its bytes are kept', async () => {
  expect(
    await n`
    select count(*)::int as n from concerns c
      cross join lateral jsonb_array_elements_text((c.body -> 'photoIds') || coalesce(c.body -> 'outcome' -> 'photoIds', '[]')) as shown(id)
      where not exists (select 1 from photos p where p.id = shown.id and p.concern_id = c.id)`,
  ).toBe(0)
  const photos = await store.db.selectFrom('photos').select(['sha256', 'bytes']).execute()
  expect(photos.length).toBeGreaterThan(100)
  for (const { sha256, bytes } of photos) expect(kept.get(sha256)?.length).toBe(bytes)
})

test('the head a matter is about has no message of it', async () => {
  expect(
    await n`
    select count(*)::int as n from inbox_messages m join concerns c on c.id = m.concern_id
      where m.person_id = c.body ->> 'aboutPersonId'`,
  ).toBe(0)
})

test('a number of a day is never above the last one given out', async () => {
  expect(
    await n`
    select count(*)::int as n from concerns c join daily_numbers d on d.day = substr(c.no, 3, 6)
      where substr(c.no, 9)::int > d.last`,
  ).toBe(0)
})

test('a second run changes nothing, whatever day it is run on', async () => {
  const before = await contents()
  const { written, epoch } = await seed(store, 'pilot', EPOCH + 9 * 86_400_000, ports)
  expect([written, epoch]).toEqual([[], EPOCH])
  expect(await contents()).toEqual(before)
})

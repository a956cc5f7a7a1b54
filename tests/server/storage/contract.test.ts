import { sql } from 'kysely'
import type { Concern } from '../../../src/core/concerns/concern'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'

const STREET = '441302010'

async function settle(store: Store): Promise<void> {
  await store.db
    .insertInto('grids')
    .values({ street_id: STREET, path: STREET, level: 0, parent_path: null, name: '小金口街道', kind: null })
    .execute()
  await store.db.insertInto('persons').values(person('p1')).execute()
}

const person = (id: string) => ({
  street_id: STREET,
  id,
  public_name: '李先生',
  phone_enc: null,
  phone_index: null,
  phone_verified_at: null,
  avatar_id: null,
  birth_year: 1950,
  created_at: 1_767_225_600_123,
})

const concern = (id: string): Concern => ({
  id,
  streetId: STREET,
  no: `XJ260101${id}`,
  category: 'LIGHT_MISSING',
  severity: 'normal',
  visibility: 'public',
  anonymous: false,
  channel: 'app',
  helpedId: null,
  title: '巷口没有路灯 "晚上" \\ \' 😀',
  detail: '',
  photoIds: ['a', 'b'],
  place: { buildingId: null, point: { latE6: 23_150_000, lngE6: 114_410_000 }, words: '村口' },
  gridPath: STREET,
  reporterId: 'p1',
  aboutPersonId: null,
  submittedAt: 1_767_225_600_123,
  level: 1,
  desk: 'community',
  ownerId: null,
  departmentId: null,
  acceptedAt: null,
  contactedAt: null,
  contactDueAt: 1_767_225_700_000,
  resolveDueAt: 1_769_817_600_000,
  resolveSpan: { n: 30, unit: 'd' },
  calendarAssumed: false,
  extensions: [],
  whistles: [],
  reopenCount: 0,
  clock: 1,
  state: 'submitted',
})

const keep = (store: Store, body: Concern) =>
  store.db
    .insertInto('concerns')
    .values({ street_id: STREET, id: body.id, version: 1, body, changed_at: body.submittedAt })
    .execute()

const message = (id: string, detail: string) => ({
  street_id: STREET,
  id,
  person_id: 'p1',
  kind: 'note',
  concern_id: null,
  detail,
  at: 1,
  read_at: null,
})

describeOnEveryEngine('what is kept comes back as it was', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
    await settle(store)
  })

  test('a time in milliseconds is a number, and null stays null', async () => {
    const found = await store.db.selectFrom('persons').selectAll().executeTakeFirstOrThrow()
    expect(found).toMatchObject(person('p1'))
    expect(found).toMatchObject({ birth_enc: null, erased_at: null })
  })

  test('a whole concern comes back from its body, and its columns are projected from it', async () => {
    await keep(store, concern('c1'))
    const found = await store.db.selectFrom('concerns').selectAll().executeTakeFirstOrThrow()
    expect(found.body).toEqual(concern('c1'))
    expect(found).toMatchObject({
      state: 'submitted',
      level: 1,
      lat_e6: 23_150_000,
      submitted_at: 1_767_225_600_123,
      due_at: 1_769_817_600_000,
      closed_at: null,
    })
  })

  test('a new body moves the columns, and a state nobody knows is refused', async () => {
    const accepted = JSON.stringify({ ...concern('c1'), state: 'accepted', level: 2 })
    await store.db.updateTable('concerns').set({ body: accepted }).where('id', '=', 'c1').execute()
    const found = await store.db.selectFrom('concerns').select(['state', 'level']).executeTakeFirstOrThrow()
    expect(found).toEqual({ state: 'accepted', level: 2 })

    const odd = JSON.stringify({ ...concern('c1'), state: 'lost' })
    const change = store.db.updateTable('concerns').set({ body: odd }).where('id', '=', 'c1').execute()
    await expect(change).rejects.toMatchObject({ code: '23514' })
  })

  test.each([['[1,"二",null]'], ['"words"'], ['null'], ['{"a":{"b":[]}}']])(
    'the JSON %s survives a jsonb column',
    async (text) => {
      await store.db.insertInto('inbox_messages').values(message(text, text)).execute()
      const found = await store.db
        .selectFrom('inbox_messages')
        .select('detail')
        .where('id', '=', text)
        .executeTakeFirstOrThrow()
      expect(found.detail).toEqual(JSON.parse(text))
    },
  )

  test('counts and sums are numbers with and without a cast', async () => {
    const asked = await sql<Record<string, unknown>>`
      select count(*) as plain, count(*)::int as cast_count, sum(birth_year) as total from persons`.execute(
      store.db,
    )
    expect(asked.rows).toEqual([{ plain: 1, cast_count: 1, total: 1950 }])
  })

  test('a number too large to be exact is refused instead of rounded', async () => {
    await expect(sql`select 9007199254740993::bigint as n`.execute(store.db)).rejects.toThrow(
      '9007199254740993',
    )
    const asked = await sql`select ${Number.MAX_SAFE_INTEGER}::bigint as n`.execute(store.db)
    expect(asked.rows).toEqual([{ n: Number.MAX_SAFE_INTEGER }])
  })

  test('a day of the calendar is its text, whatever the time zone', async () => {
    await store.db.insertInto('calendar_days').values({ day: '2025-10-01', kind: 'holiday' }).execute()
    const found = await store.db.selectFrom('calendar_days').selectAll().executeTakeFirstOrThrow()
    expect(found).toEqual({ day: '2025-10-01', kind: 'holiday' })
  })

  test('a list of ids may be asked for at once', async () => {
    const asked = await sql`select id from persons where id = any(${['p1', 'p2']})`.execute(store.db)
    expect(asked.rows).toEqual([{ id: 'p1' }])
    const changed = await store.db.updateTable('persons').set({ birth_year: 1950 }).executeTakeFirst()
    expect(Number(changed.numUpdatedRows)).toBe(1)
  })

  test('the database clock is epoch milliseconds and moves on within a transaction', async () => {
    const [first, second] = await store.transaction(async (tx) => {
      const before = await store.now(tx)
      await sql`select pg_sleep(0.02)`.execute(tx)
      return [before, await store.now(tx)] as const
    })
    expect(Math.abs(first - Date.now())).toBeLessThan(60_000)
    expect(second - first).toBeGreaterThanOrEqual(15)
  })
})

describeOnEveryEngine('a transaction', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  const names = () =>
    store.db
      .selectFrom('seeds')
      .select('profile')
      .orderBy('profile')
      .execute()
      .then((rows) => rows.map((row) => row.profile))
  const seed = (profile: string) => ({ profile, epoch: 1, at: 1, digest: '' })
  beforeEach(async () => {
    await store.db.deleteFrom('seeds').execute()
  })

  test('keeps all of its work or none', async () => {
    await store.transaction((tx) => tx.insertInto('seeds').values(seed('kept')).execute())
    const broken = store.transaction(async (tx) => {
      await tx.insertInto('seeds').values(seed('lost')).execute()
      throw new Error('changed my mind')
    })
    await expect(broken).rejects.toThrow('changed my mind')
    expect(await names()).toEqual(['kept'])
  })

  test('runs at READ COMMITTED', async () => {
    const level = await store.transaction((tx) => sql`show transaction_isolation`.execute(tx))
    expect(level.rows).toEqual([{ transaction_isolation: 'read committed' }])
  })

  test('of many callers at once none is lost and none waits for ever', async () => {
    const callers = Array.from({ length: 25 }, (_, i) =>
      store.transaction(async (tx) => {
        await tx
          .insertInto('seeds')
          .values(seed(`s${i}`))
          .execute()
        return tx
          .selectFrom('seeds')
          .select('profile')
          .where('profile', '=', `s${i}`)
          .executeTakeFirstOrThrow()
      }),
    )
    const readers = Array.from({ length: 25 }, () => names())
    expect(await Promise.all(callers)).toHaveLength(25)
    await Promise.all(readers)
    expect(await names()).toHaveLength(25)
  })

  test('refuses a question to the database that goes past its own handle', async () => {
    const past = store.transaction(async () => names())
    await expect(past).rejects.toThrow('only its own handle')
    const nested = store.transaction(async () => store.transaction(async () => 1))
    await expect(nested).rejects.toThrow('only its own handle')
    expect(await names()).toEqual([])
  })

  test('is not acknowledged when a failed statement was swallowed', async () => {
    await store.db.insertInto('seeds').values(seed('taken')).execute()
    const swallowed = store.transaction(async (tx) => {
      await tx.insertInto('seeds').values(seed('before')).execute()
      await tx
        .insertInto('seeds')
        .values(seed('taken'))
        .execute()
        .catch(() => undefined)
      return 'done'
    })
    await expect(swallowed).rejects.toMatchObject({ code: '23505' })
    expect(await names()).toEqual(['taken'])
  })

  test('leaves the connection usable after an error', async () => {
    const broken = store.transaction((tx) => sql`select 1 / 0`.execute(tx))
    await expect(broken).rejects.toMatchObject({ code: '22012' })
    await store.transaction((tx) => tx.insertInto('seeds').values(seed('next')).execute())
    expect(await names()).toEqual(['next'])
  })

  test('is tried five times and no more when another one always gets in its way', async () => {
    let tries = 0
    const unlucky = store.transaction(async (tx) => {
      tries += 1
      await sql`do $$ begin raise exception 'in the way' using errcode = '40001'; end $$`.execute(tx)
    })
    await expect(unlucky).rejects.toMatchObject({ code: '40001' })
    expect(tries).toBe(5)
  })
})

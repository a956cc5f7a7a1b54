import { sql } from 'kysely'
import { runDueTimers } from '../../../src/server/concerns/clock'
import { isUnavailable, openDatabase, type Store } from '../../../src/server/storage/database'
import { withKiller } from '../../support/killer'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { answerOf, LAMP, personOf, refusalOf, STREET, type Street, smallStreet } from './small-street'

jest.setTimeout(900_000)

const HOUR = 3_600_000

describe('many at the same moment, on a real server', () => {
  let fresh: FreshPostgres
  let street: Street
  beforeAll(async () => {
    fresh = await freshPostgres()
  })
  beforeEach(async () => {
    street = await smallStreet(fresh.store)
  })
  afterAll(() => fresh.drop())

  const times = <Answer>(n: number, ask: () => Promise<Answer>) => Promise.all(Array.from({ length: n }, ask))
  const submitted = async () => answerOf(await street.ask('resident', 'concerns.submit', LAMP)).id

  test('forty times "me too" from one person at once count once', async () => {
    const id = await submitted()
    const answers = await times(40, () => street.ask('neighbour', 'concerns.endorse', { id }))
    expect(answers.map((answer) => answerOf(answer).endorsements)).toEqual(Array(40).fill(1))
  })

  test('one command sent twenty times at once becomes one concern, and all get its number', async () => {
    const answers = await times(20, () => street.ask('resident', 'concerns.submit', LAMP, 'key-00000001'))
    expect(new Set(answers.map((answer) => answerOf(answer).no))).toEqual(new Set(['XJ2212190001']))
    expect(await fresh.store.db.selectFrom('concerns').select('id').execute()).toHaveLength(1)
  })

  test('twenty concerns at once get twenty numbers', async () => {
    const answers = await times(20, () => street.ask('resident', 'concerns.submit', LAMP))
    expect(new Set(answers.map((answer) => answerOf(answer).no)).size).toBe(20)
  })

  test('of two who accept the same version at once, one does and the other is told', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = await submitted()
      const accept = { id, version: 1, level: 2, desk: 'grid' } as const
      const answers = await Promise.all([
        street.ask('grid_staff', 'concerns.accept', accept),
        street.ask('second_staff', 'concerns.accept', accept),
      ])
      expect(answers.map(refusalOf).sort()).toEqual(['VERSION_CONFLICT', null].sort())
    }
  })

  test('a "me too" in the moment of merging is either refused or carried along, never lost', async () => {
    for (let round = 0; round < 20; round += 1) {
      const [from, into] = [await submitted(), await submitted()]
      const [endorsed, merged] = await Promise.all([
        street.ask('follower', 'concerns.endorse', { id: from }),
        street.ask('grid_staff', 'concerns.merge', { id: from, version: 1, into, note: '' }),
      ])
      answerOf(merged)
      const carried = await fresh.store.db
        .selectFrom('endorsements')
        .select('person_id')
        .where('concern_id', '=', into)
        .where('person_id', '=', personOf('follower'))
        .execute()
      expect(carried).toHaveLength(endorsed.ok ? 1 : 0)
      if (!endorsed.ok) expect(endorsed.error.code).toBe('ALREADY_CLOSED')
    }
  })

  describe('many due timers', () => {
    /** Concerns in hand, each with a reminder and an escalation due. */
    const arrange = async (concerns: number) => {
      const id = await submitted()
      answerOf(await street.ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
      answerOf(await street.ask('grid_staff', 'concerns.contact', { id, version: 2, note: '打过电话' }))
      answerOf(await street.ask('grid_staff', 'concerns.start', { id, version: 3 }))
      await multiply(fresh.store, id, concerns)
      await sql`truncate inbox_messages cascade`.execute(fresh.store.db)
      const { due_at } = await fresh.store.db
        .selectFrom('concerns')
        .select('due_at')
        .executeTakeFirstOrThrow()
      street.time.now = due_at
      expect(await countOf('timers')).toBe(2 * concerns)
    }
    const countOf = async (table: 'timers' | 'concern_events' | 'inbox_messages', kind?: string) => {
      const rows = fresh.store.db.selectFrom(table).select('street_id')
      return (await (kind ? rows.where('kind', '=', kind) : rows).execute()).length
    }

    test.each([
      [400, 2],
      [10_000, 8],
    ])(
      '%i fire exactly once by %i workers that are killed at random; reminders are one line that counts',
      async (timers, workers) => {
        const concerns = timers / 2
        await arrange(concerns)
        const kills = await withKiller(fresh.url, Math.min(200, timers / 10), () =>
          Promise.all(Array.from({ length: workers }, () => work(street, fresh.url))),
        )
        expect(kills).toBeGreaterThan(0)
        expect(await countOf('concern_events', 'escalate')).toBe(concerns)
        expect(await reminded()).toEqual([{ lines: 1, matters: concerns }])
        expect(await countOf('inbox_messages', 'escalated')).toBe(concerns)
        const left = await fresh.store.db
          .selectFrom('timers')
          .selectAll()
          .where('due_at', '<=', street.time.now)
          .execute()
        expect(left.filter(({ fired_at }) => fired_at === null)).toEqual([])
        expect(left).toHaveLength(timers)
        expect(street.surprises).toEqual([])
      },
    )

    /** In how many lines the holder was reminded, of how many matters. */
    const reminded = async () => {
      const { rows } = await sql<{ lines: number; matters: number }>`
        select count(*)::int as lines, sum(1 + coalesce((detail ->> 'more')::int, 0))::int as matters
        from inbox_messages where kind = 'resolve_quarter' group by person_id`.execute(fresh.store.db)
      return rows
    }

    test('workers that claim without locks would fire some of them twice', async () => {
      await arrange(200)
      await Promise.all(Array.from({ length: 8 }, () => workWithoutLocks(fresh.store, street.time.now)))
      expect(await countOf('inbox_messages')).toBeGreaterThan(400)
    })
  })
})

/** Copies of a concern in hand, with its events left out and its clocks copied. */
async function multiply({ db }: Store, id: string, n: number): Promise<void> {
  await sql`delete from concern_events`.execute(db)
  await sql`
    insert into concerns (street_id, id, version, body, changed_at)
    select street_id, 'copy-' || n, version,
      body || jsonb_build_object('id', 'copy-' || n, 'no', 'XJ' || n), changed_at
    from concerns, generate_series(2, ${n}::int) as n where id = ${id}`.execute(db)
  await sql`
    insert into timers (street_id, concern_id, kind, clock, due_at)
    select t.street_id, c.id, t.kind, t.clock, t.due_at from timers t, concerns c
    where t.concern_id = ${id} and c.id <> ${id}`.execute(db)
}

/** A worker with one connection of its own, started again whenever its connection was killed. */
async function work(street: Street, url: string): Promise<void> {
  const store = await openDatabase({ databaseUrl: url, databasePool: 1, dataFolder: '' })
  const system = { ...street.system, store }
  try {
    for (let idle = 0; idle < 3; ) {
      const fired = await runDueTimers(system, 50).catch((killed: unknown) => {
        if (!isUnavailable(killed)) throw killed
        return 1
      })
      idle = fired === 0 ? idle + 1 : 0
    }
  } finally {
    await store.close()
  }
}

/** The same work as one would write it first: read, do, mark. */
async function workWithoutLocks({ db }: Store, now: number): Promise<void> {
  for (;;) {
    const due = await db
      .selectFrom('timers')
      .selectAll()
      .where('fired_at', 'is', null)
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .executeTakeFirst()
    if (!due) return
    await sql`insert into inbox_messages (street_id, id, person_id, kind, concern_id, at)
      values (${STREET}, gen_random_uuid()::text, ${personOf('grid_staff')}, ${due.kind}, ${due.concern_id}, ${now})`.execute(
      db,
    )
    await db
      .updateTable('timers')
      .set({ fired_at: now + HOUR })
      .where('concern_id', '=', due.concern_id)
      .where('kind', '=', due.kind)
      .execute()
  }
}

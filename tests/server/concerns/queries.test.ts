import { sql } from 'kysely'
import type { OutputOf } from '../../../src/contracts/operations'
import type { Concern } from '../../../src/core/concerns/concern'
import { may, subjectOf, worksDesk } from '../../../src/core/people/permissions'
import type { Action } from '../../../src/core/people/policy'
import { bodyNow, ownerNow } from '../../../src/server/concerns/owner'
import type { Asking } from '../../../src/server/operation'
import { actorOf } from '../../../src/server/people/actors'
import { cardRows } from '../../../src/server/queries/cards'
import { reportedOrFollowedBy } from '../../../src/server/queries/mine'
import { newestFirst, publicList } from '../../../src/server/queries/public-list'
import { queuePage } from '../../../src/server/queries/queue'
import { withinReach } from '../../../src/server/queries/reach'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  EVERYBODY,
  GRID,
  LAMP,
  MONDAY,
  PIECE,
  personOf,
  STREET,
  type Street,
  smallStreet,
  type Who,
} from './small-street'

const ROWS = 9_600

describeOnEveryEngine(`lists over ${ROWS} concerns`, (open) => {
  let store: Store
  let street: Street
  let template: Concern
  beforeAll(async () => {
    store = await open()
    street = await smallStreet(store)
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    const rows = store.db.selectFrom('concerns').select('body').where('id', '=', id)
    template = (await rows.executeTakeFirstOrThrow()).body
    await fill(store, template)
  })

  const asking = <Answer>(who: Who, ask: (asking: Asking) => Promise<Answer>): Promise<Answer> =>
    store.transaction(async (tx) => {
      const actor = await actorOf(tx, STREET, personOf(who), MONDAY)
      return ask({
        tx,
        actor,
        now: MONDAY,
        instant: async () => MONDAY,
        sessionHash: null,
        outside: {},
        system: street.system,
      })
    })

  test('pages follow each other without a gap or a repeat until the end', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: OutputOf<'concerns.list'> = answerOf(
        await street.ask('guest', 'concerns.list', { category: 'GREEN', cursor }),
      )
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.cursor
    } while (cursor)
    const { rows } = await sql<{ id: string }>`select id from concerns
      where category = 'GREEN' and visibility = 'public' and state not in ('closed', 'held')
      order by submitted_at desc, id desc`.execute(store.db)
    expect(rows.length).toBeGreaterThan(100)
    expect(seen).toEqual(rows.map(({ id }) => id))
  })

  test('a cursor somebody made up is refused', async () => {
    for (const cursor of ['x', 'bnVsbA', Buffer.from('[1]').toString('base64url')]) {
      expect((await street.ask('guest', 'concerns.list', { cursor })).ok).toBe(false)
    }
    expect(street.surprises).toEqual([])
  })

  test('every filter of the list means what it says', async () => {
    const list = async (input: Parameters<typeof street.ask<'concerns.list'>>[2]) =>
      answerOf(await street.ask('guest', 'concerns.list', input)).items
    expect((await list({ show: 'done' })).every(({ state }) => state === 'closed')).toBe(true)
    expect((await list({ buildingId: 'JX-002' })).every(({ buildingNo }) => buildingNo === 2)).toBe(true)
    expect((await list({ text: '第78件' })).map(({ title }) => title)).toEqual(['第78件'])
    expect(await list({ text: '%' })).toEqual([])
    expect(await list({ gridPath: `${STREET}.00` })).toEqual([])
    expect(await list({ gridPath: PIECE })).toHaveLength(20)
  })

  const ACTIONS: Action[] = [
    'concern.triage',
    'concern.screen',
    'concern.handle',
    'concern.verify',
    'concern.arrive',
    'concern.approve_extension',
  ]
  const STAFF = EVERYBODY.filter((who) => who !== 'guest')

  test('what the database finds within an office is exactly what the rules allow', async () => {
    // As the rules are to see them: an owner named for a desk he does not work is no owner.
    const all = await store.db
      .selectFrom('concerns as c')
      .select(['c.id', bodyNow(MONDAY).as('body')])
      .where(SAMPLE)
      .execute()
    let found = 0
    for (const who of STAFF) {
      for (const action of ACTIONS) {
        const rows = await asking(who, async (ask) => {
          // A resident's own rights come with his standing, not with an office: no queue asks for them.
          const reached = await cardRows(ask).where(withinReach(ask, action)).where(SAMPLE).execute()
          const allowed = all.filter(({ body }) => may(ask.actor, action, subjectOf(body)))
          return { reached: reached.map(({ id }) => id).sort(), allowed: allowed.map(({ id }) => id).sort() }
        })
        expect({ who, action, ids: rows.reached }).toEqual({ who, action, ids: rows.allowed })
        found += rows.reached.length
      }
    }
    expect(found).toBeGreaterThan(1_000)
  })

  test('an owner is named exactly as long as he works the desk that holds it', async () => {
    const rows = await store.db
      .selectFrom('concerns as c')
      .select(['c.body', bodyNow(MONDAY).as('now'), ownerNow(MONDAY).as('owner')])
      .where(SAMPLE)
      .execute()
    const wrong: unknown[] = []
    for (const { body, now, owner } of rows) {
      const expected = (await keeps(body)) ? body.ownerId : null
      if (now.ownerId !== expected || owner !== expected) wrong.push({ body, now, owner })
    }
    expect(wrong).toEqual([])
    expect(rows.filter(({ body, now }) => body.ownerId !== now.ownerId).length).toBeGreaterThan(10)
    expect(rows.filter(({ owner }) => owner !== null).length).toBeGreaterThan(10)
  })

  const keeps = async (body: Concern): Promise<boolean> => {
    if (body.ownerId === null || body.state === 'closed') return true
    const { actor } = await asking(whoIs(body.ownerId), async (ask) => ask)
    return actor.grants.some((grant) => worksDesk(grant, subjectOf(body)))
  }

  test('the queue names a next step for whatever waits, and its tabs count what they show', async () => {
    for (const who of ['grid_staff', 'head', 'community_staff', 'street_admin', 'department'] as const) {
      const { items, counts } = answerOf(await street.ask(who, 'concerns.queue', {}))
      expect(items.length).toBeGreaterThan(0)
      const due = items.map(({ dueAt }) => dueAt)
      expect(due).toEqual([...due].sort((one, other) => one - other))
      for (const tab of ['overdue', 'today', 'to_accept', 'in_hand'] as const) {
        const shown = answerOf(await street.ask(who, 'concerns.queue', { tab })).items.length
        expect(shown).toBe(Math.min(counts[tab], 20))
      }
    }
  })

  test('list, mine and queue are read by index, never by walking through everything', async () => {
    const first = { cursor: null, show: 'open' } as const
    const queries: [string, Who, (ask: Asking) => Promise<unknown>][] = [
      ['list', 'guest', (ask) => publicList(ask, first, null)],
      ['list of a building', 'guest', (ask) => publicList(ask, { ...first, buildingId: 'JX-002' }, null)],
      ['list of a grid', 'guest', (ask) => publicList(ask, { ...first, gridPath: GRID }, null)],
      [
        'mine',
        'neighbour',
        (ask) => reportedOrFollowedBy(ask, personOf('neighbour')).where(newestFirst(null)).execute(),
      ],
      ['queue', 'grid_staff', (ask) => queuePage(ask, 'all', null)],
      ['queue', 'head', (ask) => queuePage(ask, 'all', null)],
      ['queue', 'street_admin', (ask) => queuePage(ask, 'overdue', null)],
    ]
    for (const [name, who, ask] of queries) {
      const plan = await planOf(who, ask)
      expect(`${name}\n${plan}`).not.toContain('Seq Scan on concerns')
      expect(`${name}\n${plan}`).toMatch(/Index (Only )?Scan.* on concerns|Bitmap Heap Scan on concerns/)
    }
  })

  /** The plan of the one statement about concerns that `ask` sends. */
  const planOf = (who: Who, ask: (asking: Asking) => Promise<unknown>): Promise<string> =>
    store.transaction(async (tx) => {
      const actor = await actorOf(tx, STREET, personOf(who === 'guest' ? 'resident' : who), MONDAY)
      const statements: { sql: string; parameters: readonly unknown[] }[] = []
      const spying = tx.withPlugin({
        transformQuery: ({ node, queryId }) => {
          const compiled = tx.getExecutor().compileQuery(node, queryId)
          statements.push({ sql: compiled.sql, parameters: compiled.parameters })
          return node
        },
        transformResult: async ({ result }) => result,
      })
      await ask({
        tx: spying,
        actor,
        now: MONDAY,
        instant: async () => MONDAY,
        sessionHash: null,
        outside: {},
        system: street.system,
      })
      const [statement] = statements
      if (!statement) throw new Error('nothing was asked')
      const parts = statement.sql.split(/\$\d+/)
      const explained = await sql<{ 'QUERY PLAN': string }>`explain ${sql.join(
        parts.map((part, at) =>
          at === 0 ? sql.raw(part) : sql`${sql.lit(statement.parameters[at - 1] as string)}${sql.raw(part)}`,
        ),
        sql``,
      )}`.execute(tx)
      return explained.rows.map((row) => row['QUERY PLAN']).join('\n')
    })
})

/** Copies of one concern in every state, at every desk, of several categories, by several people. */
async function fill({ db }: Store, template: Concern): Promise<void> {
  const outcome = { kind: 'fixed', note: '好了', photoIds: [], by: personOf('grid_staff'), at: MONDAY }
  const closed = {
    closedAt: MONDAY,
    closedAtLevel: 2,
    closing: 'silence',
    note: '',
    rating: null,
    mergedInto: null,
  }
  const pause = {
    reason: 'wait_council',
    since: MONDAY,
    until: MONDAY + 1,
    remaining: { kind: 'calendar', ms: 1 },
  }
  const states = [
    { state: 'submitted' },
    { state: 'held' },
    { state: 'accepted' },
    { state: 'in_progress' },
    { state: 'in_progress', ownerId: personOf('grid_staff') },
    { state: 'paused', pause, ownerId: personOf('second_staff') },
    { state: 'resolved', outcome, ownerId: personOf('grid_staff') },
    { state: 'awaiting_department', level: 0, desk: 'street', whistles: [whistle(null)] },
    {
      state: 'in_progress',
      level: 0,
      desk: 'department',
      departmentId: 'water',
      whistles: [whistle(MONDAY)],
    },
    ...Array.from({ length: 16 }, () => ({ state: 'closed', outcome, ...closed })),
  ]
  const desks = [
    { level: 3, desk: 'head', aboutPersonId: null },
    { level: 3, desk: 'grid', aboutPersonId: personOf('head') },
    { level: 2, desk: 'grid' },
    { level: 2, desk: 'police' },
    { level: 1, desk: 'community' },
    { level: 0, desk: 'street' },
    { level: 2, desk: 'traffic', gridPath: GRID },
  ]
  const categories = ['LIGHT_BROKEN', 'GREEN', 'CONSULT']
  const places = ['JX-001', 'JX-002', null]
  const reporters = ['resident', 'head', 'head', 'head', ...Array.from({ length: 57 }, () => 'volunteer')]
  await sql`
    insert into concerns (street_id, id, version, body, changed_at)
    select ${STREET}, 'c-' || n, 1, ${JSON.stringify(template)}::jsonb
      || jsonb_build_object(
        'id', 'c-' || n, 'no', 'XJ' || n, 'title', '第' || n || '件',
        'category', ${JSON.stringify(categories)}::jsonb -> (n % 3),
        'visibility', case when n % 11 = 0 then 'parties' else 'public' end,
        'place', jsonb_build_object('point', null, 'words', '', 'buildingId', ${JSON.stringify(places)}::jsonb -> (n / 3 % 3)),
        'reporterId', 'p.' || (${JSON.stringify(reporters)}::jsonb ->> (n % 61)),
        'submittedAt', ${MONDAY}::bigint - n / 2 * 60000, 'resolveDueAt', ${MONDAY}::bigint + (n % 97 - 40) * 3600000
      )
      || (${JSON.stringify(desks)}::jsonb -> (n / 5 % 7))
      || (${JSON.stringify(states)}::jsonb -> (n % 25)),
      ${MONDAY}::bigint
    from generate_series(1, ${ROWS}::int) as n`.execute(db)
  await sql`insert into endorsements (street_id, concern_id, person_id, at)
    select ${STREET}, 'c-' || n, ${personOf('neighbour')}, 0 from generate_series(1, 50) as n`.execute(db)
  await sql`analyze`.execute(db)
}

/** A tenth of the rows, from every state that `fill` gives. */
const SAMPLE = sql<boolean>`c.id ~ '(04|05|06|07|08|11|27|33|52|53)$'`

const whoIs = (personId: string): Who => personId.slice('p.'.length) as Who

const whistle = (arrivedAt: number | null) => ({
  departmentId: 'water',
  blownAt: MONDAY,
  arriveBy: MONDAY,
  arrivedAt,
})

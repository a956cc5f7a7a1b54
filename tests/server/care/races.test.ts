import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { runVisitClock } from '../../../src/server/care/visit-clock'
import { insisting } from '../../support/insisting'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { answerOf, personOf, STREET, type Street, smallStreet } from '../concerns/small-street'
import { agreed, DAY, proposalOf } from './making'

const HOUSEHOLDS = 20

describe('twenty households at once, on a real server', () => {
  let fresh: FreshPostgres
  let street: Street
  beforeAll(async () => {
    fresh = await freshPostgres()
  })
  beforeEach(async () => {
    street = await smallStreet(fresh.store)
  })
  afterAll(() => fresh.drop())

  async function waiting(): Promise<string[]> {
    const ids: string[] = []
    for (let n = 0; n < HOUSEHOLDS; n += 1) {
      const given = proposalOf({ name: `第${n}户`, phone: null })
      ids.push(answerOf(await street.ask('pioneer', 'pairings.propose', given)).id)
    }
    return ids
  }

  const agree = (id: string) =>
    insisting(() =>
      street.ask('grid_staff', 'pairings.record_consent', {
        id,
        version: 1,
        proof: { how: 'witness', witness: '楼下的李叔' },
      }),
    )

  const active = async () => {
    const { rows } = await sql<{ n: number; counted: number }>`
      select (select count(*)::int from pairings where state = 'active') as n,
        (select coalesce(sum(active), 0)::int from pairing_helpers) as counted`.execute(fresh.store.db)
    return rows[0]
  }

  test('one helper gets exactly five of twenty, and the others are told that he has enough', async () => {
    const ids = await waiting()
    const answers = await Promise.all(ids.map(agree))
    const refused = answers.flatMap((one) => (one.ok ? [] : [one.error.code]))
    expect(refused).toEqual(Array(HOUSEHOLDS - 5).fill('HELPER_FULL'))
    expect(await active()).toEqual({ n: 5, counted: 5 })
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from pairings where state = 'active' limit 1`.execute(fresh.store.db)
    const [ended] = rows
    if (!ended) throw new Error('nothing is active')
    answerOf(await street.ask('pioneer', 'pairings.end', { ...ended, reason: 'solved', words: '' }))
    const again = await Promise.all(ids.map(agree))
    expect(again.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await active()).toEqual({ n: 5, counted: 5 })
    expect(street.surprises).toEqual([])
  })

  /** A program that only looks before it writes. */
  const carelessly = (id: string) =>
    fresh.store.transaction(async (tx) => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from pairings where state = 'active'`.execute(tx)
      if ((rows[0]?.n ?? 0) >= 5) return
      await sql`select pg_sleep(0.05)`.execute(tx)
      const change = {
        state: 'active',
        consent: { how: 'witness', by: personOf('grid_staff'), at: 1 },
        since: 1,
        lastVisit: null,
        remindedOf: null,
      }
      await sql`update pairings set body = body || ${JSON.stringify(change)}::jsonb
        where street_id = ${STREET} and id = ${id}`.execute(tx)
    })

  test('the control: without lock, count and check one helper has more than five', async () => {
    const ids = await waiting()
    await sql`alter table pairings disable trigger pairings_counted`.execute(fresh.store.db)
    // Some are there already: ten connections that all read none would stop at ten.
    for (const id of ids.slice(0, 3)) await carelessly(id)
    await Promise.all(ids.slice(3).map(carelessly))
    await sql`alter table pairings enable trigger pairings_counted`.execute(fresh.store.db)
    expect((await active())?.n).toBeGreaterThan(5)
  })

  test('a program that forgets the lock is refused the sixth by the database itself', async () => {
    const ids = await waiting()
    const done = await Promise.allSettled(ids.map(carelessly))
    const failed = done.filter((one): one is PromiseRejectedResult => one.status === 'rejected')
    expect(await active()).toEqual({ n: 5, counted: 5 })
    for (const { reason } of failed) expect(String(reason)).toContain('pairing_helpers_five')
  })

  test('of eight clocks at once a missed visit is told once; the same visit sent ten times is one', async () => {
    const step = await agreed(street)
    const day = Math.floor((street.time.now + 8 * 3_600_000) / DAY)
    const visit = { ...step, day, note: '一切都好' }
    const key = newId()
    await Promise.all(
      Array.from({ length: 10 }, () =>
        insisting(() => street.ask('volunteer', 'pairings.visit', visit, key)),
      ),
    )
    street.time.now += 40 * DAY
    const moved = await Promise.all(Array.from({ length: 8 }, () => runVisitClock(street.system, 20)))
    expect(moved.reduce((sum, n) => sum + n, 0)).toBe(1)
    const { rows } = await sql<{ visits: number; told: number }>`
      select (select count(*)::int from pairing_visits) as visits,
        (select count(*)::int from inbox_messages where kind = 'visit_overdue') as told`.execute(
      fresh.store.db,
    )
    expect(rows).toEqual([{ visits: 1, told: 1 }])
    expect(street.surprises).toEqual([])
  })
})

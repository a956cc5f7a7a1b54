import { sql } from 'kysely'
import { runTerms } from '../../../src/server/heads/clock'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { refusalOf, type Street, smallStreet } from '../concerns/small-street'
import { appointed, DAY, moveIn, officesOf, propose } from './making'

describe('one house, one head, on a real server', () => {
  let fresh: FreshPostgres
  let street: Street
  beforeAll(async () => {
    fresh = await freshPostgres()
  })
  /** A street of its own for each round: sessions do not last for years of terms. */
  async function anew() {
    street = await smallStreet(fresh.store)
    for (const who of ['neighbour', 'follower', 'resident'] as const) await moveIn(fresh.store, who)
  }
  beforeEach(anew)
  afterAll(() => fresh.drop())

  /** Pairs of offices in one house that hold at the same instant. */
  async function overlapping(): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from role_grants a join role_grants b
        on b.building_id = a.building_id and b.id > a.id and b.from_at < a.to_at and b.to_at > a.from_at
      where a.role = 'head'`.execute(fresh.store.db)
    return rows[0]?.n ?? -1
  }

  test('of three who stand in and are confirmed at once, one is in office', async () => {
    for (let round = 0; round < 15; round += 1) {
      const all = await Promise.all(
        (['neighbour', 'follower', 'resident'] as const).map((who) =>
          propose(street, who, { kind: 'acting', days: 30 }),
        ),
      )
      const answers = await Promise.all(
        all.map(({ id }) => street.ask('community_staff', 'heads.confirm', { id, version: 1, note: '' })),
      )
      expect(answers.map(refusalOf).sort()).toEqual(['HEAD_IN_OFFICE', 'HEAD_IN_OFFICE', null])
      expect(await overlapping()).toBe(0)
      expect(await officesOf(fresh.store, 'JX-002')).toHaveLength(1)
      await anew()
    }
  })

  test('resigning, confirming, dismissing and four clocks at once leave no instant with two', async () => {
    for (let round = 0; round < 10; round += 1) {
      const first = await appointed(street, 'neighbour', { days: 3 })
      const next = await propose(street, 'follower')
      street.time.now += 3 * DAY
      const resign = { id: first.id, version: first.version, reason: '搬走了' }
      const hearing = { at: street.time.now, statement: '听过了' }
      await Promise.all([
        street.ask('community_staff', 'heads.confirm', { id: next.id, version: 1, note: '' }),
        street.ask('neighbour', 'heads.resign', resign),
        street.ask('community_staff', 'heads.revoke', { ...resign, hearing }),
        ...[1, 2, 3, 4].map(() => runTerms(street.system, 10)),
      ])
      expect(await overlapping()).toBe(0)
      const active = await fresh.store.db
        .selectFrom('head_appointments')
        .select('id')
        .where('state', '=', 'active')
        .execute()
      expect(active).toEqual([{ id: next.id }])
      await anew()
    }
    expect(street.surprises).toEqual([])
  })

  test('without the lock and the keys there would be two', async () => {
    await sql`alter table role_grants disable trigger role_grants_one_holder`.execute(fresh.store.db)
    await sql`drop index head_appointments_in_office`.execute(fresh.store.db)
    await sql`drop index head_appointments_next`.execute(fresh.store.db)
    await Promise.all(Array.from({ length: 6 }, (_, n) => appointWithoutLock(fresh, n)))
    expect(await overlapping()).toBeGreaterThan(0)
  })
})

/** The same as one would write it first: look whether somebody is in office, and if not, appoint. */
async function appointWithoutLock({ store }: FreshPostgres, n: number): Promise<void> {
  await store.transaction(async (tx) => {
    const taken = await tx
      .selectFrom('role_grants')
      .select('id')
      .where('building_id', '=', 'JX-002')
      .where('to_at', '>', 5_000_000)
      .executeTakeFirst()
    if (taken) return
    await sql`select pg_sleep(0.05)`.execute(tx)
    await sql`insert into role_grants (street_id, id, person_id, role, grid_path, building_id, from_at, to_at)
      select street_id, ${`twin-${n}`}, 'p.neighbour', 'head', grid_path, id, 5000000, 9000000
      from buildings where id = 'JX-002'`.execute(tx)
  })
}

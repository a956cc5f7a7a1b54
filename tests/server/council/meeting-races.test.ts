import { sql } from 'kysely'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { refusalOf, type Street, smallStreet } from '../concerns/small-street'
import { councilOf } from './making'
import { chairHasHouse, codeOf, HOUR, inRoom, leads, notified, roomOf, signIn } from './meeting-making'

describe('a room in which many act at once, on a real server', () => {
  let fresh: FreshPostgres
  let street: Street
  beforeAll(async () => {
    fresh = await freshPostgres()
  })
  beforeEach(async () => {
    street = await smallStreet(fresh.store)
    await councilOf(fresh.store)
    await chairHasHouse(street)
  })
  afterAll(() => fresh.drop())

  const countOf = async (what: ReturnType<typeof sql<{ n: number }>>) =>
    (await what.execute(fresh.store.db)).rows[0]?.n
  const onFloor = () =>
    countOf(sql<{ n: number }>`select count(*)::int as n from meeting_items where state = 'on_floor'`)
  const signedIn = () => countOf(sql<{ n: number }>`select count(*)::int as n from meeting_signins`)

  test('of two matters brought to the floor at once one is there', async () => {
    for (let round = 0; round < 8; round += 1) {
      street = await smallStreet(fresh.store)
      await councilOf(fresh.store)
      await chairHasHouse(street)
      const { id } = await inRoom(street)
      await leads(street, 'put_off', { id, place: 1, note: '先停一停' })
      const answers = await Promise.all(
        [1, 2].map((place) => street.ask('volunteer', 'meetings.bring', { id, place })),
      )
      expect(answers.map(refusalOf).sort()).toEqual(['FLOOR_TAKEN', null])
      expect(await onFloor()).toBe(1)
    }
    expect(street.surprises).toEqual([])
  })

  test('a house that signs in twenty times at once, by code, online and by staff, is one line', async () => {
    const { id, startsAt } = await notified(street)
    street.time.now = startsAt - HOUR
    const code = await codeOf(street, id)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 3 === 0
          ? street.ask('grid_staff', 'meetings.admit', { id, unitIds: ['JX-001'] })
          : signIn(street, 'head', id, 'JX-001', n % 3 === 1 ? code : null),
      ),
    )
    expect([...new Set(answers.map(refusalOf))].sort()).toEqual(['SIGNED_IN_ALREADY', null])
    expect(await signedIn()).toBe(1)
    expect(street.surprises).toEqual([])
  })

  test('hands that go up at once are all in the queue, each with a number of its own', async () => {
    const { id } = await inRoom(street)
    const hands = await Promise.all(
      (['head', 'neighbour', 'follower'] as const).map((who, n) =>
        street.ask(who, 'meetings.raise_hand', {
          id,
          place: 1,
          unitId: ['JX-001', 'JX-002', 'JX-004'][n] ?? '',
          side: 'for',
        }),
      ),
    )
    expect(hands.map(refusalOf)).toEqual([null, null, null])
    expect((await roomOf(street, id)).floor?.queue).toHaveLength(3)
    const called = await Promise.all(
      [1, 2, 3].map(async () => {
        const unitId = (await roomOf(street, id)).floor?.queue[0]?.unitId ?? ''
        return street.ask('volunteer', 'meetings.call', { id, unitId })
      }),
    )
    expect(called.map(refusalOf).filter((code) => code === null)).toHaveLength(1)
  })

  test('without the lock and the keys two matters are before the room, and a house has many lines', async () => {
    const { id } = await inRoom(street)
    await leads(street, 'put_off', { id, place: 1, note: '先停一停' })
    await sql`drop index meeting_items_one_on_floor`.execute(fresh.store.db)
    await sql`alter table meeting_speeches drop constraint meeting_speeches_street_id_meeting_id_unit_id_fkey`.execute(
      fresh.store.db,
    )
    await sql`alter table meeting_signins drop constraint meeting_signins_pkey`.execute(fresh.store.db)
    const unlocked = (write: ReturnType<typeof sql>, isThere: ReturnType<typeof sql<{ n: number }>>) =>
      fresh.store.transaction(async (tx) => {
        const { rows } = await isThere.execute(tx)
        if (rows[0]?.n) return
        await sql`select pg_sleep(0.05)`.execute(tx)
        await write.execute(tx)
      })
    await Promise.all(
      [1, 2].map((place) =>
        unlocked(
          sql`update meeting_items set state = 'on_floor' where place = ${place}`,
          sql<{ n: number }>`select count(*)::int as n from meeting_items where state = 'on_floor'`,
        ),
      ),
    )
    expect(await onFloor()).toBe(2)
    const before = (await signedIn()) ?? 0
    await Promise.all(
      [1, 2, 3, 4].map(() =>
        unlocked(
          sql`insert into meeting_signins values ('441302010', ${id}, 'JX-003', 'p.neighbour', 'code', 1, null)`,
          sql<{ n: number }>`select count(*)::int as n from meeting_signins where unit_id = 'JX-003'`,
        ),
      ),
    )
    expect((await signedIn()) ?? 0).toBeGreaterThan(before + 1)
  })
})

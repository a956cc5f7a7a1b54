import { sql } from 'kysely'
import { runOfferClock } from '../../../src/server/offers/clock'
import { insisting } from '../../support/insisting'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { asOneOf, crowd } from '../concerns/crowd'
import { STREET, type Street, smallStreet } from '../concerns/small-street'
import { corrected, firstSitting, HOUR, offered, offerOf } from './making'

const WEEKLY = [{ weekday: 3, from: 540, to: 600, capacity: 10 }]

describe('everybody at once, on a real server', () => {
  let fresh: FreshPostgres
  let street: Street
  let tokens: string[]
  beforeAll(async () => {
    fresh = await freshPostgres()
  })
  beforeEach(async () => {
    street = await smallStreet(fresh.store)
  })
  afterAll(() => fresh.drop())

  const as = (token: string, operation: string, input: object, key?: string) =>
    asOneOf(street, token, { operation, input, ...(key && { key }) })

  const booked = async (): Promise<number> => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from offer_bookings where state = 'booked'`.execute(fresh.store.db)
    return rows[0]?.n ?? 0
  }

  const put = (id: string, startsAt: number, n: number) => sql`
    insert into offer_bookings (street_id, id, offer_id, starts_at, person_id, at, state)
    values (${STREET}, ${`x${n}`}, ${id}, ${startsAt}, ${`p.crowd-${n}`}, 1, 'booked')`

  /** A sitting that stands in the table already. */
  async function opened(): Promise<{ id: string; startsAt: number }> {
    const { id } = await offered(street, { weekly: WEEKLY })
    const startsAt = await firstSitting(street, id)
    await fresh.store.db
      .insertInto('offer_sittings')
      .values({
        street_id: STREET,
        offer_id: id,
        starts_at: startsAt,
        ends_at: startsAt + HOUR,
        capacity: 10,
        state: 'open',
        next_at: null,
      })
      .execute()
    return { id, startsAt }
  }

  test('200 people for the ten places of a sitting nobody had asked for: ten have one, 190 hear that it is full', async () => {
    tokens = await crowd(street, 200)
    const { id } = await offered(street, { weekly: WEEKLY })
    const startsAt = await firstSitting(street, id)
    const answers = await Promise.all(tokens.map((token) => as(token, 'offers.book', { id, startsAt })))
    const refused = answers.flatMap((one) => (one.ok ? [] : [one.error.code]))
    expect(refused).toEqual(Array.from({ length: 190 }, () => 'SLOT_FULL'))
    expect(await booked()).toBe(10)
    expect(street.surprises).toEqual([])
  })

  test('the same tap sent twenty times is one booking', async () => {
    tokens = await crowd(street, 1)
    const { id } = await offered(street, { weekly: WEEKLY })
    const startsAt = await firstSitting(street, id)
    const tap = () => as(tokens[0] ?? '', 'offers.book', { id, startsAt }, 'one-and-the-same-key')
    await Promise.all(Array.from({ length: 20 }, tap))
    expect(await booked()).toBe(1)
  })

  test('forty book while the ten places become four: those who have one keep it, and none is over the number', async () => {
    tokens = await crowd(street, 40)
    const { id, version } = await offered(street, { weekly: WEEKLY })
    const startsAt = await firstSitting(street, id)
    const four = WEEKLY.map((one) => ({ ...one, capacity: 4 }))
    const shrink = () =>
      street.ask('captain', 'offers.change', corrected(street, { id, version, weekly: four }))
    const book = (token: string) => as(token, 'offers.book', { id, startsAt })
    await Promise.all(tokens.slice(0, 3).map(book))
    const [shrunk] = await Promise.all([shrink(), ...tokens.slice(3).map(book)])
    const [sitting] = (await offerOf(street, id)).sittings
    const places = shrunk?.ok ? 4 : 10
    if (shrunk && !shrunk.ok) expect(shrunk.error.code).toBe('PLACES_TAKEN')
    expect(sitting).toMatchObject({ capacity: places, taken: places })
    expect(await booked()).toBe(places)
    expect(street.surprises).toEqual([])
  })

  test('a place is wanted just as its time is taken out: it is had and then called off, or there is none', async () => {
    tokens = await crowd(street, 20)
    const { id, version } = await offered(street, { weekly: WEEKLY })
    const startsAt = await firstSitting(street, id)
    const thursdays = WEEKLY.map((one) => ({ ...one, weekday: 4 }))
    const moved = corrected(street, { id, version, weekly: thursdays, note: '改到周四' })
    const answers = await Promise.all([
      ...tokens.slice(0, 10).map((token) => as(token, 'offers.book', { id, startsAt })),
      insisting(() => street.ask('captain', 'offers.change', moved)),
      ...tokens.slice(10).map((token) => as(token, 'offers.book', { id, startsAt })),
    ])
    expect(answers[10]?.ok).toBe(true)
    const had = answers.filter(({ ok }) => ok).length - 1
    expect(await booked()).toBe(0)
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from inbox_messages where kind = 'booking_off'`.execute(fresh.store.db)
    expect(rows).toEqual([{ n: had }])
  })

  test('of eight clocks at once each who booked hears of it once', async () => {
    tokens = await crowd(street, 10)
    const { id } = await offered(street, { weekly: WEEKLY })
    const startsAt = await firstSitting(street, id)
    await Promise.all(tokens.map((token) => as(token, 'offers.book', { id, startsAt })))
    street.time.now = startsAt - 15 * HOUR
    const moved = await Promise.all(Array.from({ length: 8 }, () => runOfferClock(street.system, 20)))
    expect(moved.reduce((sum, n) => sum + n, 0)).toBe(1)
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from inbox_messages where kind = 'booking_tomorrow'`.execute(fresh.store.db)
    expect(rows).toEqual([{ n: 10 }])
  })

  test('the control: without the lock, the count and the check, ten places have more than ten people', async () => {
    tokens = await crowd(street, 40)
    const { id, startsAt } = await opened()
    await sql`alter table offer_bookings disable trigger offer_bookings_counted`.execute(fresh.store.db)
    const write = (n: number) =>
      fresh.store.transaction(async (tx) => {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from offer_bookings where state = 'booked'`.execute(tx)
        if ((rows[0]?.n ?? 0) >= 10) return
        await sql`select pg_sleep(0.05)`.execute(tx)
        await put(id, startsAt, n).execute(tx)
      })
    // Some are in already: ten connections that all read none would stop at exactly ten.
    for (let n = 0; n < 5; n += 1) await write(n)
    await Promise.all(Array.from({ length: 35 }, (_, n) => write(n + 5)))
    await sql`alter table offer_bookings enable trigger offer_bookings_counted`.execute(fresh.store.db)
    expect(await booked()).toBeGreaterThan(10)
  })

  test('a program that forgets the lock is refused the eleventh by the database itself', async () => {
    tokens = await crowd(street, 11)
    const { id, startsAt } = await opened()
    const done = await Promise.allSettled(
      Array.from({ length: 11 }, (_, n) => put(id, startsAt, n).execute(fresh.store.db)),
    )
    const failed = done.filter((one): one is PromiseRejectedResult => one.status === 'rejected')
    expect(failed).toHaveLength(1)
    expect(String(failed[0]?.reason)).toContain('offer_sittings_capacity')
  })
})

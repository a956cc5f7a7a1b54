import { sql } from 'kysely'
import { runVolunteerClock } from '../../../src/server/volunteers/clock'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { asOneOf, crowd } from '../concerns/crowd'
import { STREET, type Street, smallStreet } from '../concerns/small-street'
import { DAY, join, planOf, published } from './making'

const PEOPLE = 500

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

  const standing = async () => {
    const { rows } = await sql<{ state: string; n: number }>`
      select state, count(*)::int as n from volunteer_signups group by state order by state`.execute(
      fresh.store.db,
    )
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
  }

  test('500 people for 10 places: exactly 10 and 490 in one strict order; every cancel moves the first up, once', async () => {
    tokens = await crowd(street, PEOPLE)
    const { shifts } = await published(street, { shifts: [planOf(street.time.now, { capacity: 10 })] })
    const shiftId = shifts[0] ?? ''
    const answers = await Promise.all(tokens.map((token) => as(token, 'signups.join', { shiftId })))
    expect(answers.filter(({ ok }) => !ok)).toEqual([])
    expect(await standing()).toEqual({ accepted: 10, waiting: 490 })
    const turns = await sql<{ turn: number; id: string; person: string; state: string }>`
      select turn, id, person_id as person, state from volunteer_signups order by turn`.execute(
      fresh.store.db,
    )
    expect(turns.rows.map(({ turn }) => turn)).toEqual(Array.from({ length: PEOPLE }, (_, n) => n + 1))

    const inPlaces = turns.rows.filter(({ state }) => state === 'accepted')
    const tokenOf = (person: string) => tokens[Number(person.slice('p.crowd-'.length))] ?? ''
    await Promise.all(inPlaces.map(({ id, person }) => as(tokenOf(person), 'signups.cancel', { id })))
    expect(await standing()).toEqual({ accepted: 10, cancelled: 10, waiting: 480 })
    const moved = await sql<{ turn: number }>`
      select turn from volunteer_signups where state = 'accepted' order by turn`.execute(fresh.store.db)
    expect(moved.rows.map(({ turn }) => turn)).toEqual(Array.from({ length: 10 }, (_, n) => n + 11))
    const told = await sql<{ n: number }>`
      select count(*)::int as n from inbox_messages where kind = 'signup_promoted'`.execute(fresh.store.db)
    expect(told.rows).toEqual([{ n: 10 }])
    expect(street.surprises).toEqual([])
  })

  test('the same tap sent twenty times is one sign-up; two shifts of one hour at once give one of them', async () => {
    tokens = await crowd(street, 1)
    const [token = ''] = tokens
    const { shifts } = await published(street, { shifts: [planOf(street.time.now), planOf(street.time.now)] })
    const [one = '', two = ''] = shifts
    await Promise.all(
      Array.from({ length: 20 }, () => as(token, 'signups.join', { shiftId: one }, 'one-and-the-same-key')),
    )
    expect(await standing()).toEqual({ accepted: 1 })
    street = await smallStreet(fresh.store)
    tokens = await crowd(street, 1)
    const again = await published(street, { shifts: [planOf(street.time.now), planOf(street.time.now)] })
    const both = await Promise.all(
      again.shifts.map((shiftId) => as(tokens[0] ?? '', 'signups.join', { shiftId })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect([one, two]).not.toContain('')
  })

  test('of eight clocks at once each shift ends once, with one word to each absentee, and repeats once', async () => {
    for (let n = 0; n < 3; n += 1) {
      const { shifts } = await published(street, {
        repeats: { days: 7, until: street.time.now + 60 * DAY },
        shifts: [planOf(street.time.now), planOf(street.time.now)],
      })
      await join(street, (['resident', 'neighbour', 'follower'] as const)[n] ?? 'resident', shifts[0])
    }
    street.time.now += 4 * DAY
    const moved = await Promise.all(Array.from({ length: 8 }, () => runVolunteerClock(street.system, 20)))
    expect(moved.reduce((sum, n) => sum + n, 0)).toBe(6)
    expect(await standing()).toEqual({ no_show: 3 })
    const { rows } = await sql<{ tasks: number; told: number }>`
      select (select count(*)::int from volunteer_tasks) as tasks,
        (select count(*)::int from inbox_messages where kind = 'signup_no_show') as told`.execute(
      fresh.store.db,
    )
    expect(rows).toEqual([{ tasks: 6, told: 3 }])
    expect(street.surprises).toEqual([])
  })

  test('eight clocks and eight taps on 再续 at once write one next time', async () => {
    const { id, version } = await published(street, {
      repeats: { days: 7, until: street.time.now + 60 * DAY },
      shifts: [planOf(street.time.now), planOf(street.time.now)],
    })
    street.time.now += 4 * DAY
    const taps = Array.from({ length: 8 }, () => street.ask('captain', 'tasks.go_on', { id, version }))
    const clocks = Array.from({ length: 8 }, () => runVolunteerClock(street.system, 20))
    const [answers] = await Promise.all([Promise.all(taps), Promise.all(clocks)])
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
    // What a clock passed over, because a tap held it just then, is its next tick's.
    await runVolunteerClock(street.system, 20)
    const { rows } = await sql<{ tasks: number }>`
      select count(*)::int as tasks from volunteer_tasks`.execute(fresh.store.db)
    expect(rows).toEqual([{ tasks: 2 }])
    expect(street.surprises).toEqual([])
  })

  test('the control: without the lock, the count and the check, ten places have more than ten people', async () => {
    tokens = await crowd(street, 40)
    const { id, shifts } = await published(street, { shifts: [planOf(street.time.now, { capacity: 10 })] })
    await sql`alter table volunteer_signups disable trigger volunteer_signups_counted`.execute(fresh.store.db)
    const write = (n: number) =>
      fresh.store.transaction(async (tx) => {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from volunteer_signups where state = 'accepted'`.execute(tx)
        if ((rows[0]?.n ?? 0) >= 10) return
        await sql`select pg_sleep(0.05)`.execute(tx)
        const body = {
          id: `x${n}`,
          streetId: STREET,
          taskId: id,
          shiftId: shifts[0],
          personId: `p.crowd-${n}`,
          turn: n + 1,
          at: 1,
          guestEnc: null,
          state: 'accepted',
        }
        await sql`insert into volunteer_signups (street_id, id, body) values (${STREET}, ${body.id}, ${JSON.stringify(body)})`.execute(
          tx,
        )
      })
    // Some are in already: ten connections that all read none would stop at exactly ten.
    for (let n = 0; n < 5; n += 1) await write(n)
    await Promise.all(Array.from({ length: 35 }, (_, n) => write(n + 5)))
    await sql`alter table volunteer_signups enable trigger volunteer_signups_counted`.execute(fresh.store.db)
    expect((await standing()).accepted).toBeGreaterThan(10)
  })

  test('a program that forgets the lock is refused the eleventh by the database itself', async () => {
    tokens = await crowd(street, 11)
    const { id, shifts } = await published(street, { shifts: [planOf(street.time.now, { capacity: 10 })] })
    const put = (n: number) => {
      const body = {
        id: `x${n}`,
        streetId: STREET,
        taskId: id,
        shiftId: shifts[0],
        personId: `p.crowd-${n}`,
        turn: n + 1,
        at: 1,
        guestEnc: null,
        state: 'accepted',
      }
      return sql`insert into volunteer_signups (street_id, id, body) values (${STREET}, ${body.id}, ${JSON.stringify(body)})`.execute(
        fresh.store.db,
      )
    }
    const done = await Promise.allSettled(Array.from({ length: 11 }, (_, n) => put(n)))
    const failed = done.filter((one): one is PromiseRejectedResult => one.status === 'rejected')
    expect(failed).toHaveLength(1)
    expect(String(failed[0]?.reason)).toContain('volunteer_shifts_capacity')
  })
})

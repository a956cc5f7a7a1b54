import { sql } from 'kysely'
import type { Choice } from '../../../src/core/council/tally'
import { runMotionClock } from '../../../src/server/council/clock'
import { insisting } from '../../support/insisting'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { answerOf, refusalOf, type Street, smallStreet } from '../concerns/small-street'
import { announced, cast, councilOf, everybodyVotes, motionOf, voting } from './making'

describe('votes at once, on a real server', () => {
  let fresh: FreshPostgres
  let street: Street
  beforeAll(async () => {
    fresh = await freshPostgres()
  })
  beforeEach(async () => {
    street = await smallStreet(fresh.store)
    await councilOf(fresh.store)
  })
  afterAll(() => fresh.drop())

  const ballotsOf = async () => {
    const { rows } = await sql<{ n: number; times: number }>`
      select count(*)::int as n, coalesce(sum(times), 0)::int as times from ballots`.execute(fresh.store.db)
    return rows[0]
  }

  const taken = (pollId: string, choice: Choice, key: string) => {
    const input = { pollId, votes: [{ unitId: 'JX-001', choice }], salt: 'd'.repeat(16) }
    return insisting(() => street.ask('head', 'ballots.cast', input, key))
  }

  test('200 ballots at once for one house are one ballot, the last of them', async () => {
    const { pollId } = await voting(street)
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => taken(pollId, n % 2 === 0 ? 'for' : 'against', `ballot-no-${n}`)),
    )
    expect(answers.map(refusalOf).filter(Boolean)).toEqual([])
    expect(await ballotsOf()).toEqual({ n: 1, times: 200 })
  })

  test('the same tap sent twenty times is one ballot with one receipt', async () => {
    const { pollId } = await voting(street)
    const input = { pollId, votes: [{ unitId: 'JX-001', choice: 'for' as const }], salt: 'c'.repeat(16) }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => street.ask('head', 'ballots.cast', input, 'one-and-the-same-key')),
    )
    expect(new Set(answers.map((one) => answerOf(one).receipts[0]?.receipt)).size).toBe(1)
    expect(await ballotsOf()).toEqual({ n: 1, times: 1 })
  })

  test('20 secret ballots at once, of two houses, are two choices and two who took part', async () => {
    const { id, pollId, closesAt } = await voting(street, 'secret')
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        cast(street, n % 2 === 0 ? 'head' : 'follower', pollId, {
          [n % 2 === 0 ? 'JX-001' : 'JX-004']: 'for',
        }),
      ),
    )
    street.time.now = closesAt
    await runMotionClock(street.system, 10)
    expect((await motionOf(street, id)).ballot?.tally?.units).toEqual({
      all: 5,
      for: 2,
      against: 0,
      abstain: 0,
    })
  })

  test('of two openings at once one opens, with one roll', async () => {
    for (let round = 0; round < 8; round += 1) {
      street = await smallStreet(fresh.store)
      await councilOf(fresh.store)
      const { id, version } = await announced(street)
      const open = { id, version, days: 2, ballots: 'open' as const }
      const answers = await Promise.all([1, 2].map(() => street.ask('volunteer', 'motions.open_poll', open)))
      expect(answers.map(refusalOf).sort()).toEqual(['VERSION_CONFLICT', null])
      const { rows } = await sql<{ polls: number; units: number }>`
        select (select count(*)::int from polls) as polls, (select count(*)::int from poll_units) as units`.execute(
        fresh.store.db,
      )
      expect(rows).toEqual([{ polls: 1, units: 5 }])
    }
  })

  test('of five closings at once one counts', async () => {
    const { id, pollId, closesAt } = await voting(street)
    await everybodyVotes(street, pollId)
    street.time.now = closesAt
    const moved = await Promise.all([1, 2, 3, 4, 5].map(() => runMotionClock(street.system, 10)))
    expect(moved.reduce((sum, n) => sum + n, 0)).toBe(1)
    const { timeline, ballot } = await motionOf(street, id)
    expect(timeline.filter(({ kind }) => kind === 'tally')).toHaveLength(1)
    expect(ballot?.tally?.units).toEqual({ all: 5, for: 3, against: 1, abstain: 0 })
    expect(street.surprises).toEqual([])
  })

  test('without the one-ballot key, the lock and the trigger, a house has many ballots and a late one slips in', async () => {
    const { pollId, closesAt } = await voting(street)
    await sql`alter table ballots disable trigger ballots_as_cast`.execute(fresh.store.db)
    await sql`alter table ballots drop constraint ballots_pkey`.execute(fresh.store.db)
    const write = (n: number) =>
      fresh.store.transaction(async (tx) => {
        const there = await tx.selectFrom('ballots').select('unit_id').executeTakeFirst()
        if (there) return
        await sql`select pg_sleep(0.05)`.execute(tx)
        await sql`insert into ballots (street_id, poll_id, unit_id, person_id, sealed, receipt, at)
          values ('441302010', ${pollId}, 'JX-001', 'p.head', ${String(n)}, 'r', ${closesAt + 1})`.execute(tx)
      })
    await Promise.all([1, 2, 3, 4, 5, 6].map(write))
    expect((await ballotsOf())?.n).toBeGreaterThan(1)
  })
})

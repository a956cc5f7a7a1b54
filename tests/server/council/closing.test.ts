import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { runMotionClock } from '../../../src/server/council/clock'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { MONDAY, refusalOf, STREET, type Street, smallStreet } from '../concerns/small-street'
import { cast, councilOf, motionOf, voting } from './making'

const CLOSINGS = 500
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

/** The clock strikes while ballots are on their way: each is either counted or told that it is late. */
test(`at the closing instant what was acknowledged is counted, and nothing else: ${CLOSINGS} closings`, async () => {
  let late = 0
  let inTime = 0
  // How long a ballot takes here today: the instant is to fall into the middle of them, on a fast machine and a slow one.
  let underWay = 0
  for (let round = 0; round < CLOSINGS; round += 1) {
    street.time.now = MONDAY
    const { id, pollId, closesAt } = await voting(street, round % 2 === 0 ? 'open' : 'secret')
    street.time.now = closesAt - 1
    const voters = [
      cast(street, 'head', pollId, { 'JX-001': 'for' }),
      cast(street, 'neighbour', pollId, { 'JX-002': 'for', 'JX-003': 'for' }),
      cast(street, 'follower', pollId, { 'JX-004': 'for' }),
    ]
    await pause(underWay + (round % 8))
    street.time.now = closesAt
    const [answers] = await Promise.all([Promise.all(voters), runMotionClock(street.system, 10)])
    while ((await motionOf(street, id)).state === 'voting') await runMotionClock(street.system, 10)
    const taken = answers.flatMap((one) => (one.ok ? one.data.receipts : []))
    expect(answers.map(refusalOf).filter((code) => code !== null && code !== 'POLL_CLOSED')).toEqual([])
    expect((await motionOf(street, id)).ballot?.tally?.units.for).toBe(taken.length)
    const refused = answers.filter((one) => !one.ok).length
    late += refused
    inTime += taken.length
    underWay = Math.max(0, underWay + (late > inTime ? 1 : -1))
  }
  console.info(`${inTime} ballots in time, ${late} calls late`)
  // Otherwise the rounds would have proved nothing.
  expect(Math.min(late, inTime)).toBeGreaterThan(CLOSINGS / 10)
  expect(street.surprises).toEqual([])
  // Half a second each on a machine that does four things at once.
}, 600_000)

/** The control arm: a program that asks the time first and writes afterwards, as most do. */
test('without the lock and the trigger a ballot is acknowledged and never counted', async () => {
  await sql`alter table ballots disable trigger ballots_as_cast`.execute(fresh.store.db)
  try {
    let lost = 0
    for (let round = 0; round < 20; round += 1) {
      street.time.now = MONDAY
      const { pollId } = await voting(street)
      let open = true
      const vote = async () => {
        if (!open) return 0
        await pause(3)
        await sql`insert into ballots (street_id, poll_id, unit_id, person_id, sealed, receipt, at)
          values (${STREET}, ${pollId}, 'JX-001', 'p.head', 's', 'r', 1)`.execute(fresh.store.db)
        return 1
      }
      const count = async () => {
        await pause(round % 5)
        open = false
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from ballots where poll_id = ${pollId}`.execute(fresh.store.db)
        return rows[0]?.n ?? 0
      }
      const [acknowledged, counted] = await Promise.all([vote(), count()])
      lost += acknowledged - counted
    }
    expect(lost).toBeGreaterThan(0)
  } finally {
    await sql`alter table ballots enable trigger ballots_as_cast`.execute(fresh.store.db)
  }
})

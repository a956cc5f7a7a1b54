import { sql } from 'kysely'
import type { Choice } from '../../../src/core/council/tally'
import { recordStatements } from '../../bench/record'
import { growElectorate, tokenOf } from '../../support/electorate'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { answerOf, refusalOf, type Street, smallStreet } from '../concerns/small-street'
import { councilOf, voting } from '../council/making'

const HOUSES = 40
const SECONDS = [
  ['follower', 'JX-004'],
  ['neighbour', 'JX-002'],
  ['neighbour', 'JX-003'],
] as const

let fresh: FreshPostgres
let street: Street
let linesBefore = 0
beforeAll(async () => {
  fresh = await freshPostgres()
})
beforeEach(async () => {
  street = await smallStreet(fresh.store)
  await councilOf(fresh.store)
  await growElectorate(fresh.store, HOUSES)
  linesBefore = (await countOf()).lines
})
afterAll(() => fresh.drop())

interface Sent {
  pollId: string
  voter: number
  house?: number
  choice?: Choice
  key?: string
}

const send = ({ pollId, voter, house = voter, choice = 'for', key = `first-voter-${voter}` }: Sent) =>
  street.call('guest', {
    operation: 'ballots.cast',
    input: { pollId, votes: [{ unitId: `u-voter-${house}`, choice }], salt: 's'.repeat(16) },
    key,
    credentials: { kind: 'token', token: tokenOf(voter) },
  })

const voters = Array.from({ length: HOUSES }, (_, n) => n + 1)

/** What is in the database of the ballots of this test; the log keeps those of the others, too. */
const keptOf = async () => {
  const kept = await countOf()
  return { ...kept, lines: kept.lines - linesBefore }
}

const countOf = async () => {
  const { rows } = await sql<{ ballots: number; commands: number; lines: number }>`
    select (select count(*)::int from ballots) + (select count(*)::int from poll_participants) as ballots,
      (select count(*)::int from commands where operation = 'ballots.cast') as commands,
      (select count(*)::int from audit_log where operation = 'ballots.cast' and outcome = 'done') as lines`.execute(
    fresh.store.db,
  )
  const [row] = rows
  if (!row) throw new Error('nothing was counted')
  return row
}

describe.each(['open', 'secret'] as const)('%s ballots that come at once', (ballots) => {
  test('share a few transactions; each has its ballot, its command and its line in the log', async () => {
    const { pollId } = await voting(street, ballots, SECONDS)
    const statements = await recordStatements(async () => {
      const answers = await Promise.all(voters.map((voter) => send({ pollId, voter })))
      expect(answers.map(refusalOf)).toEqual(voters.map(() => null))
    })
    expect(statements.filter(({ text }) => /^start transaction/.test(text)).length).toBeLessThan(4)
    expect(await keptOf()).toEqual({ ballots: HOUSES, commands: HOUSES, lines: HOUSES })
    expect(street.surprises).toEqual([])
  })

  test('those that may not be cast are told why and leave nothing; the others are cast', async () => {
    const { pollId } = await voting(street, ballots, SECONDS)
    const calls = voters.map((voter) => {
      if (voter === 5) return send({ pollId, voter, house: 6 })
      if (voter === 7) return send({ pollId, voter, house: 9_999 })
      return send({ pollId, voter })
    })
    const answers = await Promise.all(calls)
    const refused = answers.map(refusalOf)
    expect(refused[4]).toBe('NOT_REPRESENTATIVE')
    expect(refused[6]).toBe('NOT_IN_ROLL')
    expect(refused.filter((one) => one !== null)).toHaveLength(2)
    expect(await keptOf()).toEqual({ ballots: HOUSES - 2, commands: HOUSES - 2, lines: HOUSES - 2 })
  })

  test('a repeat among them gets its old receipt, and another vote under its key is told so', async () => {
    const { pollId } = await voting(street, ballots, SECONDS)
    const first = answerOf(await send({ pollId, voter: 1 }))
    const again = [send({ pollId, voter: 1 }), send({ pollId, voter: 2, key: 'first-voter-2' })]
    const [repeat] = await Promise.all([...again, ...voters.slice(2).map((voter) => send({ pollId, voter }))])
    if (!repeat) throw new Error('nothing was answered')
    expect(answerOf(repeat)).toEqual(first)
    const others = await Promise.all([
      send({ pollId, voter: 3, choice: 'against' }),
      ...voters.slice(3).map((voter) => send({ pollId, voter })),
    ])
    expect(others.map(refusalOf)).toEqual(['DUPLICATE_COMMAND', ...voters.slice(3).map(() => null)])
    expect(await keptOf()).toEqual({ ballots: HOUSES, commands: HOUSES, lines: HOUSES })
  })

  test('after the close all are told so', async () => {
    const { pollId, closesAt } = await voting(street, ballots, SECONDS)
    street.time.now = closesAt
    const answers = await Promise.all(voters.map((voter) => send({ pollId, voter })))
    expect(new Set(answers.map(refusalOf))).toEqual(new Set(['POLL_CLOSED']))
    expect((await keptOf()).ballots).toBe(0)
  })

  test('with one sign-in that has run out among them, he alone is refused', async () => {
    const { pollId } = await voting(street, ballots, SECONDS)
    await sql`update sessions set expires_at = 1 where person_id = 'p-voter-3'`.execute(fresh.store.db)
    const answers = await Promise.all(voters.map((voter) => send({ pollId, voter })))
    expect(answers.map(refusalOf).filter(Boolean)).toEqual(['NOT_AUTHENTICATED'])
  })
})

test('when the database stops one of a group, the others are cast all the same', async () => {
  const { pollId } = await voting(street, 'open', SECONDS)
  await sql`create function never_ten() returns trigger language plpgsql as $$
    begin raise exception 'not this one' using errcode = 'check_violation'; end $$`.execute(fresh.store.db)
  await sql`create trigger never_ten before insert on ballots for each row
    when (new.unit_id = 'u-voter-10') execute function never_ten()`.execute(fresh.store.db)
  const answers = await Promise.all(voters.map((voter) => send({ pollId, voter })))
  expect(answers.map(refusalOf).filter(Boolean)).toEqual(['INTERNAL'])
  expect(await keptOf()).toEqual({ ballots: HOUSES - 1, commands: HOUSES - 1, lines: HOUSES - 1 })
})

import { sql } from 'kysely'
import { rollHash, type UnitLine } from '../../../src/core/council/record'
import { read } from '../../../src/core/council/verify'
import { sha256 } from '../../../src/server/council/sha256'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { answerOf, STREET, type Street, smallStreet } from '../concerns/small-street'
import { closed, councilOf, everybodyVotes, motionOf, voting } from './making'

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

const late = (pollId: string) => sql`
  insert into poll_units (street_id, poll_id, unit_id, place, label, represented)
  values (${STREET}, ${pollId}, 'JX-009', 9, '9栋', true)`
const MUTATIONS = [
  ['a house that comes late', late],
  ['a house that goes', (id: string) => sql`delete from poll_units where poll_id = ${id} and place = 5`],
  [
    'a house that is another',
    (id: string) => sql`update poll_units set unit_id = 'JX-009' where poll_id = ${id}`,
  ],
  [
    'a seat that is filled',
    (id: string) => sql`update poll_units set represented = true where poll_id = ${id}`,
  ],
  ['a roll said to be longer', (id: string) => sql`update polls set units = 6 where id = ${id}`],
  ['another fingerprint of it', (id: string) => sql`update polls set roll_hash = 'ff' where id = ${id}`],
  ['a longer time', (id: string) => sql`update polls set closes_at = closes_at + 1 where id = ${id}`],
  ['another rule', (id: string) => sql`update polls set rule = '{}' where id = ${id}`],
  ['a poll that never was', (id: string) => sql`delete from polls where id = ${id}`],
] as const

const register = () =>
  sql`
  insert into buildings
  select (jsonb_populate_record(b, '{"id": "JX-009", "no": 9, "label": "9栋", "plate_code": "c9"}')).*
  from buildings b where id = 'JX-001'`.execute(fresh.store.db)

/** The roll as its record tells it, hashed as at the opening. */
function rollIn(text: string): string {
  const units = read(text)?.lines.flatMap((line) => (line.kind === 'unit' ? [line] : [])) ?? []
  return rollHash(
    units.map(({ hash: _, ...unit }): UnitLine => unit),
    sha256,
  )
}

test('while people vote nothing changes who may: every way of changing the roll is refused, eight at a time', async () => {
  const { id, pollId, closesAt } = await voting(street)
  const told = (await motionOf(street, id)).ballot?.rollHash
  await register()
  const tried = MUTATIONS.flatMap(([, mutation]) => Array.from({ length: 8 }, () => mutation(pollId)))
  const [outcomes] = await Promise.all([
    Promise.allSettled(tried.map((one) => one.execute(fresh.store.db))),
    everybodyVotes(street, pollId),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toEqual([])

  await closed(street, closesAt)
  const { text, rollHash: published } = answerOf(await street.ask('guest', 'motions.record', { pollId }))
  expect(published).toBe(told)
  expect(rollIn(text)).toBe(told)
  expect((await motionOf(street, id)).ballot?.tally?.units).toEqual({
    all: 5,
    for: 3,
    against: 1,
    abstain: 0,
  })
})

test.each(MUTATIONS)('%s is refused by the database alone', async (_, mutation) => {
  const { pollId } = await voting(street)
  await register()
  await expect(mutation(pollId).execute(fresh.store.db)).rejects.toThrow()
})

/** The control arm: the same house, without the database's promise. The published fingerprint tells it even then. */
test('without the triggers a house comes late, and the roll is no longer the one that was told', async () => {
  const { id, pollId, closesAt } = await voting(street)
  const told = (await motionOf(street, id)).ballot?.rollHash
  await register()
  await sql`alter table poll_units disable trigger user`.execute(fresh.store.db)
  try {
    await late(pollId).execute(fresh.store.db)
  } finally {
    await sql`alter table poll_units enable trigger user`.execute(fresh.store.db)
  }
  await everybodyVotes(street, pollId)
  await closed(street, closesAt)
  const { text } = answerOf(await street.ask('guest', 'motions.record', { pollId }))
  expect(rollIn(text)).not.toBe(told)
})

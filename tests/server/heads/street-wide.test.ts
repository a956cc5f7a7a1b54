import { sql } from 'kysely'
import { growElectorate } from '../../support/electorate'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { answerOf, STREET, type Street, smallStreet } from '../concerns/small-street'

const HEADS = 7_300

let fresh: FreshPostgres
let street: Street
beforeAll(async () => {
  fresh = await freshPostgres()
  street = await smallStreet(fresh.store)
  await growElectorate(fresh.store, HEADS)
})
afterAll(() => fresh.drop())

test(`a notice to a street of ${HEADS} heads reaches every house, and each head once, however many houses he has`, async () => {
  await sql`
    update role_grants set person_id = 'p-voter-1' where id in ('g-voter-2', 'g-voter-3')`.execute(
    fresh.store.db,
  )
  const { houses } = answerOf(
    await street.ask('street_admin', 'notices.write', {
      gridPath: STREET,
      title: '台风停课',
      words: '请告诉每一户',
    }),
  )
  expect(houses).toBe(HEADS + 1)
  const { rows } = await sql<{ lines: number; people: number }>`
    select count(*)::int as lines, count(distinct person_id)::int as people from inbox_messages
    where kind = 'head_notice'`.execute(fresh.store.db)
  // Two of them have lost their houses to the first one; the small street has a head of its own.
  expect(rows).toEqual([{ lines: HEADS - 2 + 1, people: HEADS - 2 + 1 }])
  expect(street.surprises).toEqual([])
})

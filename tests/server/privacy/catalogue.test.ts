import { sql } from 'kysely'
import { PERSONAL_DATA } from '../../../src/core/people/personal-data'
import type { Store } from '../../../src/server/storage/database'
import { memoryStore } from '../../support/database'

let store: Store
let columns: string[]
beforeAll(async () => {
  store = await memoryStore()
  const found = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'app'`.execute(store.db)
  columns = found.rows.map(({ name }) => name)
})
afterAll(() => store.close())

/** Keys and times, which tell nothing of a person by themselves. */
const PLAIN = /\.(street_id|id|person_id|provider|created_at)$/
/** Only the demo data fills it; nothing asks anybody for it. */
const NOT_ASKED = ['persons.birth_year']

test('the catalogue names columns that exist', () => {
  const named = PERSONAL_DATA.flatMap(({ columns: all }) => [...all])
  expect(named.filter((name) => !columns.includes(name))).toEqual([])
})

test.each(['persons', 'logins'])(
  'what stands in %s is in the catalogue, or is no more than a key',
  (table) => {
    const named: string[] = PERSONAL_DATA.flatMap(({ columns: all }) => [...all])
    const own = columns.filter((name) => name.startsWith(`${table}.`) && !PLAIN.test(name))
    expect(own.filter((name) => !named.includes(name) && !NOT_ASKED.includes(name))).toEqual([])
  },
)

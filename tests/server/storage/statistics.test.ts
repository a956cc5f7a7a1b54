import { sql } from 'kysely'
import { insertAll } from '../../../src/server/storage/insert-all'
import { runStatistics } from '../../../src/server/storage/statistics'
import type { Store } from '../../../src/server/storage/store'
import { memoryStore } from '../../support/database'

const write = (store: Store, from: number, count: number) =>
  store.transaction((tx) =>
    insertAll(
      tx,
      'calendar_years',
      Array.from({ length: count }, (_, n) => ({ year: from + n })),
    ),
  )
let store: Store
beforeAll(async () => {
  store = await memoryStore()
})
afterAll(() => store.close())

const counted = async ({ db }: Store) =>
  (await sql`select from pg_stats where tablename = 'calendar_years'`.execute(db)).rows.length

test('the embedded database counts a table again once much of it changed, and then leaves it', async () => {
  const runs = async () => {
    // What changed is told with a second's delay.
    await sql`select pg_stat_force_next_flush()`.execute(store.db)
    return [await runStatistics({ store }, 5), await counted(store)]
  }
  await write(store, 1000, 40)
  expect(await runs()).toEqual([0, 0])
  await write(store, 2000, 200)
  expect(await runs()).toEqual([1, 1])
  expect(await runs()).toEqual([0, 1])
})

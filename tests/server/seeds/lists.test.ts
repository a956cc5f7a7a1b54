import { sql } from 'kysely'
import { goalsPart } from '../../../src/server/seeds/full-goals'
import { pilotWorld } from '../../../src/server/seeds/world'
import type { Store } from '../../../src/server/storage/database'
import { pilotStore } from '../../support/pilot-store'
import { vault } from '../people/street'

const EPOCH = Date.parse('2022-12-21T00:00:00+08:00')
let store: Store
beforeAll(async () => {
  store = await pilotStore(EPOCH)
})
afterAll(() => store.close())

const countsBy = async (table: string) => {
  const { rows } = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from ${sql.table(table)} group by state`.execute(store.db)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

test('five offers, people who came and people who are coming, and nobody too many', async () => {
  const bookings = await countsBy('offer_bookings')
  expect(await countsBy('service_offers')).toEqual({ open: 5 })
  expect(bookings.came).toBeGreaterThan(60)
  expect(bookings.booked).toBeGreaterThan(20)
  const { rows } = await sql<{ full: number }>`
    select count(*)::int as full from offer_sittings where taken >= capacity`.execute(store.db)
  expect(rows[0]?.full).toBeGreaterThan(0)
})

test('ten weeks of goals: this one open, one missed; four changes with what was before and after', async () => {
  expect(await countsBy('weekly_goals')).toEqual({ open: 1, done: 8, missed: 1 })
  const { rows } = await sql<{ subject: string; n: number }>`
    select subject, count(*)::int as n from council_photos
    where subject in ('goal', 'change_before', 'change_after') group by subject order by subject`.execute(
    store.db,
  )
  expect(rows).toEqual([
    { subject: 'change_after', n: 4 },
    { subject: 'change_before', n: 4 },
    { subject: 'goal', n: 8 },
  ])
})

test('the full street: a goal a week of each of the 91 grids, and a change a month', async () => {
  const part = goalsPart(pilotWorld(), EPOCH, { vault, photos: { put: async () => undefined } })
  await store.transaction((tx) => part.write(tx, () => undefined))
  const { rows } = await sql<{ goals: number; grids: number; changes: number; most: number }>`
    select (select count(*)::int from weekly_goals) as goals,
      (select count(distinct grid_path)::int from weekly_goals) as grids,
      (select count(*)::int from monthly_changes) as changes,
      (select max(n)::int from (select count(*) as n from weekly_goals group by grid_path) g) as most`.execute(
    store.db,
  )
  expect(rows).toEqual([{ goals: 91 * 52, grids: 91, changes: 90 * 12 + 4, most: 52 }])
})

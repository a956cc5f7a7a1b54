import { sql } from 'kysely'
import { runScores } from '../../../src/server/evaluation/clock'
import { verifyScores } from '../../../src/server/evaluation/verify'
import { deedsOf } from '../../../src/server/seeds/evaluation-deeds'
import { digestOf } from '../../../src/server/seeds/rows'
import { epochOf } from '../../../src/server/seeds/seed'
import { pilotWorld } from '../../../src/server/seeds/world'
import type { Store } from '../../../src/server/storage/database'
import { pilotStore } from '../../support/pilot-store'
import { NOW, STREET } from '../people/street'

const EPOCH = epochOf(NOW)
let store: Store
beforeAll(async () => {
  store = await pilotStore(EPOCH)
})
afterAll(() => store.close())

async function counted(rows: ReturnType<typeof sql<{ what: string; n: number }>>) {
  const found = await rows.execute(store.db)
  return Object.fromEntries(found.rows.map(({ what, n }) => [what, n]))
}

test('two months of 190 heads and 91 grids have a card each (who stands in for 77栋 came later), and one has a second edition', async () => {
  expect(
    await counted(sql`select kind || ' ' || edition as what, count(*)::int as n from score_cards group by 1`),
  ).toEqual({ 'head 1': 2 * 190, 'grid 1': 2 * 91, 'head 2': 1 })
  expect(await counted(sql`select state as what, count(*)::int as n from score_lives group by 1`)).toEqual({
    published: 190 + 91 - 3,
    preview: 190 + 91 + 3,
  })
})

test('every card counts again to the same bytes', async () => {
  expect(await verifyScores(store.db, STREET)).toEqual({ checked: 563, findings: [] })
})

test('heads differ, few months tell too little, and the council voted in each of them', async () => {
  const stars = await counted(sql`
    select coalesce(stars::text, 'none') as what, count(*)::int as n from score_cards where kind = 'head' group by 1`)
  expect(Object.keys(stars).length).toBeGreaterThanOrEqual(4)
  expect(stars['5']).toBeGreaterThan(0)
  expect(stars.none ?? 0).toBeLessThan(2 * 190 * 0.15)
  const sums = async (component: string) => {
    const { rows } = await sql<{ num: number; den: number }>`
      select sum((c.value ->> 2)::int)::int as num, sum((c.value ->> 3)::int)::int as den from score_cards s
      cross join lateral jsonb_array_elements(s.body::jsonb -> 'components') c
      where s.kind = 'head' and s.edition = 1 and c.value ->> 0 = ${component}`.execute(store.db)
    return rows[0]
  }
  // Two polls of the estate in two months, and one in the room of a meeting for the 141 houses that had come.
  expect(await sums('ballots')).toEqual({ num: 154 + 128 + 141, den: 2 * 190 + 141 })
  expect(await sums('attendance')).toEqual({ num: 141, den: 190 })
})

test('a reward is in publicity, an appeal waits, an adjustment waits, and nothing happens after the epoch', async () => {
  const [batch] = await store.db.selectFrom('reward_batches').select('body').execute()
  expect(batch?.body).toMatchObject({ state: 'posted' })
  expect(batch?.body.state === 'posted' && batch.body.publicUntil).toBeGreaterThan(EPOCH)
  expect(
    await counted(sql`select 'open' as what, count(*)::int as n from score_lives l
      cross join lateral jsonb_array_elements(l.body -> 'appeals') a where a -> 'answer' = 'null'`),
  ).toEqual({ open: 1 })
  expect(
    await counted(
      sql`select 'late' as what, count(*)::int as n from score_cards where computed_at > ${EPOCH}`,
    ),
  ).toEqual({ late: 0 })
})

test('the clock has nothing left to compute', async () => {
  const system = {
    store,
    streetId: STREET,
    clock: async () => EPOCH + 3_600_000,
    newId: () => 'never',
    report(surprise: unknown) {
      throw surprise
    },
  }
  expect(await runScores(system, 50)).toBe(0)
})

test.each(['2026-12-01', '2026-12-31', '2027-03-01', '2026-03-01'])(
  'whatever day %s it is, nothing is told of tomorrow',
  (day) => {
    const epoch = Date.parse(`${day}T00:00:00+08:00`)
    const deeds = deedsOf(pilotWorld().buildings, ['2026-01', '2026-02'], epoch)
    expect(digestOf(deeds)).toBe(digestOf(deedsOf(pilotWorld().buildings, ['2026-01', '2026-02'], epoch)))
    expect(deeds.rounds.filter(({ at }) => at >= epoch)).toEqual([])
  },
)

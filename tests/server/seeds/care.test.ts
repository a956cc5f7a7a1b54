import { sql } from 'kysely'
import { isOverdue } from '../../../src/core/care/visits'
import { runHardshipClock } from '../../../src/server/care/hardship-clock'
import { runVisitClock } from '../../../src/server/care/visit-clock'
import { carePartOfAll } from '../../../src/server/seeds/care-full'
import { pieceRegister, piecesOf } from '../../../src/server/seeds/pieces'
import { buildingRow, personRow } from '../../../src/server/seeds/rows'
import { pilotWorld } from '../../../src/server/seeds/world'
import type { Store } from '../../../src/server/storage/database'
import { insertAll } from '../../../src/server/storage/insert-all'
import { pilotStore } from '../../support/pilot-store'
import { systemOn } from '../concerns/small-street'
import { vault } from '../people/street'

const EPOCH = Date.parse('2022-12-21T00:00:00+08:00')
let store: Store
beforeAll(async () => {
  store = await pilotStore(EPOCH)
})
afterAll(() => store.close())

const counts = async (table: 'pairings' | 'hardship_cases') => {
  const { rows } = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from ${sql.table(table)} group by state order by state`.execute(store.db)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

test('the pilot has eight pairings, one of them overdue, and five cases in five states', async () => {
  expect(await counts('pairings')).toEqual({ active: 5, ended: 1, proposed: 1, suggested: 1 })
  const rows = await store.db.selectFrom('pairings').select('body').execute()
  const late = rows.filter(({ body }) => isOverdue(body, EPOCH + 9 * 3_600_000))
  expect(late.map(({ body }) => body.id)).toEqual(['pair.late'])
  expect(await counts('hardship_cases')).toEqual({
    helping: 2,
    relieved: 1,
    reported: 1,
    struck: 1,
  })
})

test('the whole street has 520 pairings and 430 cases; nobody visits more than five, and no clock is late', async () => {
  const world = pilotWorld()
  for (const [place, piece] of piecesOf(world).entries()) {
    const { buildings, persons } = pieceRegister(piece, place)
    const heads = buildings.map(({ id }) => `p.${id.toLowerCase()}-01`)
    await store.transaction(async (tx) => {
      await insertAll(tx, 'buildings', buildings.map(buildingRow))
      await insertAll(
        tx,
        'persons',
        persons.filter(({ id }) => heads.includes(id)).map(personRow(vault, EPOCH)),
      )
    })
  }
  await store.transaction((tx) => carePartOfAll(world, EPOCH, vault).write(tx, () => undefined))
  const { rows } = await sql<{ pairings: number; cases: number; most: number; late: number }>`
    select (select count(*)::int from pairings) as pairings, (select count(*)::int from hardship_cases) as cases,
      (select max(active) from pairing_helpers) as most,
      (select count(*)::int from pairings where next_at <= ${EPOCH} and id like 'fp.%')
        + (select count(*)::int from hardship_cases where next_at <= ${EPOCH}) as late`.execute(store.db)
  expect(rows).toEqual([{ pairings: 520, cases: 430, most: expect.any(Number), late: 0 }])
  expect(rows[0]?.most).toBeLessThanOrEqual(5)
})

test('the clocks tell the helper of what he missed, and find nothing else', async () => {
  const surprises: unknown[] = []
  const system = systemOn(store, { now: EPOCH + 10 * 3_600_000 }, (surprise) => surprises.push(surprise))
  expect(await runVisitClock(system, 50)).toBe(1)
  expect(await runHardshipClock(system, 50)).toBe(0)
  expect(surprises).toEqual([])
})

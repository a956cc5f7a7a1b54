import type { OutputOf } from '#contracts/operations'
import type { Corner } from '#core/grids/boundary'
import { type GridPath, levelOf } from '#core/grids/grid'
import type { Asking } from '../operation'
import { under } from '../queries/under'

type Shown = OutputOf<'grids.boundary'>

/** More houses than this are no drawing any more; a street or community is drawn by its grids alone. */
const MOST_HOUSES = 3_000

/** A grid's line with what lies around it: the grid above, its neighbours, its houses. */
export async function boundaryOf(asking: Asking, gridPath: GridPath): Promise<Shown | undefined> {
  const grid = await lines(asking).where('path', '=', gridPath).executeTakeFirst()
  if (!grid) return undefined
  const above = gridPath.slice(0, Math.max(gridPath.lastIndexOf('.'), 0))
  const around = await lines(asking)
    .where((is) => is.or([is('path', '=', above), is('parent_path', '=', above)]))
    .where('path', '<>', gridPath)
    .where('boundary', 'is not', null)
    .orderBy('path')
    .limit(100)
    .execute()
  return {
    gridPath,
    name: grid.name,
    boundary: plain(grid.boundary),
    around: around.map(({ name, boundary }) => ({ name, boundary: plain(boundary) ?? [] })),
    houses: levelOf(gridPath) < 2 ? [] : await housesIn(asking, gridPath),
  }
}

const lines = ({ tx, system }: Asking) =>
  tx
    .selectFrom('grids')
    .select(['name', 'boundary'])
    .where('street_id', '=', system.streetId)
    .where('closed_at', 'is', null)

/** As the contract has it: pairs that may be changed. */
const plain = (boundary: readonly Corner[] | null): [number, number][] | null =>
  boundary?.map(([lat, lng]) => [lat, lng]) ?? null

/** Houses whose place is told in the same datum as the map's, GCJ-02. */
async function housesIn({ tx, system }: Asking, gridPath: GridPath): Promise<Shown['houses']> {
  const rows = await tx
    .selectFrom('buildings')
    .select(['label', 'lat_e6', 'lng_e6'])
    .where('street_id', '=', system.streetId)
    .where('crs', '=', 'GCJ02')
    .where(under('grid_path', gridPath))
    .orderBy('no')
    .orderBy('id')
    .limit(MOST_HOUSES)
    .execute()
  return rows.map(({ label, lat_e6, lng_e6 }) => ({ label, point: [lat_e6, lng_e6] }))
}

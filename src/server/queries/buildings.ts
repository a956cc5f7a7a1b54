import { type InferResult, sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import type { Asking } from '../operation'

/** What everybody may know about a building; its hazards and occupants are not here. */
export const buildings = ({ tx, system }: Asking) =>
  tx
    .selectFrom('buildings')
    .select(['id', 'no', 'label', 'grid_path', 'estate_id', 'lat_e6', 'lng_e6'])
    .select(['plan_col', 'plan_row', 'plate_status'])
    .where('street_id', '=', system.streetId)

type Row = InferResult<ReturnType<typeof buildings>>[number]

export const buildingOf = (row: Row): OutputOf<'places.plate'> => ({
  id: row.id,
  no: row.no,
  label: row.label,
  gridPath: row.grid_path,
  estateId: row.estate_id,
  point: { latE6: row.lat_e6, lngE6: row.lng_e6 },
  col: row.plan_col,
  row: row.plan_row,
  plate: row.plate_status,
})

/** How many open public matters each building of an estate has; buildings without any are not in the map. */
export async function openPublicByBuilding(
  { tx, system }: Asking,
  estateId: string,
): Promise<Map<string, number>> {
  const counted = await tx
    .selectFrom('concerns as c')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'c.street_id').onRef('b.id', '=', 'c.building_id'),
    )
    .select(['b.id', sql<number>`count(*)::int`.as('open')])
    .where('c.street_id', '=', system.streetId)
    .where('b.estate_id', '=', estateId)
    .where('c.visibility', '=', 'public')
    .where('c.state', 'not in', ['closed', 'held'])
    .groupBy('b.id')
    .execute()
  return new Map(counted.map(({ id, open }) => [id, open]))
}

import { ancestorAt, levelOf } from '#core/grids/grid'
import type { Grant } from '#core/people/actor'
import type { Tx } from '../storage/database'

interface Place {
  streetId: string
  gridPath: string
  buildingId: string | null
}

/** Offices in force over a place: of its grids up to the street, and of its building. */
export async function officesAround(
  tx: Tx,
  { streetId, gridPath, buildingId }: Place,
  at: number,
): Promise<{ personId: string; grant: Grant }[]> {
  const paths = ([0, 1, 2, 3] as const)
    .filter((level) => level <= levelOf(gridPath))
    .map((level) => ancestorAt(gridPath, level))
  const rows = await tx
    .selectFrom('role_grants')
    .select(['person_id', 'role', 'grid_path', 'building_id', 'department_id'])
    .where('street_id', '=', streetId)
    .where('from_at', '<=', at)
    .where('to_at', '>', at)
    .where((is) =>
      is.or([
        is('building_id', '=', buildingId),
        is.and([is('building_id', 'is', null), is('grid_path', 'in', paths)]),
      ]),
    )
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    grant: {
      role: row.role,
      gridPath: row.grid_path,
      buildingId: row.building_id,
      departmentId: row.department_id,
    },
  }))
}

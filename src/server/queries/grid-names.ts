import type { GridPath } from '#core/grids/grid'
import type { Asking } from '../operation'

/** Names of grids, by path. */
export async function gridNames(
  { tx, system }: Asking,
  paths: readonly GridPath[],
): Promise<Map<GridPath, string>> {
  if (paths.length === 0) return new Map()
  const rows = await tx
    .selectFrom('grids')
    .select(['path', 'name'])
    .where('street_id', '=', system.streetId)
    .where('path', 'in', [...new Set(paths)])
    .execute()
  return new Map(rows.map(({ path, name }) => [path, name]))
}

import { registerFact } from '#core/evaluation/facts'
import { ancestorAt } from '#core/grids/grid'
import type { GridSubject, Source } from './source'

/** 楼栋登记: every house of the grid, and whether its card is fresh. */
export const register: Source<GridSubject> = async ({ tx, streetId, window, subjects }) => {
  const grids = new Set(subjects.map(({ id }) => id))
  const rows = await tx
    .selectFrom('buildings as b')
    .leftJoin('registrations as r', (on) =>
      on.onRef('r.street_id', '=', 'b.street_id').onRef('r.building_id', '=', 'b.id'),
    )
    .select(['b.id', 'b.grid_path', 'r.body'])
    .where('b.street_id', '=', streetId)
    .execute()
  return rows
    .map(({ grid_path, ...row }) => ({ ...row, subjectId: ancestorAt(grid_path, 2) }))
    .filter(({ subjectId }) => grids.has(subjectId))
    .map(({ id, body, subjectId }) => ({ subjectId, facts: [registerFact(id, body, window)] }))
}

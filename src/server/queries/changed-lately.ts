import { sql } from 'kysely'
import type { GridPath } from '#core/grids/grid'
import type { Asking } from '../operation'
import { cardOf, cardRows } from './cards'
import { shownToAll } from './public-list'
import { under } from './under'

const MOST = 5

/** Public matters of a grid that changed last, and by what. */
export async function changedLately(asking: Asking, gridPath: GridPath) {
  const rows = await cardRows(asking)
    .select(
      sql<string>`(
        select e.kind from concern_events e
        where e.street_id = c.street_id and e.concern_id = c.id and e.seq = c.version
      )`.as('last_kind'),
    )
    .where(shownToAll)
    .where(under('c.grid_path', gridPath))
    .orderBy('c.changed_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ ...cardOf(row, asking), lastKind: row.last_kind }))
}

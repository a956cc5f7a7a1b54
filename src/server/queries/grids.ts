import { type SqlBool, sql } from 'kysely'
import { periodWith, windowOf } from '#core/evaluation/period'
import { ancestorAt, type GridPath, type Level, levelOf } from '#core/grids/grid'
import type { Asking } from '../operation'
import { under } from './under'

interface GridStep {
  gridPath: GridPath
  level: Level
  name: string
}

/** From the street down to this grid, names and all; empty when the grid is not registered. */
export async function chainOf({ tx, system }: Asking, path: GridPath): Promise<GridStep[]> {
  const paths = ([0, 1, 2, 3] as const)
    .filter((level) => level <= levelOf(path))
    .map((level) => ancestorAt(path, level))
  const chain = await tx
    .selectFrom('grids')
    .select(['path as gridPath', 'level', 'name'])
    .where('street_id', '=', system.streetId)
    .where('path', 'in', paths)
    .orderBy('level')
    .execute()
  return chain.at(-1)?.gridPath === path ? chain : []
}

/** The grids right under this one. */
export const partsOf = ({ tx, system }: Asking, path: GridPath): Promise<GridStep[]> =>
  tx
    .selectFrom('grids')
    .select(['path as gridPath', 'level', 'name'])
    .where('street_id', '=', system.streetId)
    .where('parent_path', '=', path)
    .where('closed_at', 'is', null)
    .orderBy('path')
    .execute()

/** States in which the promise of time is running: a paused or resolved matter is not overdue. */
export const RUNNING = ['submitted', 'accepted', 'in_progress', 'awaiting_department'] as const

/** How the public matters of a grid stand: the same ones that everybody may read in the list. */
export async function tallyOf({ tx, system, now }: Asking, path: GridPath) {
  const shown = tx
    .selectFrom('concerns as c')
    .where('c.street_id', '=', system.streetId)
    .where('c.visibility', '=', 'public')
    .where(under('c.grid_path', path))
  const { open, overdue } = await shown
    .where('c.state', 'not in', ['closed', 'held'])
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`count(*) filter (where c.due_at < ${now} and c.state in (${sql.join(RUNNING)}))::int`.as(
        'overdue',
      ),
    ])
    .executeTakeFirstOrThrow()
  const { closedThisMonth } = await shown
    .where('c.state', '=', 'closed')
    .where('c.closed_at', '>=', windowOf(periodWith(now)).from)
    .where(sql<SqlBool>`c.body ->> 'closing' <> 'content'`)
    .select(sql<number>`count(*)::int`.as('closedThisMonth'))
    .executeTakeFirstOrThrow()
  return { open, overdue, closedThisMonth }
}

import { type SqlBool, sql } from 'kysely'
import type { ParsedOf } from '#contracts/operations'
import type { Asking } from '../operation'
import { cardRows } from './cards'
import { type Mark, PAGE } from './cursor'
import { under } from './under'

export const newestFirst = (after: Mark | null) =>
  after ? sql<SqlBool>`(c.submitted_at, c.id) < (${after.at}, ${after.id})` : sql<SqlBool>`true`

/** What everybody may read: not held for a look at its words, and not refused for them. */
export const shownToAll = sql<SqlBool>`(
  c.visibility = 'public' and c.state <> 'held' and c.body ->> 'closing' is distinct from 'content'
)`

/** One page (and one row more) of the public matters that fit the filters, newest first. */
export function publicList(asking: Asking, input: ParsedOf<'concerns.list'>, after: Mark | null) {
  let rows = cardRows(asking)
    .where(shownToAll)
    .where(newestFirst(after))
    .orderBy('c.submitted_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(PAGE + 1)
  if (input.gridPath) rows = rows.where(under('c.grid_path', input.gridPath))
  if (input.buildingId) rows = rows.where('c.building_id', '=', input.buildingId)
  if (input.category) rows = rows.where('c.category', '=', input.category)
  if (input.show === 'open') rows = rows.where('c.state', '<>', 'closed')
  if (input.show === 'done') rows = rows.where('c.state', '=', 'closed')
  if (input.text?.trim()) rows = rows.where(holds(input.text.trim()))
  return rows.execute()
}

/** The words stand in the title, the description, the place or the number; `%` and `_` mean themselves. */
function holds(text: string) {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`(
    c.body ->> 'title' ilike ${pattern} or c.body ->> 'detail' ilike ${pattern}
    or c.body -> 'place' ->> 'words' ilike ${pattern} or c.no ilike ${pattern}
  )`
}

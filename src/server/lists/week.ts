import { sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { spanOfWeek, weekWith } from '#core/goals/week'
import { isAdded, isDue, isStruck, LIST_KINDS, type ListKind, needsDecision } from '#core/lists/entry'
import { mayAt } from '#core/people/place-rights'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { chainOf } from '../queries/grids'
import { type EntryRow, entriesOf } from './rows'
import { isHidden, shown } from './show'

type Week = OutputOf<'lists.week'>
type WeekOfList = Week['lists'][number]

/** As many of a kind as a meeting goes through by name; how many there are is always told. */
const NAMED = 30

/** 每周例会: of each list what came, what is due, what was struck off, and what the eight seats have to decide. */
export async function weekOf(
  { gridPath, week: asked }: ParsedOf<'lists.week'>,
  asking: Asking,
): Promise<Result<Week>> {
  const grid = (await chainOf(asking, gridPath)).at(-1)
  if (!grid) return refuse('NOT_FOUND')
  if (!mayAt(asking.actor, 'list.meet', { gridPath, buildingId: null })) return refuse('FORBIDDEN')
  const week = asked ?? weekWith(asking.now)
  const span = spanOfWeek(week)
  const lists: WeekOfList[] = []
  for (const list of LIST_KINDS) lists.push(await weekOfList(asking, list, { gridPath, ...span }))
  return ok({ gridPath, gridName: grid.name, week, ...span, lists })
}

/** One statement: everything that moved in the week or is still to be moved. */
async function weekOfList(
  asking: Asking,
  list: ListKind,
  { gridPath, from, to }: { gridPath: string; from: number; to: number },
): Promise<WeekOfList> {
  const hidden = isHidden(asking, list, gridPath)
  const { rows } = await sql<EntryRow>`
    select * from (${entriesOf(asking, list, { gridPath, estateId: null }, !hidden)}) e
    where "openedAt" < ${to} and ("endedAt" is null or "endedAt" >= ${from})
    order by "dueAt" nulls last, "openedAt", id`.execute(asking.tx)
  const entries = await shown(asking, rows)
  const pick = (is: (entry: (typeof entries)[number]) => boolean) => entries.filter(is)
  const added = pick((entry) => isAdded(entry, { from, to }))
  const due = pick((entry) => isDue(entry, { from, to }))
  const struck = pick((entry) => isStruck(entry, { from, to }))
  const decide = pick((entry) => needsDecision(entry, asking.now))
  const named = (some: typeof entries) => (hidden ? [] : some.slice(0, NAMED))
  return {
    list,
    hidden,
    added: added.length,
    due: due.length,
    struck: struck.length,
    decide: decide.length,
    addedRows: named(added),
    dueRows: named(due),
    struckRows: named(struck),
    decideRows: named(decide),
  }
}

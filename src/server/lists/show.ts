import { sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { LEAST_TOLD } from '#core/dashboard/small-counts'
import { ancestorAt } from '#core/grids/grid'
import { ENTRY_STATES, type EntryState, isLate, LIST_KINDS, type ListKind } from '#core/lists/entry'
import { KEEPING } from '#core/lists/keepers'
import { TABLE } from '#core/lists/table'
import { mayAt } from '#core/people/place-rights'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { chainOf } from '../queries/grids'
import { personNames } from '../queries/names'
import { type EntryRow, entriesOf, type Place } from './rows'

type Entry = OutputOf<'lists.entries'>['items'][number]

/** The grid of the page, or the estate's; nothing where there is none. */
async function placeOf(
  asking: Asking,
  { gridPath, estateId }: Place,
): Promise<{ place: Place; gridName: string; estateName: string | null } | undefined> {
  const estate = estateId === null ? null : await estateOf(asking, estateId)
  if (estate === undefined) return undefined
  const place = { gridPath: estate?.grid_path ?? gridPath, estateId }
  const grid = (await chainOf(asking, place.gridPath)).at(-1)
  return grid && { place, gridName: grid.name, estateName: estate?.name ?? null }
}

const estateOf = ({ tx, system }: Asking, id: string) =>
  tx
    .selectFrom('estates')
    .select(['grid_path', 'name'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Whether this reader may read more of a list than counts, here or on a page of its own. */
const mayRead = ({ actor }: Asking, list: ListKind, gridPath: string): boolean => {
  const { readBy } = KEEPING[list]
  return readBy === null || mayAt(actor, readBy, { gridPath, buildingId: null }) !== null
}

/** Whether nothing but counts of a list is shown to this reader. */
export const isHidden = (asking: Asking, list: ListKind, gridPath: string): boolean =>
  KEEPING[list].elsewhere || !mayRead(asking, list, gridPath)

/** 五清单 of one grid or estate: how much there is of each, and who keeps it. */
export async function showLists(
  asked: ParsedOf<'lists.show'>,
  asking: Asking,
): Promise<Result<OutputOf<'lists.show'>>> {
  const found = await placeOf(asking, asked)
  if (!found) return refuse('NOT_FOUND')
  const { place, gridName, estateName } = found
  const { gridPath } = place
  const keepers = await keepersOf(asking, gridPath)
  const lists: OutputOf<'lists.show'>['lists'] = []
  for (const list of LIST_KINDS)
    lists.push({
      list,
      keepers: keepers(list),
      keeperRole: KEEPING[list].keeper,
      counts: await countsOf(asking, list, place),
      hidden: isHidden(asking, list, gridPath),
      opens: KEEPING[list].readBy !== null && mayRead(asking, list, gridPath),
    })
  const mayMeet = mayAt(asking.actor, 'list.meet', { gridPath, buildingId: null }) !== null
  return ok({ gridPath, gridName, estateName, lists, mayMeet })
}

/** How many stand where; small counts are not told to everybody, and no sum from which one could be told. */
async function countsOf(asking: Asking, list: ListKind, place: Place) {
  const { rows } = await sql<{ kind: EntryRow['kind']; standing: string; n: number }>`
    select kind, standing, count(*)::int as n from (${entriesOf(asking, list, place, false)}) e
    group by kind, standing`.execute(asking.tx)
  const sums = new Map<EntryState, number>()
  for (const { kind, standing, n } of rows) {
    const state = stateOf({ kind, standing })
    sums.set(state, (sums.get(state) ?? 0) + n)
  }
  const isExact =
    mayAt(asking.actor, 'dashboard.exact', { gridPath: place.gridPath, buildingId: null }) !== null
  return ENTRY_STATES.map((state) => {
    const n = sums.get(state) ?? 0
    return { state, n: isExact || n === 0 || n >= LEAST_TOLD ? n : null }
  })
}

/** A standing the table does not know is a mistake of ours. */
export function stateOf({ kind, standing }: Pick<EntryRow, 'kind' | 'standing'>): EntryState {
  const known: Partial<Record<string, EntryState>> = TABLE[kind]
  const state = known[standing]
  if (!state) throw new Error(`${kind} ${standing} has no place in the lists`)
  return state
}

/** Who keeps each list where the page stands: offices of the grid, or of the community above it. */
async function keepersOf({ tx, system, now }: Asking, gridPath: string) {
  const rows = await tx
    .selectFrom('role_grants as g')
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'g.street_id').onRef('p.id', '=', 'g.person_id'),
    )
    .select(['g.role', 'p.public_name as name'])
    .where('g.street_id', '=', system.streetId)
    .where('g.grid_path', 'in', [gridPath, ancestorAt(gridPath, 1)])
    .where('g.acting', '=', false)
    .where('g.from_at', '<=', now)
    .where('g.to_at', '>', now)
    .orderBy('g.from_at')
    .execute()
  return (list: ListKind): string[] => [
    ...new Set(rows.filter(({ role }) => role === KEEPING[list].keeper).map(({ name }) => name)),
  ]
}

/** One page of one list, the newest first. */
export async function listEntries(
  { list, show, cursor, ...asked }: ParsedOf<'lists.entries'>,
  asking: Asking,
): Promise<Result<OutputOf<'lists.entries'>>> {
  const after = readCursor(cursor)
  if (!after.ok) return after
  const found = await placeOf(asking, asked)
  if (!found) return refuse('NOT_FOUND')
  if (isHidden(asking, list, found.place.gridPath)) return ok({ items: [], cursor: null, hidden: true })
  const mark = after.value
  const { rows } = await sql<EntryRow>`
    select * from (${entriesOf(asking, list, found.place, true)}) e
    where ${show === 'live' ? sql`"endedAt" is null` : sql`"endedAt" is not null`}
      and ${mark ? sql`("openedAt", id) < (${mark.at}, ${mark.id})` : sql`true`}
    order by "openedAt" desc, id desc limit ${PAGE + 1}`.execute(asking.tx)
  const page = pageOf(rows, ({ openedAt, id }) => ({ at: openedAt, id }))
  return ok({ items: await shown(asking, page.rows), cursor: page.cursor, hidden: false })
}

/** Entries as people read them. */
export async function shown(asking: Asking, rows: readonly EntryRow[]): Promise<Entry[]> {
  const names = await personNames(
    asking,
    rows.map(({ ownerId }) => ownerId),
  )
  return rows.map(({ kind, id, title, standing, ownerId, ...dated }) => {
    const state = stateOf({ kind, standing })
    return {
      id: `${kind}.${id}`,
      kind,
      ref: id,
      title,
      state,
      owner: ownerId ? (names.get(ownerId) ?? '') : '',
      ...dated,
      late: isLate({ ...dated, state }, asking.now),
    }
  })
}

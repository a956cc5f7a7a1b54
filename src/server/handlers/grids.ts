import { sql } from 'kysely'
import { isBoundary } from '#core/grids/boundary'
import { type GridChange, mayClose, mayMove, pathUnder } from '#core/grids/change'
import { levelOf } from '#core/grids/grid'
import { mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import { boundaryOf } from '../grids/boundary'
import { moveHouse } from '../grids/move-house'
import type { Asking, HandlersOf } from '../operation'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { personNames } from '../queries/names'
import { under } from '../queries/under'

type GridOperation =
  | 'grids.history'
  | 'grids.boundary'
  | 'grids.add'
  | 'grids.rename'
  | 'grids.draw'
  | 'grids.close'
  | 'grids.moveHouse'

export const gridHandlers: HandlersOf<GridOperation> = {
  'grids.history': async ({ gridPath, cursor }, asking) => {
    const after = readCursor(cursor)
    if (!after.ok) return after
    let asked = asking.tx
      .selectFrom('grid_changes as c')
      .innerJoin('grids as g', (on) =>
        on.onRef('g.street_id', '=', 'c.street_id').onRef('g.path', '=', 'c.grid_path'),
      )
      .select(['c.id', 'c.grid_path', 'c.kind', 'c.at', 'c.by_id', 'c.detail', 'g.name'])
      .where('c.street_id', '=', asking.system.streetId)
      .where(under('c.grid_path', gridPath))
      .orderBy('c.at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(PAGE + 1)
    if (after.value) asked = asked.where(sql<boolean>`(c.at, c.id) < (${after.value.at}, ${after.value.id})`)
    const { rows, cursor: next } = pageOf(await asked.execute(), ({ at, id }) => ({ at, id }))
    const names = await personNames(
      asking,
      rows.map(({ by_id }) => by_id),
    )
    return ok({
      items: rows.map(({ id, grid_path, kind, at, by_id, detail, name }) => ({
        id,
        gridPath: grid_path,
        gridName: name,
        kind,
        at,
        by: names.get(by_id) ?? '',
        words: String(detail.words ?? ''),
      })),
      cursor: next,
    })
  },

  'grids.boundary': async ({ gridPath }, asking) => {
    const shown = await boundaryOf(asking, gridPath)
    return shown ? ok(shown) : refuse('NOT_FOUND')
  },

  'grids.add': async ({ parentPath, code, name }, asking) => {
    const { tx, system } = asking
    const parent = await openGrid(asking, parentPath)
    if (!parent) return refuse('NOT_FOUND')
    if (!mayChange(asking, parentPath)) return refuse('FORBIDDEN')
    const path = pathUnder(parentPath, code)
    if (!path.ok) return path
    const level = (levelOf(parentPath) + 1) as 1 | 2 | 3
    const kind = level === 1 ? ('community' as const) : null
    const added = await tx
      .insertInto('grids')
      .values({ street_id: system.streetId, path: path.value, level, parent_path: parentPath, name, kind })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    // A code is given once and for ever, also that of a grid that was closed.
    if (Number(added.numInsertedOrUpdatedRows) === 0) return refuse('CODE_TAKEN')
    await keep(asking, { path: path.value, kind: 'added', detail: { words: '' } })
    return ok({ gridPath: path.value })
  },

  'grids.rename': async ({ gridPath, name }, asking) => {
    const grid = await openGrid(asking, gridPath)
    if (!grid) return refuse('NOT_FOUND')
    if (!mayChange(asking, gridPath)) return refuse('FORBIDDEN')
    await grids(asking, gridPath).set({ name }).execute()
    await keep(asking, { path: gridPath, kind: 'renamed', detail: { words: grid.name, name } })
    return ok({ done: true })
  },

  'grids.draw': async ({ gridPath, boundary }, asking) => {
    const grid = await openGrid(asking, gridPath)
    if (!grid) return refuse('NOT_FOUND')
    if (!mayChange(asking, gridPath)) return refuse('FORBIDDEN')
    if (boundary && !isBoundary(boundary)) return refuse('BOUNDARY_UNFIT')
    await grids(asking, gridPath)
      .set({ boundary: boundary && JSON.stringify(boundary) })
      .execute()
    const detail = { words: '', before: grid.boundary, after: boundary }
    await keep(asking, { path: gridPath, kind: 'drawn', detail })
    return ok({ done: true })
  },

  'grids.close': async ({ gridPath, successors }, asking) => {
    const grid = await openGrid(asking, gridPath)
    if (!grid) return refuse('NOT_FOUND')
    if (!mayChange(asking, gridPath)) return refuse('FORBIDDEN')
    const named = [...new Set(successors)].sort()
    const open = await Promise.all(named.map((path) => openGrid(asking, path)))
    const known = open.flatMap((one) => one ?? [])
    const closing = {
      path: gridPath,
      left: await leftIn(asking, gridPath),
      successors: known.map(({ path }) => path),
      named,
    }
    const closed = mayClose(closing)
    if (!closed.ok) return closed
    await grids(asking, gridPath).set({ closed_at: asking.now }).execute()
    await endOffices(asking, gridPath)
    const words = known.map(({ name }) => name).join('、')
    await keep(asking, { path: gridPath, kind: 'closed', detail: { words, successors: named } })
    return ok({ done: true })
  },

  'grids.moveHouse': async ({ buildingId, gridPath }, asking) => {
    const { tx, system } = asking
    const house = await tx
      .selectFrom('buildings')
      .select(['grid_path', 'label'])
      .where('street_id', '=', system.streetId)
      .where('id', '=', buildingId)
      .forUpdate()
      .executeTakeFirst()
    const grid = await openGrid(asking, gridPath)
    if (!house || !grid) return refuse('NOT_FOUND')
    const { grid_path: from, label } = house
    if (!mayChange(asking, from) || !mayChange(asking, gridPath)) return refuse('FORBIDDEN')
    if (!mayMove(from, gridPath)) return refuse('VALIDATION')
    const detail = { words: label, buildingId, from, to: gridPath }
    await keep(asking, { path: from, kind: 'house_out', detail })
    await keep(asking, { path: gridPath, kind: 'house_in', detail })
    await moveHouse(asking, { buildingId, label, gridName: grid.name, to: gridPath })
    return ok({ done: true })
  },
}

const mayChange = ({ actor }: Asking, gridPath: string): boolean =>
  mayAt(actor, 'grid.change', { gridPath, buildingId: null }) !== null

/** A grid that is not closed, its row locked: changes of one grid take turns. */
const openGrid = ({ tx, system }: Asking, path: string) =>
  tx
    .selectFrom('grids')
    .select(['path', 'name', 'boundary'])
    .where('street_id', '=', system.streetId)
    .where('path', '=', path)
    .where('closed_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()

const grids = ({ tx, system }: Asking, path: string) =>
  tx.updateTable('grids').where('street_id', '=', system.streetId).where('path', '=', path)

/** What still belongs to a grid that is to be closed. */
async function leftIn({ tx, system }: Asking, path: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (
      (select count(*) from grids where street_id = ${system.streetId} and parent_path = ${path} and closed_at is null)
      + (select count(*) from buildings where street_id = ${system.streetId} and ${under('grid_path', path)})
      + (select count(*) from estates where street_id = ${system.streetId} and ${under('grid_path', path)})
      + (select count(*) from concerns
          where street_id = ${system.streetId} and state <> 'closed' and ${under('grid_path', path)})
    )::int as n`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Offices of a grid that is no more end with it. */
const endOffices = ({ tx, actor, now, system }: Asking, path: string) =>
  tx
    .updateTable('role_grants')
    .set({
      to_at: sql<number>`greatest(${now}::bigint, from_at + 1)`,
      ended_by: actor.personId,
      end_reason: 'grid_closed',
    })
    .where('street_id', '=', system.streetId)
    .where('grid_path', '=', path)
    .where('to_at', '>', now)
    .execute()

interface Change {
  path: string
  kind: GridChange
  detail: object
}

async function keep({ tx, actor, now, system }: Asking, { path, kind, detail }: Change): Promise<void> {
  await tx
    .insertInto('grid_changes')
    .values({
      street_id: system.streetId,
      id: system.newId(),
      grid_path: path,
      kind,
      at: now,
      by_id: actor.personId ?? '',
      detail: JSON.stringify(detail),
    })
    .execute()
}

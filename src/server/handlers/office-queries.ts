import { type SqlBool, sql } from 'kysely'
import { covers } from '#core/grids/grid'
import { endOffice, OFFICES } from '#core/offices/offices'
import type { Role } from '#core/people/actor'
import { mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import { boardOf } from '../offices/board'
import { countOf, grantsNow } from '../offices/load'
import type { Asking, HandlersOf } from '../operation'
import { foundByPhone } from '../people/found'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { under } from '../queries/under'

/** Heads have a list of their own; volunteers are not office-holders. */
const LISTED = (Object.keys(OFFICES) as Role[]).filter((role) => role !== 'volunteer')

export const officeQueryHandlers: HandlersOf<'offices.list' | 'places.board' | 'people.find'> = {
  'offices.list': async ({ gridPath, text, cursor }, asking) => {
    const { actor } = asking
    if (!mayAt(actor, 'office.read', { gridPath, buildingId: null })) return refuse('FORBIDDEN')
    const after = readCursor(cursor)
    if (!after.ok) return after
    const streetAdmins = await countOf(asking, 'street_admin')
    let listed = holders(asking)
      .where(under('g.grid_path', gridPath))
      .where(sql<SqlBool>`position(${text} in p.public_name) > 0`)
      .orderBy('g.from_at', 'desc')
      .orderBy('g.id', 'desc')
      .limit(PAGE + 1)
    if (after.value)
      listed = listed.where(sql<SqlBool>`(g.from_at, g.id) < (${after.value.at}, ${after.value.id})`)
    const { rows, cursor: next } = pageOf(await listed.execute(), ({ from_at, id }) => ({ at: from_at, id }))
    return ok({
      items: rows.map(({ from_at: _from, personId, ...office }) => ({
        ...office,
        mayEnd: endOffice({ actor, office: { ...office, personId }, streetAdmins }).ok,
      })),
      cursor: next,
      waiting: await waitingUnder(asking, gridPath),
    })
  },

  'places.board': async ({ gridPath }, asking) => {
    const board = await boardOf(asking, gridPath)
    return board ? ok(board) : refuse('NOT_FOUND')
  },

  'people.find': async ({ phone, reason }, asking) => {
    if (!asking.actor.personId) return refuse('NOT_AUTHENTICATED')
    return ok({ person: await foundByPhone(asking, { phone, reason }) })
  },
}

const holders = (asking: Asking) =>
  grantsNow(asking)
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'g.street_id').onRef('p.id', '=', 'g.person_id'),
    )
    .innerJoin('grids as t', (on) =>
      on.onRef('t.street_id', '=', 'g.street_id').onRef('t.path', '=', 'g.grid_path'),
    )
    .select(['g.id', 'g.role', 'g.acting', 'g.grid_path as gridPath', 'g.to_at as until', 'g.from_at'])
    .select(['p.public_name as name', 't.name as gridName', 'g.person_id as personId'])
    .where('g.role', 'in', LISTED)

/** What waits for a second person, newest first. */
async function waitingUnder({ tx, actor, system }: Asking, gridPath: string) {
  const rows = await tx
    .selectFrom('office_requests as o')
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'o.street_id').onRef('p.id', '=', 'o.person_id'),
    )
    .innerJoin('persons as a', (on) =>
      on.onRef('a.street_id', '=', 'o.street_id').onRef('a.id', '=', 'o.asked_by'),
    )
    .innerJoin('grids as t', (on) =>
      on.onRef('t.street_id', '=', 'o.street_id').onRef('t.path', '=', 'o.grid_path'),
    )
    .select(['o.id', 'o.role', 'o.acting', 'o.grid_path as gridPath', 'o.to_at as until'])
    .select(['p.public_name as name', 'a.public_name as askedBy', 't.name as gridName'])
    .select(['o.person_id', 'o.asked_by'])
    .where('o.street_id', '=', system.streetId)
    .where('o.answered_at', 'is', null)
    .orderBy('o.asked_at', 'desc')
    .limit(PAGE)
    .execute()
  return rows
    .filter((row) => covers(gridPath, row.gridPath))
    .map(({ person_id, asked_by, ...row }) => ({
      ...row,
      mayAnswer:
        ![person_id, asked_by].includes(actor.personId ?? '') &&
        mayAt(actor, 'office.second', { gridPath: row.gridPath, buildingId: null }) !== null,
    }))
}

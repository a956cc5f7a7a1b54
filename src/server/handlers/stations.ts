import type { OutputOf, ParsedOf } from '#contracts/operations'
import { mayAt } from '#core/people/place-rights'
import { ok, type Result, refuse } from '#core/result'
import { isOpenAt, type Stretch } from '#core/stations/hours'
import { loadCalendar } from '../concerns/load-calendar'
import type { Asking, HandlersOf } from '../operation'
import { chainOf } from '../queries/grids'
import { under } from '../queries/under'

type StationOperation =
  | 'services.show'
  | 'services.saveStation'
  | 'services.closeStation'
  | 'services.announce'
  | 'services.callOff'
  | 'services.saveBranch'
  | 'services.endBranch'
  | 'departments.save'

/** An activity is announced for a day at most, and not for yesterday. */
const LONGEST_ACTIVITY = 86_400_000

export const stationHandlers: HandlersOf<StationOperation> = {
  'services.show': async ({ gridPath }, asking) => {
    const grid = (await chainOf(asking, gridPath)).at(-1)
    if (!grid) return refuse('NOT_FOUND')
    return ok({
      gridName: grid.name,
      stations: await stationsUnder(asking, gridPath),
      branches: await branchesUnder(asking, gridPath),
      mayEdit: mayEdit(asking, gridPath),
    })
  },

  'services.saveStation': async ({ id, gridPath, hours, ...said }, asking) => {
    const at = await placeOf(asking, 'service_stations', id)
    if (at === undefined || !(await isGrid(asking, gridPath))) return refuse('NOT_FOUND')
    if (!mayEdit(asking, gridPath) || !mayEdit(asking, at ?? gridPath)) return refuse('FORBIDDEN')
    const row = { ...said, grid_path: gridPath, open_hours: JSON.stringify(hours) }
    const made = { ...row, street_id: asking.system.streetId, id: id ?? asking.system.newId() }
    await asking.tx
      .insertInto('service_stations')
      .values(made)
      .onConflict((conflict) => conflict.columns(['street_id', 'id']).doUpdateSet(row))
      .execute()
    return ok({ id: made.id })
  },

  'services.closeStation': ({ id }, asking) => end(asking, 'service_stations', id),

  'services.announce': async ({ stationId, from, to, ...said }, asking) => {
    const { tx, actor, now, system } = asking
    const at = await placeOf(asking, 'service_stations', stationId)
    if (!at) return refuse('NOT_FOUND')
    if (!actor.personId || !mayEdit(asking, at)) return refuse('FORBIDDEN')
    if (to <= from || from < now || to > from + LONGEST_ACTIVITY) return refuse('VALIDATION')
    const id = system.newId()
    await tx
      .insertInto('station_activities')
      .values({
        street_id: system.streetId,
        id,
        station_id: stationId,
        ...said,
        from_at: from,
        to_at: to,
        made_by: actor.personId,
      })
      .execute()
    return ok({ id })
  },

  'services.callOff': async ({ id }, asking) => {
    const { tx, now, system } = asking
    const found = await tx
      .selectFrom('station_activities')
      .select('station_id')
      .where('street_id', '=', system.streetId)
      .where('id', '=', id)
      .where('off_at', 'is', null)
      .executeTakeFirst()
    const at = found && (await placeOf(asking, 'service_stations', found.station_id))
    if (!at) return refuse('NOT_FOUND')
    if (!mayEdit(asking, at)) return refuse('FORBIDDEN')
    await tx
      .updateTable('station_activities')
      .set({ off_at: now })
      .where('street_id', '=', system.streetId)
      .where('id', '=', id)
      .execute()
    return ok({ done: true })
  },

  'services.saveBranch': (input, asking) => saveBranch(input, asking),

  'services.endBranch': ({ id }, asking) => end(asking, 'party_branches', id),

  'departments.save': async ({ id, ...said }, asking) => {
    const { tx, system } = asking
    if (!mayAt(asking.actor, 'department.edit', { gridPath: system.streetId, buildingId: null }))
      return refuse('FORBIDDEN')
    const row = { ...said, street_id: system.streetId, id: id ?? system.newId() }
    await tx
      .insertInto('departments')
      .values(row)
      .onConflict((conflict) => conflict.columns(['street_id', 'id']).doUpdateSet(said))
      .execute()
    return ok({ id: row.id })
  },
}

const mayEdit = ({ actor }: Asking, gridPath: string): boolean =>
  mayAt(actor, 'service.edit', { gridPath, buildingId: null }) !== null

type Kept = 'service_stations' | 'party_branches'
const ENDED = { service_stations: 'closed_at', party_branches: 'ended_at' } as const

/** The grid of one that is kept; `null` for one that is to be made, `undefined` where there is none. */
async function placeOf(
  { tx, system }: Asking,
  table: Kept,
  id: string | null,
): Promise<string | null | undefined> {
  if (id === null) return null
  const found = await tx
    .selectFrom(table)
    .select('grid_path')
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .where(ENDED[table], 'is', null)
    .executeTakeFirst()
  return found?.grid_path
}

async function isGrid({ tx, system }: Asking, path: string): Promise<boolean> {
  const found = await tx
    .selectFrom('grids')
    .select('path')
    .where('street_id', '=', system.streetId)
    .where('path', '=', path)
    .executeTakeFirst()
  return found !== undefined
}

async function end(asking: Asking, table: Kept, id: string): Promise<Result<{ done: boolean }>> {
  const { tx, now, system } = asking
  const at = await placeOf(asking, table, id)
  if (!at) return refuse('NOT_FOUND')
  if (!mayEdit(asking, at)) return refuse('FORBIDDEN')
  await tx
    .updateTable(table)
    .set(table === 'service_stations' ? { closed_at: now } : { ended_at: now })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
  return ok({ done: true })
}

async function saveBranch(
  { id, gridPath, estateId, secretaryId, ...said }: ParsedOf<'services.saveBranch'>,
  asking: Asking,
): Promise<Result<{ id: string }>> {
  const at = await placeOf(asking, 'party_branches', id)
  if (at === undefined || !(await isGrid(asking, gridPath))) return refuse('NOT_FOUND')
  if (!mayEdit(asking, gridPath) || !mayEdit(asking, at ?? gridPath)) return refuse('FORBIDDEN')
  if (!(await areKnown(asking, { estateId, secretaryId, gridPath }))) return refuse('NOT_FOUND')
  const row = {
    ...said,
    grid_path: gridPath,
    ...(estateId !== undefined && { estate_id: estateId }),
    ...(secretaryId !== undefined && { secretary_id: secretaryId }),
  }
  const made = { ...row, street_id: asking.system.streetId, id: id ?? asking.system.newId() }
  await asking.tx
    .insertInto('party_branches')
    .values(made)
    .onConflict((conflict) => conflict.columns(['street_id', 'id']).doUpdateSet(row))
    .execute()
  return ok({ id: made.id })
}

interface Named {
  estateId?: string | null | undefined
  secretaryId?: string | null | undefined
  gridPath: string
}

async function areKnown(
  { tx, system }: Asking,
  { estateId, secretaryId, gridPath }: Named,
): Promise<boolean> {
  const estate =
    !estateId ||
    (await tx
      .selectFrom('estates')
      .select('id')
      .where('street_id', '=', system.streetId)
      .where('id', '=', estateId)
      .where(under('grid_path', gridPath))
      .executeTakeFirst())
  const person =
    !secretaryId ||
    (await tx
      .selectFrom('persons')
      .select('id')
      .where('street_id', '=', system.streetId)
      .where('id', '=', secretaryId)
      .executeTakeFirst())
  return Boolean(estate && person)
}

type Shown = OutputOf<'services.show'>

async function stationsUnder(asking: Asking, gridPath: string): Promise<Shown['stations']> {
  const { tx, now, system } = asking
  const rows = await tx
    .selectFrom('service_stations')
    .select(['id', 'name', 'address', 'phone', 'open_hours as hours'])
    .where('street_id', '=', system.streetId)
    .where(under('grid_path', gridPath))
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const calendar = await loadCalendar(tx)
  const activities = await tx
    .selectFrom('station_activities')
    .select(['id', 'station_id', 'title', 'place', 'from_at as from', 'to_at as to'])
    .where('street_id', '=', system.streetId)
    .where('off_at', 'is', null)
    .where('to_at', '>', now)
    .where(
      'station_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    hours: {
      workdays: plain(row.hours.workdays),
      weekends: plain(row.hours.weekends),
      holidays: plain(row.hours.holidays),
    },
    openNow: isOpenAt(row.hours, now, calendar),
    activities: activities
      .filter(({ station_id }) => station_id === row.id)
      .map(({ station_id: _station, ...one }) => one),
  }))
}

/** As the contract has it: pairs that may be changed. */
const plain = (stretches: readonly Stretch[]): [number, number][] => stretches.map(([from, to]) => [from, to])

const branchesUnder = ({ tx, system }: Asking, gridPath: string): Promise<Shown['branches']> =>
  tx
    .selectFrom('party_branches as b')
    .leftJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'b.street_id').onRef('p.id', '=', 'b.secretary_id'),
    )
    .leftJoin('estates as e', (on) =>
      on.onRef('e.street_id', '=', 'b.street_id').onRef('e.id', '=', 'b.estate_id'),
    )
    .select(['b.id', 'b.name', 'b.members', 'b.duties'])
    .select(['p.public_name as secretary', 'b.estate_id as estateId', 'e.name as estateName'])
    .where('b.street_id', '=', system.streetId)
    .where(under('b.grid_path', gridPath))
    .where('b.ended_at', 'is', null)
    .orderBy('b.id')
    .execute()

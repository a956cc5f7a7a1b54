import { type SqlBool, sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { LISTED_KINDS, type ListedKind } from '#core/council/body'
import type { UnitKind } from '#core/council/statute'
import { mayAt, type Place } from '#core/people/place-rights'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { gridNames } from '../queries/grid-names'
import { personNames } from '../queries/names'
import { under } from '../queries/under'
import { listRows, rollRows, votes } from './listed-units'
import { councilRows } from './load'
import { labelsOf } from './seats'

/** A body with a list of its own. */
export interface Body {
  id: string
  name: string
  gridPath: string
  kind: ListedKind
  unitKind: UnitKind
  chairId: string | null
  secretaryId: string | null
  /** The one house it is of. */
  buildingId: string | null
}

type Listed = OutputOf<'bodies.list'>
type Shown = OutputOf<'bodies.show'>

/** The community keeps the list of a place, and grid staff that of one house, too. */
export const mayKeep = ({ actor }: Asking, place: Place): boolean =>
  mayAt(actor, place.buildingId === null ? 'body.keep' : 'body.keep_house', place) !== null

/** Bodies that are not of houses. */
export const bodyRows = ({ tx, system }: Asking) =>
  councilRows(tx, system.streetId)
    // The condition makes it one of these; the column's own type cannot say so.
    .select(sql<ListedKind>`unit_kind`.as('kind'))
    .where('unit_kind', 'in', LISTED_KINDS)

/** 辖区里的会, each with what its list comes to. */
export async function bodiesUnder(asking: Asking, gridPath: string): Promise<Result<Listed>> {
  if (!mayAt(asking.actor, 'body.keep_house', { gridPath, buildingId: null })) return refuse('FORBIDDEN')
  const rows = await bodyRows(asking)
    .where(under('grid_path', gridPath))
    .orderBy('grid_path')
    .orderBy('unit_kind')
    .execute()
  const kept = rows.filter((one) => mayKeep(asking, one))
  const shown = await told(asking, kept)
  const items: Listed['items'] = []
  for (const [at, body] of kept.entries()) {
    const one = shown[at]
    if (one) items.push({ ...one, totals: await totalsOf(asking, body) })
  }
  return ok({ items })
}

/** 名册: in its own order, or those whose label holds the words. */
export async function showBody(asking: Asking, asked: ParsedOf<'bodies.show'>): Promise<Result<Shown>> {
  const { tx, system } = asking
  const body = await bodyRows(asking).where('id', '=', asked.id).executeTakeFirst()
  if (!body) return refuse('NOT_FOUND')
  if (!mayKeep(asking, body)) return refuse('FORBIDDEN')
  const [shown] = await told(asking, [body])
  if (!shown) throw new Error('a body of no grid')
  const after = readCursor(asked.cursor)
  if (!after.ok) return after
  let lines = listRows(tx, system.streetId, body.id)
    .select(['id', 'label', 'area', 'place', 'person_id'])
    .select([inOpenRoll.as('inOpenRoll'), votes(body, asking.now).as('votes')])
    .where(sql<SqlBool>`position(${asked.text} in label) > 0`)
    .orderBy('place')
    .orderBy('id')
    .limit(PAGE + 1)
  if (after.value) lines = lines.where(sql<SqlBool>`(place, id) > (${after.value.at}, ${after.value.id})`)
  const { rows, cursor } = pageOf(await lines.execute(), ({ place, id }) => ({ at: place, id }))
  const names = await personNames(
    asking,
    rows.map(({ person_id }) => person_id),
  )
  return ok({
    items: rows.map(({ place: _place, person_id, votes: isVoting, ...line }) => ({
      ...line,
      movedOut: person_id !== null && !isVoting,
      voter: person_id === null ? null : (names.get(person_id) ?? null),
    })),
    cursor,
    body: shown,
    totals: await totalsOf(asking, body),
  })
}

/** A line stands in the roll of a poll that is open. */
export const inOpenRoll = sql<boolean>`exists (
  select from polls p join poll_units u on u.street_id = p.street_id and u.poll_id = p.id
  where p.street_id = council_units.street_id and p.state = 'voting' and u.unit_id = council_units.id
)`

/** Bodies with the names of their grids and of who leads them. */
async function told(asking: Asking, bodies: Body[]): Promise<Shown['body'][]> {
  const names = await personNames(
    asking,
    bodies.flatMap(({ chairId, secretaryId }) => [chairId, secretaryId]),
  )
  const grids = await gridNames(
    asking,
    bodies.map(({ gridPath }) => gridPath),
  )
  const houses = await labelsOf(
    asking,
    bodies.flatMap(({ buildingId }) => buildingId ?? []),
  )
  const nameOf = (personId: string | null) => (personId === null ? null : (names.get(personId) ?? null))
  return bodies.map(({ id, name, gridPath, kind, buildingId, chairId, secretaryId }) => ({
    ...{ id, name, gridPath, kind, gridName: grids.get(gridPath) ?? '' },
    house: buildingId === null ? null : (houses.get(buildingId) ?? null),
    chair: nameOf(chairId),
    secretary: nameOf(secretaryId),
  }))
}

const totalsOf = ({ tx, now, system }: Asking, body: Body): Promise<Shown['totals']> =>
  rollRows(tx, system.streetId, { body, now })
    .select([
      sql<number>`count(*)::int`.as('units'),
      sql<number>`count(*) filter (where ${votes(body, now)})::int`.as('known'),
      sql<number>`coalesce(sum(area), 0)::bigint`.as('area'),
    ])
    .executeTakeFirstOrThrow()

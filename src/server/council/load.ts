import { sql } from 'kysely'
import type { Charter } from '#core/council/charter'
import type { Motion } from '#core/council/motion'
import { type CouncilPlace, isInScope, type Standing } from '#core/council/standing'
import type { UnitKind } from '#core/council/statute'
import { covers, type GridPath } from '#core/grids/grid'
import type { Actor } from '#core/people/actor'
import { confirmedHomeOf, type Home } from '../heads/register'
import type { Asking } from '../operation'
import { under } from '../queries/under'
import type { Tx } from '../storage/database'
import { isOfHouses, rollRows, votes } from './listed-units'

export interface Council {
  id: string
  name: string
  gridPath: GridPath
  chairId: string | null
  secretaryId: string | null
  unitKind: UnitKind
  /** The one house it is of; `null`: of its whole grid. */
  buildingId: string | null
}

/** A motion as it is kept, with the version it has now. */
export interface KeptMotion {
  motion: Motion
  version: number
  nextAt: number | null
}

interface Asked {
  streetId: string
  id: string
}

export const councilRows = (tx: Tx, streetId: string) =>
  tx
    .selectFrom('councils')
    .select(['id', 'name', 'grid_path as gridPath', 'chair_id as chairId', 'secretary_id as secretaryId'])
    .select(['unit_kind as unitKind', 'building_id as buildingId'])
    .where('street_id', '=', streetId)
    .where('state', '=', 'active')

export const findCouncil = (tx: Tx, { streetId, id }: Asked): Promise<Council | undefined> =>
  councilRows(tx, streetId).where('id', '=', id).executeTakeFirst()

/** The council that talks about a motion. */
export async function councilOfMotion(
  { tx, system }: Asking,
  motionId: string,
): Promise<Council | undefined> {
  const { streetId } = system
  const motion = await tx
    .selectFrom('motions')
    .select('council_id')
    .where('street_id', '=', streetId)
    .where('id', '=', motionId)
    .executeTakeFirst()
  return motion && findCouncil(tx, { streetId, id: motion.council_id })
}

/** The rules in force now, and their number. */
export async function charterOf(
  tx: Tx,
  { streetId, id, now }: Asked & { now: number },
): Promise<{ charter: Charter; version: number }> {
  const { body, version } = await tx
    .selectFrom('council_charters')
    .select(['body', 'version'])
    .where('street_id', '=', streetId)
    .where('council_id', '=', id)
    .where('from_at', '<=', now)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { charter: body, version }
}

export async function placeOf(
  tx: Tx,
  streetId: string,
  { council, now }: { council: Council; now: number },
): Promise<CouncilPlace> {
  const { gridPath, chairId, secretaryId, buildingId } = council
  const { units } = await (isOfHouses(council)
    ? housesOf(tx, streetId, council).select(countAll).executeTakeFirstOrThrow()
    : rollRows(tx, streetId, { body: council, now }).select(countAll).executeTakeFirstOrThrow())
  return { gridPath, units, chairId, secretaryId, buildingId }
}

const housesOf = (tx: Tx, streetId: string, { gridPath }: Pick<Council, 'gridPath'>) =>
  tx.selectFrom('buildings as b').where('b.street_id', '=', streetId).where(under('b.grid_path', gridPath))

/** Whether such a unit has its seat in the council now. */
export async function isUnitOf(
  { tx, now, system }: Asking,
  council: Council,
  unitId: string,
): Promise<boolean> {
  const { streetId } = system
  const found = await (isOfHouses(council)
    ? housesOf(tx, streetId, council).where('b.id', '=', unitId).select('b.id').executeTakeFirst()
    : rollRows(tx, streetId, { body: council, now, unitIds: [unitId] })
        .select('id')
        .executeTakeFirst())
  return found !== undefined
}

const countAll = sql<number>`count(*)::int`.as('units')

/** Buildings of the council the actor heads: his office is in force, or it would not be among his grants. */
export const standsFor = ({ grants }: Actor, { gridPath }: Pick<Council, 'gridPath'>): string[] =>
  grants
    .filter((grant) => grant.role === 'head' && covers(gridPath, grant.gridPath))
    .flatMap(({ buildingId }) => (buildingId === null ? [] : [buildingId]))

/** Units of a council the one who asks votes for: houses he heads, or his own places in the list of another body. */
export async function unitsOf({ tx, actor, now, system }: Asking, council: Council): Promise<string[]> {
  if (isOfHouses(council)) return standsFor(actor, council)
  if (actor.personId === null) return []
  const rows = await rollRows(tx, system.streetId, { body: council, now })
    .select('id')
    .where('person_id', '=', actor.personId)
    .where(votes(council, now))
    .orderBy('place')
    .execute()
  return rows.map(({ id }) => id)
}

/** How the one who asks stands to a council at this instant. */
export const standingIn = async (asking: Asking, council: Council): Promise<Standing> =>
  standingFrom(asking, council, await confirmedHomeOf(asking, asking.actor.personId))

/** The same for who has read already where he lives. */
export async function standingFrom(asking: Asking, council: Council, home: Home): Promise<Standing> {
  const { tx, actor, now, system } = asking
  return {
    actor,
    council: await placeOf(tx, system.streetId, { council, now }),
    standsFor: await unitsOf(asking, council),
    livesHere: home !== null && isInScope(council, home),
  }
}

export const keptMotions = (tx: Tx, streetId: string) =>
  tx
    .selectFrom('motions')
    .select(['body as motion', 'version', 'next_at as nextAt'])
    .where('street_id', '=', streetId)

/** Reads one motion and keeps every other step on it waiting until this transaction ends. */
export const findMotionForStep = (tx: Tx, { streetId, id }: Asked): Promise<KeptMotion | undefined> =>
  keptMotions(tx, streetId).where('id', '=', id).forUpdate().executeTakeFirst()

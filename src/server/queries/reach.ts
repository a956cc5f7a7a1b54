import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Desk } from '#core/concerns/concern'
import { DESK_ROLES } from '#core/concerns/ladder'
import { type Level, levelOf } from '#core/grids/grid'
import type { Actor, Grant } from '#core/people/actor'
import { type Action, type Reach, reachOf } from '#core/people/policy'
import { helpedPerson } from '../concerns/helped'
import { ownerNow } from '../concerns/owner'
import type { Asking } from '../operation'
import { under } from './under'

type Asker = Pick<Asking, 'actor' | 'now'>
type Condition = RawBuilder<SqlBool>

/**
 * The concerns (aliased `c`) on which the actor's offices carry a right: `may` of the core, written for the
 * database, so that a queue can be read by index. A test holds the two against each other. `narrowed` leaves out,
 * office by office, what the right reaches but the office does not do every day.
 */
export function withinReach(
  asker: Asker,
  action: Action,
  narrowed: (grant: Grant) => Condition = () => sql`true`,
): Condition {
  const { actor } = asker
  const reached = actor.grants.flatMap((grant) => {
    const reach = reachOf(action, grant.role)
    return reach ? [sql<SqlBool>`(${REACHED[reach](grant, asker)} and ${narrowed(grant)})`] : []
  })
  return sql`(${anyOf(reached)} and ${notAbout(actor)})`
}

export const anyOf = (conditions: Condition[]): Condition =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`

/** A building head never hears of a matter about himself. */
export const notAbout = (actor: Actor): Condition =>
  sql`c.body ->> 'aboutPersonId' is distinct from ${actor.personId}::text`

/** At or below the step where the office stands: what lies higher is for others to take up. */
export const atOrBelow = (grant: Grant): Condition => sql`c.level >= ${officeLevel(grant)}::int`

/** On the office's own step or the one below it, over which it stands. */
export const atOrJustBelow = (grant: Grant): Condition => sql`c.level - ${officeLevel(grant)}::int in (0, 1)`

/** Everything for the grid's own people, only their own step for those above: 先给网格员看一眼. */
export const firstLook = (grant: Grant): Condition =>
  officeLevel(grant) >= 2 ? sql`true` : sql`c.level = ${officeLevel(grant)}::int`

const officeLevel = (grant: Grant): Level => (grant.role === 'head' ? 3 : levelOf(grant.gridPath))

const inGrid = (grant: Grant): Condition => under('c.grid_path', grant.gridPath)

/** Reported by him, or for him: `isOwn` of the core. */
const own = ({ personId }: Actor): Condition =>
  sql`(c.reporter_id = ${personId}::text or ${helpedPerson} is not distinct from ${personId}::text)`

/** A building head never gets what he reported himself. */
const notHisOwn = ({ role }: Grant, { actor }: Asker): Condition =>
  role === 'head' ? sql`not ${own(actor)}` : sql`true`

const REACHED: Record<Reach, (grant: Grant, asker: Asker) => Condition> = {
  any: () => sql`true`,
  own: (_grant, { actor }) => own(actor),
  building: (grant, asker) =>
    sql`(c.level = 3 and c.building_id = ${grant.buildingId}::text and ${notHisOwn(grant, asker)})`,
  grid: inGrid,
  level: (grant) => sql`(${inGrid(grant)} and c.level = ${officeLevel(grant)}::int)`,
  owner: (grant, asker) => sql`(
    ${worksDesk(grant)} and ${notHisOwn(grant, asker)}
    and coalesce(${ownerNow(asker.now)}, ${asker.actor.personId}::text) = ${asker.actor.personId}::text
  )`,
  above: (grant, { actor, now }) => sql`(
    ${inGrid(grant)} and greatest(c.level - 1, 0) = ${officeLevel(grant)}::int
    and (c.level > 0 or ${ownerNow(now)} is distinct from ${actor.personId}::text)
  )`,
  department: ({ departmentId }) => sql`c.body -> 'whistles' @> ${JSON.stringify([{ departmentId }])}::jsonb`,
  // Reaches of the council: no concern lies in them.
  unit: () => sql`false`,
  scope: () => sql`false`,
  chair: () => sql`false`,
  keeper: () => sql`false`,
  house_lead: () => sql`false`,
}

function worksDesk(grant: Grant): Condition {
  const desks = (Object.keys(DESK_ROLES) as Desk[]).filter((desk) => DESK_ROLES[desk].includes(grant.role))
  return anyOf(desks.map((desk) => sql`(c.desk = ${desk} and ${placeOf(desk, grant)})`))
}

function placeOf(desk: Desk, grant: Grant): Condition {
  if (desk === 'head') return sql`c.building_id = ${grant.buildingId}::text`
  if (desk === 'department') return sql`c.department_id = ${grant.departmentId}::text`
  return inGrid(grant)
}

import { type RawBuilder, sql } from 'kysely'
import type { Concern, Desk } from '#core/concerns/concern'
import { DESK_ROLES } from '#core/concerns/ladder'
import { helpedPerson } from './helped'

/*
 * 经办人: whoever loses his office no longer holds what he had taken; it falls back to the desk at that instant.
 * Offices end by the calendar, so nothing is written then: every reader of a concern (aliased `c`) asks here.
 */

/**
 * The concern as the rules are to see it at this instant: without an owner who is out of office, and with the person
 * it was reported for, who may have become known since it was written.
 */
export const bodyNow = (now: number): RawBuilder<Concern> => sql<Concern>`(
  case when c.owner_id is null or c.state = 'closed' or ${inOffice(now)} then c.body
  else jsonb_set(c.body, '{ownerId}', 'null') end
  || jsonb_build_object('helpedId', ${helpedPerson})
)`

/** Its owner at this instant, or null. */
export const ownerNow = (now: number): RawBuilder<string | null> => sql<string | null>`(
  case when c.owner_id is not null and (c.state = 'closed' or ${inOffice(now)}) then c.owner_id end
)`

/** The owner holds an office that works the concern's desk: `worksDesk` of the core, written for the database. */
const inOffice = (now: number) => sql`exists (
  select from role_grants g
  where g.street_id = c.street_id and g.person_id = c.owner_id and g.from_at <= ${now} and g.to_at > ${now}
    and (${sql.join((Object.keys(DESK_ROLES) as Desk[]).map(worksDesk), sql` or `)})
)`

const worksDesk = (desk: Desk) =>
  sql`(c.desk = ${desk} and g.role in (${sql.join([...DESK_ROLES[desk]])}) and ${placeOf(desk)})`

function placeOf(desk: Desk) {
  if (desk === 'head') return sql`g.building_id = c.building_id`
  if (desk === 'department') return sql`g.department_id = c.department_id`
  return sql`(c.grid_path = g.grid_path or c.grid_path like g.grid_path || '.%')`
}

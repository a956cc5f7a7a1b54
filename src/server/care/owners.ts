import { sql } from 'kysely'
import type { HardshipCase } from '#core/care/hardship'
import { ROLES } from '#core/people/actor'
import { reachOf } from '#core/people/policy'
import type { Asking } from '../operation'
import { isAnyOf } from '../queries/any'
import { over } from '../queries/under'

const OWNER_ROLES = ROLES.filter((role) => reachOf('hardship.work', role) !== undefined)

/** 责任人: who may be made one, by an office over the place that reads such cases at all. Never the person himself. */
export async function ownersFor(
  { tx, now, system }: Asking,
  { gridPath, personId }: HardshipCase,
): Promise<{ personId: string; name: string }[]> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select distinct p.id as "personId", p.public_name as name
    from role_grants g join persons p on p.street_id = g.street_id and p.id = g.person_id
    where g.street_id = ${system.streetId} and g.from_at <= ${now} and g.to_at > ${now}
      and ${isAnyOf('g.role', OWNER_ROLES)}
      and ${over('g.grid_path', gridPath)}
      and p.id is distinct from ${personId}::text
    order by name, "personId"`.execute(tx)
  return rows
}

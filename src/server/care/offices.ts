import { sql } from 'kysely'
import { HELPER_ROLES, MOST_ACTIVE } from '#core/care/pairing'
import { ancestorAt, type GridPath } from '#core/grids/grid'
import type { Role } from '#core/people/actor'
import { isAnyOf } from '../queries/any'
import { over, under } from '../queries/under'
import type { Tx } from '../storage/database'

interface Over {
  streetId: string
  gridPath: GridPath
  roles: readonly Role[]
  now: number
}

/** Everybody who holds one of these offices over a place, once. */
export async function holdersOver(tx: Tx, { streetId, gridPath, roles, now }: Over): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct g.person_id from role_grants g
    where g.street_id = ${streetId} and g.from_at <= ${now} and g.to_at > ${now}
      and ${isAnyOf('g.role', roles)}
      and ${over('g.grid_path', gridPath)}
    order by 1`.execute(tx)
  return rows.map(({ person_id }) => person_id)
}

interface Around {
  streetId: string
  gridPath: GridPath
  now: number
}

/** Candidates shown at once; more nobody reads through. */
const MOST_SHOWN = 100

/**
 * Who may be named as a helper: volunteers and office-holders of the same grid, or over it, those with the fewest
 * households first. `only`: whether this one is among them.
 */
export async function helpersAround(
  tx: Tx,
  { streetId, gridPath, now }: Around,
  only?: string,
): Promise<{ personId: string; name: string; active: number; full: boolean }[]> {
  const grid = ancestorAt(gridPath, 2)
  const { rows } = await sql<{ personId: string; name: string; active: number }>`
    select p.id as "personId", p.public_name as name, coalesce(h.active, 0)::int as active
    from persons p
    left join pairing_helpers h on h.street_id = p.street_id and h.person_id = p.id
    where p.street_id = ${streetId} and p.erased_at is null
      ${only === undefined ? sql`` : sql`and p.id = ${only}`}
      and exists (
        select from role_grants g
        where g.street_id = p.street_id and g.person_id = p.id and g.from_at <= ${now} and g.to_at > ${now}
          and ${isAnyOf('g.role', HELPER_ROLES)}
          and (${under('g.grid_path', grid)} or ${over('g.grid_path', grid)})
      )
    order by active, name, "personId" limit ${MOST_SHOWN}`.execute(tx)
  return rows.map((row) => ({ ...row, full: row.active >= MOST_ACTIVE }))
}

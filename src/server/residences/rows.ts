import { sql } from 'kysely'
import type { Residence } from '#core/residences/residence'
import type { System } from '../operation'
import type { Tx } from '../storage/database'

interface Asking {
  tx: Tx
  system: Pick<System, 'streetId'>
}

/** Homes with the house they stand in. */
export const homes = ({ tx, system }: Asking) =>
  tx
    .selectFrom('residencies as r')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'r.street_id').onRef('b.id', '=', 'r.building_id'),
    )
    .where('r.street_id', '=', system.streetId)

/** A home as the rules see it, with what a screen says of it. */
export const homeRows = (asking: Asking) =>
  homes(asking)
    .selectAll('r')
    .select(['b.grid_path', 'b.label'])
    .select(sql<number>`coalesce(r.claimed_at, r.from_at)`.as('claimed'))

export type HomeRow = Awaited<ReturnType<ReturnType<typeof homeRows>['execute']>>[number]

export const residenceOf = (row: HomeRow): Residence => ({
  id: row.id,
  personId: row.person_id,
  buildingId: row.building_id,
  gridPath: row.grid_path,
  kind: row.kind,
  floating: row.floating,
  since: row.from_at,
  ...statusOf(row),
})

function statusOf(row: HomeRow) {
  if (row.to_at !== null && row.ended_kind !== null) {
    const { to_at: endedAt, ended_kind: ending, ended_by: endedBy, end_reason: reason } = row
    return { state: 'ended' as const, endedAt, ending, endedBy, reason }
  }
  if (row.confirmed_at === null) return { state: 'waiting' as const }
  const { confirmed_by, confirmed_at, expires_at, renewal_asked_at } = row
  return {
    state: 'confirmed' as const,
    confirmedBy: confirmed_by,
    confirmedAt: confirmed_at,
    expiresAt: expires_at,
    renewalAskedAt: renewal_asked_at,
  }
}

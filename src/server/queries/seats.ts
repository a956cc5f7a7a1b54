import type { GridPath } from '#core/grids/grid'
import { SEATS } from '#core/offices/seats'
import type { Asking } from '../operation'

/** Who sits on the eight seats now; an empty seat is shown empty, never left out. */
export async function seatsOf({ tx, system, now }: Asking, path: GridPath) {
  const held = await tx
    .selectFrom('role_grants as g')
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'g.street_id').onRef('p.id', '=', 'g.person_id'),
    )
    .select(['g.role', 'g.acting', 'p.public_name'])
    .where('g.street_id', '=', system.streetId)
    .where('g.grid_path', '=', path)
    .where('g.from_at', '<=', now)
    .where('g.to_at', '>', now)
    .orderBy('g.from_at')
    .orderBy('g.id')
    .execute()
  return SEATS.map(({ seat, role, acting }) => ({
    role: seat,
    name: held.find((grant) => grant.role === role && grant.acting === acting)?.public_name ?? null,
  }))
}

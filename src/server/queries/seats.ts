import type { GridPath } from '#core/grids/grid'
import type { Role } from '#core/people/actor'
import type { Asking } from '../operation'

/** The team of eight of a level-2 grid, in the order of its notice board. The deputy stands in for the grid head. */
const SEATS: { seat: string; role: Role; acting: boolean | null }[] = [
  { seat: 'secretary', role: 'secretary', acting: null },
  { seat: 'grid_head', role: 'grid_head', acting: false },
  { seat: 'deputy_head', role: 'grid_head', acting: true },
  { seat: 'grid_staff', role: 'grid_staff', acting: null },
  { seat: 'pioneer', role: 'pioneer', acting: null },
  { seat: 'captain', role: 'captain', acting: null },
  { seat: 'police', role: 'police', acting: null },
  { seat: 'traffic', role: 'traffic', acting: null },
]

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
    name:
      held.find((grant) => grant.role === role && (acting === null || grant.acting === acting))
        ?.public_name ?? null,
  }))
}

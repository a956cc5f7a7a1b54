import { ancestorAt } from '#core/grids/grid'
import type { Candidate } from '#core/heads/nominate'
import type { Asking } from '../operation'
import { birthOf } from '../people/birth'
import { isHome } from '../queries/homes'
import { under } from '../queries/under'

interface House {
  buildingId: string
  gridPath: string
  estateId: string | null
}

/** Homes that count now: vouched for, and the confirmation has not run out. */
export const confirmedHomes = ({ tx, system, now }: Asking) =>
  tx
    .selectFrom('residencies as r')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'r.street_id').onRef('b.id', '=', 'r.building_id'),
    )
    .where('r.street_id', '=', system.streetId)
    .where(isHome(now))

/** Where a person's confirmed home stands. */
export async function confirmedHomeOf(asking: Asking, personId: string | null) {
  if (personId === null) return null
  const home = await confirmedHomes(asking)
    .select(['b.id as buildingId', 'b.grid_path as gridPath'])
    .where('r.person_id', '=', personId)
    .executeTakeFirst()
  return home ?? null
}

/** A confirmed home, or none. */
export type Home = Awaited<ReturnType<typeof confirmedHomeOf>>

/** What the register knows of somebody who is proposed; nothing when it does not know him. */
export async function candidateIn(
  asking: Asking,
  personId: string,
  house: House,
): Promise<Candidate | undefined> {
  const { tx, system } = asking
  const person = await tx
    .selectFrom('persons')
    .select('birth_year')
    .where('street_id', '=', system.streetId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) return undefined
  const near = confirmedHomes(asking).select('r.id').where('r.person_id', '=', personId)
  const home = house.estateId
    ? near.where('b.estate_id', '=', house.estateId)
    : near.where(under('b.grid_path', ancestorAt(house.gridPath, 2)))
  const born = await birthOf(tx, system, personId)
  return {
    birthYear: born?.year ?? person.birth_year,
    livesInEstate: (await home.executeTakeFirst()) !== undefined,
  }
}

/** One person for each household of a house: owners and tenants somebody has vouched for, never their families. */
export async function householdsOf(asking: Asking, buildingId: string): Promise<string[]> {
  const rows = await confirmedHomes(asking)
    .select('r.person_id')
    .where('b.id', '=', buildingId)
    .where('r.kind', 'in', ['owner', 'tenant'])
    .orderBy('r.person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}

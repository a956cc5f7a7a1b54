import { sql } from 'kysely'
import type { GridPath } from '#core/grids/grid'
import type { Asking } from '../operation'
import { over, under } from './under'

interface Estate {
  id: string
  name: string
  gridPath: GridPath
}

const estates = ({ tx, system }: Asking) =>
  tx
    .selectFrom('estates')
    .select(['id', 'name', 'grid_path as gridPath'])
    .where('street_id', '=', system.streetId)

/** The estate that lies in a grid, or in which the grid lies. */
export async function estateAt(asking: Asking, path: GridPath): Promise<Estate | null> {
  const estate = await estates(asking)
    .where(({ or }) => or([under('grid_path', path), over('grid_path', path)]))
    .orderBy('grid_path')
    .orderBy('id')
    .executeTakeFirst()
  return estate ?? null
}

/** While only one estate has its houses registered, a guest who says nothing is shown that one. */
export async function onlyEstate(asking: Asking): Promise<Estate | null> {
  const registered = sql<boolean>`exists (
    select from buildings b where b.street_id = estates.street_id and b.estate_id = estates.id
  )`
  const found = await estates(asking).where(registered).limit(2).execute()
  return found.length === 1 ? (found[0] ?? null) : null
}

export async function streetPath({ tx, system }: Asking): Promise<GridPath> {
  const street = await tx
    .selectFrom('grids')
    .select('path')
    .where('street_id', '=', system.streetId)
    .where('level', '=', 0)
    .executeTakeFirstOrThrow()
  return street.path
}

/** Where the asking person lives: the building's grid, and its estate if it belongs to one. */
export async function homeOf({ tx, actor, system }: Asking) {
  if (!actor.personId) return null
  const home = await tx
    .selectFrom('residencies as r')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'r.street_id').onRef('b.id', '=', 'r.building_id'),
    )
    .leftJoin('estates as s', (on) =>
      on.onRef('s.street_id', '=', 'b.street_id').onRef('s.id', '=', 'b.estate_id'),
    )
    .select(['b.grid_path', 's.id', 's.name'])
    .where('r.street_id', '=', system.streetId)
    .where('r.person_id', '=', actor.personId)
    .where('r.to_at', 'is', null)
    .executeTakeFirst()
  if (!home) return null
  const estate = home.id && home.name ? { id: home.id, name: home.name, gridPath: home.grid_path } : null
  return { gridPath: home.grid_path, estate }
}

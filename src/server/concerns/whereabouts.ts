import { sql } from 'kysely'
import type { Place } from '#core/concerns/concern'
import { metresBetween, type Point } from '#core/concerns/similar'
import type { GridPath } from '#core/grids/grid'
import type { Asking } from '../operation'
import { homeOf, streetPath } from '../queries/home'

/** Where something is: the building if it is one, and the smallest grid that is known to hold it. */
export interface Whereabouts {
  place: Place
  gridPath: GridPath
  buildingId: string | null
}

/** A point farther than this many metres from every registered building tells no grid. */
const NEAR = 300
/** 300 metres of latitude in millionths of a degree, rounded up: the first sieve. */
const NEAR_E6 = 2_700

/**
 * Finds the place on the street's map. A missing plate may be the very matter, so without a building the
 * nearest one tells the grid, and without a point the reporter's own home or office does.
 * `null`: the building named does not exist.
 */
export async function locate(asking: Asking, given: Place): Promise<Whereabouts | null> {
  if (given.buildingId !== null) return atBuilding(asking, given, given.buildingId)
  const near = given.point && (await nearestGrid(asking, given.point))
  const gridPath = near ?? (await ownGrid(asking)) ?? (await streetPath(asking))
  return { place: given, gridPath, buildingId: null }
}

async function atBuilding({ tx, system }: Asking, given: Place, id: string): Promise<Whereabouts | null> {
  const building = await tx
    .selectFrom('buildings')
    .select(['grid_path', 'lat_e6', 'lng_e6'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!building) return null
  const point = given.point ?? { latE6: building.lat_e6, lngE6: building.lng_e6 }
  return { place: { ...given, point }, gridPath: building.grid_path, buildingId: id }
}

async function nearestGrid({ tx, system }: Asking, point: Point): Promise<GridPath | null> {
  const nearest = await tx
    .selectFrom('buildings')
    .select(['grid_path', 'lat_e6', 'lng_e6'])
    .where('street_id', '=', system.streetId)
    .where((is) => is.between('lat_e6', point.latE6 - NEAR_E6, point.latE6 + NEAR_E6))
    .orderBy(sql`(lat_e6 - ${point.latE6}::int)::float8 ^ 2 + (lng_e6 - ${point.lngE6}::int)::float8 ^ 2`)
    .executeTakeFirst()
  if (!nearest) return null
  const metres = metresBetween(point, { latE6: nearest.lat_e6, lngE6: nearest.lng_e6 })
  return metres <= NEAR ? nearest.grid_path : null
}

const ownGrid = async (asking: Asking): Promise<GridPath | null> =>
  (await homeOf(asking))?.gridPath ?? asking.actor.grants[0]?.gridPath ?? null

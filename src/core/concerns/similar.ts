import { categoryOf } from './category'
import { type Concern, isOpen } from './concern'

export type Point = { latE6: number; lngE6: number }

/** Metres in a millionth of a degree of latitude, on the mean radius of 6,371,008.8 m. */
const METRES_PER_E6 = 0.111195080234
const RADIANS_PER_E6 = Math.PI / 180_000_000

/** Whole metres between two points of one datum; flat-earth arithmetic, good to a metre within a street. */
export function metresBetween(a: Point, b: Point): number {
  const north = (a.latE6 - b.latE6) * METRES_PER_E6
  const shrink = Math.cos(((a.latE6 + b.latE6) / 2) * RADIANS_PER_E6)
  const east = (a.lngE6 - b.lngE6) * METRES_PER_E6 * shrink
  return Math.round(Math.sqrt(north * north + east * east))
}

/** What is known about a place when somebody asks "has anyone said this already?". */
export interface Sighting {
  category: Concern['category']
  buildingId: string | null
  point: Point | null
}

/**
 * Maybe the same thing: open, public, of the same category, at the same building or within the category's metres.
 * A category with 0 metres never suggests: what is private to one is not the same as what is private to another.
 */
export function isSimilar(sighting: Sighting, concern: Concern): boolean {
  const radius = categoryOf(sighting.category).similarMetres
  if (radius === 0 || concern.category !== sighting.category) return false
  if (!isOpen(concern) || concern.state === 'held' || concern.visibility !== 'public') return false
  if (sighting.buildingId !== null && sighting.buildingId === concern.place.buildingId) return true
  if (!sighting.point || !concern.place.point) return false
  return metresBetween(sighting.point, concern.place.point) <= radius
}

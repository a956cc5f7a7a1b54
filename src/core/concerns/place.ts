import type { Concern } from './concern'

/** About a hundred metres, in millionths of a degree: which corner of the estate, not whose door. */
const GRAIN = 1_000

const blurred = (e6: number): number => Math.round(e6 / GRAIN) * GRAIN

/**
 * Where a matter was, once nobody has to find it any more: the house it names says enough; without one the point is
 * kept as a corner of the estate, so that it still counts on the plan.
 */
export function roughly({ buildingId, point, words }: Concern['place']): Concern['place'] {
  if (point === null || buildingId !== null) return { buildingId, point: null, words }
  return { buildingId, point: { latE6: blurred(point.latE6), lngE6: blurred(point.lngE6) }, words }
}

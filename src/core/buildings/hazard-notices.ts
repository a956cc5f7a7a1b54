import { covers } from '../grids/grid'
import type { Grant, Role } from '../people/actor'
import type { Hazard } from './hazard'

/** What is told of a danger: it was found, nobody saw to it in time, it is gone. */
export const HAZARD_NEWS = ['hazard_found', 'hazard_late', 'hazard_cleared'] as const
export type HazardNews = (typeof HAZARD_NEWS)[number]

/** Who has to see to a late one, by the level it has reached. */
const SEES_TO: Record<Hazard['level'], readonly Role[]> = {
  3: ['grid_staff', 'grid_head'],
  2: ['grid_staff', 'grid_head'],
  1: ['community_staff'],
  0: ['street_admin'],
}

/** Whether an office hears of it. The finder and the owners who live in the house are not offices. */
export function hearsOfHazard(news: HazardNews, grant: Grant, hazard: Hazard): boolean {
  if (grant.role === 'head') return grant.buildingId === hazard.buildingId
  const roles = news === 'hazard_late' ? SEES_TO[hazard.level] : SEES_TO[2]
  return roles.includes(grant.role) && covers(grant.gridPath, hazard.gridPath)
}

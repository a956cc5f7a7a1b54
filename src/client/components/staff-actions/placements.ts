import { categoryOf } from '#core/concerns/category'
import type { Desk } from '#core/concerns/concern'
import { DESK_LEVELS, hasDeskAt } from '#core/concerns/ladder'
import type { Level } from '#core/grids/grid'
import type { ConcernDetail } from './deeds'

export interface Placement {
  level: Level
  desk: Desk
}

type Placed = Pick<ConcernDetail, 'category' | 'gridPath' | 'place' | 'visibility' | 'level' | 'desk'>

/** From the building to the street; a department is called by whistle, never handed a new matter. */
const FROM_BELOW: readonly Placement[] = [
  { level: 3, desk: 'head' },
  { level: 3, desk: 'grid' },
  { level: 2, desk: 'grid' },
  { level: 2, desk: 'police' },
  { level: 2, desk: 'traffic' },
  { level: 1, desk: 'community' },
  { level: 0, desk: 'street' },
]

export const samePlacement = (one: Placement, other: Placement): boolean =>
  one.level === other.level && one.desk === other.desk

/** Where a new matter may go, as far as the phone can tell; whether a building has a head only the server knows. */
export const placementsFor = (concern: Placed): Placement[] =>
  FROM_BELOW.filter((one) => canHold(one, concern) && !isSecondGrid(one, concern))

/** Submitting has placed it by its category already, around a head it is about. */
export const usualPlacement = (concern: Placed): Placement | undefined =>
  placementsFor(concern).find((one) => samePlacement(one, concern))

function canHold({ level, desk }: Placement, { category, gridPath, place, visibility }: Placed): boolean {
  if (!DESK_LEVELS[desk].includes(level) || !hasDeskAt(gridPath, level)) return false
  if (level === 0) return categoryOf(category).level === 0
  if (level === 3 && category === 'HEAD_CONDUCT') return false
  return desk !== 'head' || (place.buildingId !== null && visibility !== 'restricted')
}

/** 片区 and 网格 share one desk: only the step it stands on is offered, the 网格 otherwise. */
const isSecondGrid = (one: Placement, concern: Placed): boolean =>
  one.desk === 'grid' && one.level !== (samePlacement({ level: 3, desk: 'grid' }, concern) ? 3 : 2)

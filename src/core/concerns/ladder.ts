import { type GridPath, type Level, levelOf } from '../grids/grid'
import type { Role } from '../people/actor'
import type { Desk } from './concern'

/*
 * The responsibility ladder: 片区 3 -> 网格 2 -> 村居 1 -> 街道 0. A smaller number is a higher step.
 */

/** At which steps a desk can hold a matter. */
export const DESK_LEVELS: Record<Desk, readonly Level[]> = {
  head: [3],
  grid: [3, 2],
  police: [2],
  traffic: [2],
  community: [1],
  street: [0],
  department: [0],
}

/** Whose desk it is. 片区 and 网格 are both worked by the grid's people. */
export const DESK_ROLES: Record<Desk, readonly Role[]> = {
  head: ['head'],
  grid: ['grid_staff', 'grid_head'],
  police: ['police'],
  traffic: ['traffic'],
  community: ['community_staff'],
  street: ['street_admin'],
  department: ['department'],
}

const OWN_DESK: Record<Level, Desk> = { 0: 'street', 1: 'community', 2: 'grid', 3: 'grid' }

/** The desk that answers for a level when nobody named another. */
export const deskAt = (level: Level): Desk => OWN_DESK[level]

/** One step towards the street; the street itself stays. */
export const levelAbove = (level: Level): Level => Math.max(level - 1, 0) as Level

/** One step towards the building; a 片区 stays. */
export const levelBelow = (level: Level): Level => Math.min(level + 1, 3) as Level

/** A place known only roughly has no desk below the grid that is known: the grid desk needs at least a 网格. */
export const hasDeskAt = (gridPath: GridPath, level: Level): boolean =>
  Math.min(level, 2) <= levelOf(gridPath)

/** 小事不出网格: it was closed by the grid or below. */
export const stayedInGrid = (closedAtLevel: Level): boolean => closedAtLevel >= 2

/** The lowest step not lower than `wanted` at which a desk exists for the place. */
export function lowestDesk(gridPath: GridPath, wanted: Level): Level {
  if (hasDeskAt(gridPath, wanted)) return wanted
  return lowestDesk(gridPath, levelAbove(wanted))
}

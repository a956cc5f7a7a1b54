import type { GridPath } from '#core/grids/grid'

export const STREET = '441302010'
export const STREET_NAME = '小金口街道'

/** 金兴街网格 in 小金口社区: the L2 grid that is exactly the pilot estate. */
export const PILOT_GRID: GridPath = `${STREET}.001.005`
export const PILOT_COMMUNITY: GridPath = `${STREET}.001`
export const PILOT_ESTATE = 'jinxing-20'
/** Buildings of the estate's three pieces (片区). */
export const PILOT_PIECES = [64, 64, 63] as const

export const digits = (n: number, width: number): string => String(n).padStart(width, '0')

export const DAY = 86_400_000
export const HOUR = 3_600_000
export const MINUTE = 60_000

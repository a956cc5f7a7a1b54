import type { Role } from '../people/actor'

/** The eight seats of a 网格, in the order of its notice board (公示牌). The deputy is a grid head who stands in. */
export const SEATS = [
  { seat: 'secretary', role: 'secretary', acting: false },
  { seat: 'grid_head', role: 'grid_head', acting: false },
  { seat: 'deputy_head', role: 'grid_head', acting: true },
  { seat: 'grid_staff', role: 'grid_staff', acting: false },
  { seat: 'pioneer', role: 'pioneer', acting: false },
  { seat: 'captain', role: 'captain', acting: false },
  { seat: 'police', role: 'police', acting: false },
  { seat: 'traffic', role: 'traffic', acting: false },
] as const satisfies { seat: string; role: Role; acting: boolean }[]

export type Seat = (typeof SEATS)[number]['seat']

/** The seat an office takes, or `null` when it takes none. */
export const seatOf = (role: Role, acting: boolean): Seat | null =>
  SEATS.find((one) => one.role === role && one.acting === acting)?.seat ?? null

/** A grid may have several 网格员; every other seat has one holder at a time. */
export const hasOneHolder = (role: Role, acting: boolean): boolean =>
  role !== 'grid_staff' && seatOf(role, acting) !== null

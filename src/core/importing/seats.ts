import type { Role } from '../people/actor'
import type { RegisterRow } from './sheets'

/** Offices that one person holds at a time: a house has one head, a seat of the notice board one holder. */
const SINGLE: readonly string[] = [
  'head',
  'secretary',
  'grid_head',
  'deputy',
  'pioneer',
  'captain',
  'police',
  'traffic',
]

interface Place {
  grid: string
  building: string | null
  acting: boolean
}

/** Equal for two grants that may not hold at the same time. A head who stands in stands in the head's own place. */
export const seatKey = (role: Role, { grid, building, acting }: Place): string =>
  role === 'head' ? `head|${building}` : `${role}|${grid}|${acting}`

/** The seat a row of the file gives, or `null` for an office that several may hold. */
export function singleSeat({ office, grid, building, acting }: RegisterRow<'offices'>): string | null {
  if (!SINGLE.includes(office)) return null
  const isDeputy = office === 'deputy'
  return seatKey(isDeputy ? 'grid_head' : office, { grid, building, acting: acting || isDeputy })
}

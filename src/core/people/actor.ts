import type { GridPath } from '../grids/grid'
import type { RealNameLevel } from './real-name'

/** Offices and standings a person may hold. `clock` is the system itself firing a timer. */
export const ROLES = [
  'guest',
  'resident',
  'head',
  'volunteer',
  'captain',
  'pioneer',
  'grid_staff',
  'grid_head',
  'secretary',
  'police',
  'traffic',
  'community_staff',
  'street_admin',
  'department',
  'auditor',
  'clock',
  // Those who sign for a party of a joint matter, and do nothing else.
  'party_committee',
  'residents_committee',
  'owners_committee',
] as const
export type Role = (typeof ROLES)[number]

/** One office in force now: rows whose time range has passed never reach the rules. */
export interface Grant {
  role: Role
  gridPath: GridPath
  /** Building heads hold their office for one building. */
  buildingId: string | null
  /** Department handlers act for one department. */
  departmentId: string | null
}

/** Who asks. Identity comes only from the door (token or WeChat context), never from input. */
export interface Actor {
  /** `null` for a guest and for the clock. */
  personId: string | null
  /** How well he is known here: see `real-name.ts`. */
  realNameLevel: RealNameLevel
  /** Somebody can ring him, whether WeChat vouched for the number or he typed it. */
  hasPhone: boolean
  grants: Grant[]
}

export const GUEST: Actor = { personId: null, realNameLevel: 0, hasPhone: false, grants: [] }
export const CLOCK: Actor = {
  personId: null,
  realNameLevel: 0,
  hasPhone: false,
  grants: [{ role: 'clock', gridPath: '', buildingId: null, departmentId: null }],
}

/**
 * Offices by appointment first, so that an event names the office; then the standing everybody has: a resident's once he
 * has signed in, a guest's before.
 */
export const standingsOf = ({ personId, grants }: Pick<Actor, 'personId' | 'grants'>): Grant[] => [
  ...grants,
  { role: personId === null ? 'guest' : 'resident', gridPath: '', buildingId: null, departmentId: null },
]

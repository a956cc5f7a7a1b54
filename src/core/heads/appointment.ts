import { DAY } from '../concerns/calendar'
import type { GridPath } from '../grids/grid'
import type { Removal } from './removal'

/** 楼栋长 for a term; 代理楼栋长 bridges until there is one. */
export const KINDS = ['head', 'acting'] as const
export type Kind = (typeof KINDS)[number]

/** How the neighbours came to this person: elected, recommended, or he offered himself. */
export const METHODS = ['elected', 'recommended', 'self_nominated'] as const
export type Method = (typeof METHODS)[number]

/** What ties him to the house: he lives in the estate, owns the house, or manages it. */
export const BASES = ['residence', 'owner', 'manager'] as const
export type Basis = (typeof BASES)[number]

/** 公示三天; 任期最多三年; 代理最多九十天 (domain rule HeadAppointment I1-I4). */
export const PUBLICITY = 3 * DAY
export const LONGEST_TERM: Record<Kind, number> = { head: 3 * 365 * DAY, acting: 90 * DAY }
/** Buildings one person may head at a time. */
export const MOST_BUILDINGS = 3

export interface Objection {
  by: string
  at: number
  words: string
}

export interface Nomination {
  id: string
  streetId: string
  buildingId: string
  gridPath: GridPath
  personId: string
  kind: Kind
  method: Method
  basis: Basis
  /** Which paper was seen, or why this person: read by those who confirm. */
  basisWords: string
  nominatedBy: string
  nominatedAt: number
  /** Neighbours may object before this instant. Somebody who only bridges is not posted. */
  publicUntil: number
  /** Milliseconds in office, counted from the first day. */
  term: number
  objections: Objection[]
  /** What households of the house asked of the community; absent while nobody ever asked. */
  removal?: Removal
}

interface Confirmation {
  confirmedBy: string
  confirmedAt: number
  /** The community's answer to the objections; may be empty when there are none. */
  note: string
  /** In office from this instant (inclusive) to that one (exclusive). */
  from: number
  to: number
}

/** 听取本人意见: when he was heard before he was dismissed, and what he said. */
export interface Hearing {
  at: number
  statement: string
}

export type Ending =
  | { kind: 'expired' }
  | { kind: 'succeeded' }
  | { kind: 'resigned'; reason: string }
  | { kind: 'revoked'; by: string; reason: string; hearing: Hearing }

/** 交接: what the one who leaves hands to the one who comes; both say so. */
export interface Handover {
  keys: string
  notes: string
  /** What was open in the building when he wrote it. */
  concernIds: string[]
  givenBy: string
  givenAt: number
  takenBy: string | null
  takenAt: number | null
}

export type Status =
  | { state: 'nominated' }
  | { state: 'declined'; closedAt: number; closedBy: string; reason: string }
  | { state: 'withdrawn'; closedAt: number; closedBy: string }
  | (Confirmation & { state: 'confirmed' })
  | (Confirmation & { state: 'active'; handover: Handover | null })
  | (Confirmation & { state: 'ended'; ending: Ending; handover: Handover | null })

/** One person's way to the office of one building, and out of it again. */
export type Appointment = Nomination & Status

export type State = Appointment['state']
export const STATES = ['nominated', 'declined', 'withdrawn', 'confirmed', 'active', 'ended'] as const

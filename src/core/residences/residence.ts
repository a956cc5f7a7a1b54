import { DAY } from '../concerns/calendar'
import type { GridPath } from '../grids/grid'

/** 房主, 租户, 家属. */
export const KINDS = ['owner', 'tenant', 'family'] as const
export type Kind = (typeof KINDS)[number]

/** A neighbour's word holds for a year (domain rule Residency: expires 12 months or at move-out). */
export const HOLDS_FOR = 365 * DAY
/** From then on it is asked for anew: before it runs out, so that nobody stands without it in between. */
export const RENEWABLE = 30 * DAY

/** 撤回, 没认, 搬到别栋, 搬走, 说是搬走了. */
export const ENDINGS = ['withdrawn', 'refused', 'moved', 'moved_out', 'reported'] as const
export type Ending = (typeof ENDINGS)[number]

/** What somebody says of where he lives. */
export interface Said {
  id: string
  personId: string
  buildingId: string
  gridPath: GridPath
  kind: Kind
  /** 户口在外地. */
  floating: boolean
  /** Since when, by his own word. Nothing counts by it: what counts is when a neighbour vouched for it. */
  since: number
}

export type Status =
  | { state: 'waiting' }
  | {
      state: 'confirmed'
      confirmedBy: string | null
      confirmedAt: number
      /** `null`: written down before confirmations ran out. */
      expiresAt: number | null
      /** 还住这儿: he has asked for another year. */
      renewalAskedAt: number | null
    }
  | { state: 'ended'; endedAt: number; ending: Ending; endedBy: string | null; reason: string }

/** One person's home in one house, from the claim to the day he left. */
export type Residence = Said & Status

export const STATES = ['waiting', 'confirmed', 'ended'] as const
export type State = Residence['state']
export type Confirmed = Extract<Residence, { state: 'confirmed' }>

/** Whether it counts at this instant: the clock may be a moment late. */
export const countsAt = (residence: Residence, now: number): boolean =>
  residence.state === 'confirmed' && (residence.expiresAt === null || now < residence.expiresAt)

/** The last thirty days before it runs out, and whatever follows. */
export const isRenewable = ({ expiresAt }: Confirmed, now: number): boolean =>
  expiresAt !== null && now >= expiresAt - RENEWABLE

import type { Refusal } from '../refusals'
import type { MotionState } from './motion'
import type { UnitKind } from './statute'

/** 委托: one proxy a unit, for this one matter, and no more than these for one person (rule 4.4.3, 16). */
export const MOST_PROXIES = 2

const WHILE: readonly MotionState[] = ['announced', 'debating', 'voting', 'no_quorum']

/** From the announcement to the close: the matter is known, and there is a vote to be cast. */
export const mayEntrustIn = (state: MotionState): boolean => WHILE.includes(state)

/** How a holder is named: by his home in the house, by a line of the list he votes for, or by his whole number. */
export const HOLDER_WAYS = ['home', 'line', 'phone'] as const
export type HolderWay = (typeof HOLDER_WAYS)[number]

export const WAYS_TO_ENTRUST: Record<UnitKind, readonly HolderWay[]> = {
  building: ['home'],
  owner: ['line', 'phone'],
  household: ['line'],
  person: ['line'],
}

/** How somebody stands to the unit whose vote he is to cast. */
export interface Holding {
  /** His home in that house is vouched for. */
  livesThere: boolean
  /** He votes for a line of the same list himself. */
  isListed: boolean
}

/**
 * To whom a vote may be entrusted, when it is given and when it is cast. A house's to who lives in it, a household's or a
 * resident's to who decides there, too. An owner may have anybody known here act for him by written power (民法典 161,
 * 165): many owners live elsewhere, and whom they trust is no owner.
 */
export function mayHold(kind: UnitKind, { livesThere, isListed }: Holding): boolean {
  if (kind === 'building') return livesThere
  return kind === 'owner' || isListed
}

interface Giving {
  state: MotionState
  kind: UnitKind
  way: HolderWay
  /** The giver stands for the unit at this instant. */
  represents: boolean
  /** The unit has given one that is in force. */
  isGiven: boolean
}

/** Why this unit can entrust its vote to nobody in this way, or `null`: asked before anybody is looked up. */
export function whyNotEntrust({ state, kind, way, represents, isGiven }: Giving): Refusal | null {
  if (!represents) return 'NOT_REPRESENTATIVE'
  if (!mayEntrustIn(state) || isGiven) return 'NOT_IN_THIS_STATE'
  return WAYS_TO_ENTRUST[kind].includes(way) ? null : 'NOT_ELIGIBLE'
}

interface Receiving extends Holding {
  kind: UnitKind
  giverId: string
  holderId: string
  isAdult: boolean
  /** Proxies the holder has in this matter, of whichever units. */
  held: number
}

/** Why he cannot hold it, or `null`. It takes nothing from who gave it: the last ballot counts. */
export function whyNotHold({
  kind,
  giverId,
  holderId,
  isAdult,
  held,
  ...holding
}: Receiving): Refusal | null {
  if (holderId === giverId) return 'SELF_APPROVAL'
  if (!mayHold(kind, holding)) return 'NOT_ELIGIBLE'
  if (!isAdult) return 'UNDER_AGE'
  return held >= MOST_PROXIES ? 'TOO_MANY_PROXIES' : null
}

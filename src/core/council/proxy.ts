import type { Refusal } from '../refusals'
import type { MotionState } from './motion'

/** 委托: one proxy a unit, to a resident of the same building, for this one matter (rule 4.4.3, 16). */
export const MOST_PROXIES = 2

const WHILE: readonly MotionState[] = ['announced', 'debating', 'voting', 'no_quorum']

/** From the announcement to the close: the matter is known, and there is a vote to be cast. */
export const mayEntrustIn = (state: MotionState): boolean => WHILE.includes(state)

interface Giving {
  state: MotionState
  /** The giver heads the unit at this instant. */
  represents: boolean
  giverId: string
  holderId: string
  /** The holder's home in that building is vouched for. */
  livesThere: boolean
  isAdult: boolean
  /** The unit has given one that is in force. */
  isGiven: boolean
  /** Proxies the holder has in this matter, of whichever units. */
  held: number
}

/** Why a proxy cannot be given, or `null`. Giving one takes nothing from the head: the last ballot counts. */
export function whyNotEntrust(giving: Giving): Refusal | null {
  if (!giving.represents) return 'NOT_REPRESENTATIVE'
  if (!mayEntrustIn(giving.state) || giving.isGiven) return 'NOT_IN_THIS_STATE'
  if (giving.holderId === giving.giverId) return 'SELF_APPROVAL'
  if (!giving.livesThere) return 'NOT_ELIGIBLE'
  if (!giving.isAdult) return 'UNDER_AGE'
  return giving.held >= MOST_PROXIES ? 'TOO_MANY_PROXIES' : null
}

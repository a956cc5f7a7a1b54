import type { Refusal } from '../refusals'
import { type Casting, type Poll, whyNotCast } from './poll'
import { publicityAfter } from './publicity'

/** 纸票、电话票: how a ballot comes in that who stands for its unit did not cast on a phone of his own (rule 4.4.3, 12). */
export const SLIP_CHANNELS = ['paper', 'phone'] as const
export type SlipChannel = (typeof SLIP_CHANNELS)[number]
export type Channel = 'app' | SlipChannel

/**
 * waiting: one office has entered it; counted: another one read the same on the slip, and it lies in the box; refused: the
 * other one did not; late: the poll was over before anybody confirmed it.
 */
export const SLIP_STATES = ['waiting', 'counted', 'refused', 'late'] as const
export type SlipState = (typeof SLIP_STATES)[number]

/** Whose ballot is to be entered, seen by whoever enters or confirms it. */
export interface Entering extends Omit<Casting, 'represents'> {
  /** Somebody stands for the unit at this instant: the one who signed the slip, or was on the phone. */
  represented: boolean
  /** Whoever enters it stands for the unit himself: he votes for it on his own phone. */
  isOwn: boolean
  /** How the ballot came in that lies in the box; `null`: none does. */
  cast: Channel | null
}

/** Why a slip cannot become the unit's ballot, or `null`. It never takes the place of what was cast on one's own phone. */
export function whyNotEnter({ represented, isOwn, cast, ...casting }: Entering): Refusal | null {
  if (isOwn) return 'SELF_APPROVAL'
  return whyNotCast({ ...casting, represents: represented }) ?? (cast === 'app' ? 'VOTED_ALREADY' : null)
}

interface Confirming {
  state: SlipState
  enteredBy: string
  personId: string
  /** What the first one entered, and what the second one reads on the slip by himself, in marks. */
  entered: string
  read: string
}

/** Four eyes, and each pair reads for itself: nobody is shown what the other one entered. */
export function whyNotConfirm({ entered, read, ...slip }: Confirming): Refusal | null {
  return whyNotDecide(slip) ?? (entered === read ? null : 'SLIP_DIFFERS')
}

/** Whoever entered a slip neither confirms nor refuses it. */
export function whyNotDecide(slip: Pick<Confirming, 'state' | 'enteredBy' | 'personId'>): Refusal | null {
  if (slip.state !== 'waiting') return 'NOT_IN_THIS_STATE'
  return slip.enteredBy === slip.personId ? 'SELF_APPROVAL' : null
}

interface Disputing {
  state: SlipState
  isDisputed: boolean
  /** Stands for the unit at this instant. */
  represents: boolean
  poll: Pick<Poll, 'closesAt'>
  now: number
}

/** 这张票不是我们投的: the unit says so once, from the entry until as long after the close as a result is public. */
export function whyNotDispute({ state, isDisputed, represents, poll, now }: Disputing): Refusal | null {
  if (!represents) return 'NOT_REPRESENTATIVE'
  if (state !== 'counted' || isDisputed) return 'NOT_IN_THIS_STATE'
  return now < disputableUntil(poll) ? null : 'POLL_CLOSED'
}

/** Counted from the day of the close, whatever the result: a matter that fell has no publicity of its own. */
export const disputableUntil = ({ closesAt }: Pick<Poll, 'closesAt'>): number =>
  publicityAfter(closesAt).until

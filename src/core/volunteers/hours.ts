import { DAY } from '../concerns/calendar'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import type { SignUp } from './sign-up'

/** Nobody serves more in one day. Minutes. */
export const DAY_CAP = 720
/** 异议: so long after the service, or after it was confirmed. */
export const DISPUTE_WITHIN = 30 * DAY

export const ENTRY_KINDS = ['service', 'reversal', 'correction'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

interface Confirming {
  signUp: SignUp
  /** Who confirms. */
  by: string
  /** Of this person on the day of the service, in the ledger already. Minutes. */
  thatDay: number
}

/** 确认时长: what goes into the ledger, never by the person himself, and no day beyond its cap. Minutes. */
export function confirmed({ signUp, by, thatDay }: Confirming): Result<number> {
  // Whom somebody brought along has no account, and so no hours.
  if (signUp.state !== 'done' || signUp.guestEnc !== null) return refuse('NOT_IN_THIS_STATE')
  if (signUp.personId === by) return refuse('SELF_APPROVAL')
  const minutes = Math.min(signUp.minutes, DAY_CAP - thatDay)
  return minutes > 0 ? ok(minutes) : refuse('DAY_FULL')
}

interface Correcting {
  personId: string
  by: string
  /** What stands in the ledger for this service; 0: nothing. */
  before: number
  /** What it should be. */
  minutes: number
  /** Of that day, this service included. */
  thatDay: number
}

/** 更正: the old entry is turned around, a new one written beside it. Answers the two amounts; 0: not needed. */
export function corrected(correcting: Correcting): Result<{ reversal: number; correction: number }> {
  const { personId, by, before, minutes, thatDay } = correcting
  if (personId === by) return refuse('SELF_APPROVAL')
  if (minutes === before) return refuse('CHANGE_NOT_ALLOWED')
  if (thatDay - before + minutes > DAY_CAP) return refuse('DAY_FULL')
  return ok({ reversal: before === 0 ? 0 : -before, correction: minutes })
}

/** Why this service cannot be disputed now, or `null`. `since`: its end, or when it was confirmed. */
export function whyNotDispute(
  signUp: SignUp,
  about: { since: number; open: boolean; now: number },
): Refusal | null {
  if (signUp.state !== 'done' && signUp.state !== 'no_show') return 'NOT_IN_THIS_STATE'
  if (about.open) return 'NOT_IN_THIS_STATE'
  return about.now > about.since + DISPUTE_WITHIN ? 'DISPUTE_LATE' : null
}

/** Hours as they are told: to one decimal, rounded down, for a record must not grow. */
export const hoursOf = (minutes: number): string => (Math.floor(minutes / 6) / 10).toFixed(1)

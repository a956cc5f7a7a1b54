import { DAY, dayOf, HOUR, startOfDay } from '../concerns/calendar'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import type { Slate } from './election'
import type { DecisionRule } from './rule'
import { needed } from './tally'

/** A matter put to the vote. Its rule and its roll are fixed at the opening and never change afterwards. */
export interface Poll {
  id: string
  /** open: a head answers to his building for his vote; secret: nobody can join unit and choice. */
  ballots: 'open' | 'secret'
  rule: DecisionRule
  /** The ballot paper of an election; any other poll asks for, against, abstain. */
  slate: Slate | null
  /** A unit may replace its ballot until the close; the last one counts. */
  mayChange: boolean
  /** Half-open, by the database's clock: a ballot at exactly `closesAt` is late. Epoch milliseconds. */
  opensAt: number
  closesAt: number
  wasExtended: boolean
  state: 'voting' | 'closed' | 'void'
}

/** One unit as it stands in the roll. */
export interface RolledUnit {
  unitId: string
  struck: boolean
}

/** Who wants to vote for a unit, at the instant the database's clock tells after the poll's row is locked. */
export interface Casting {
  poll: Poll
  /** `null`: no such unit in the roll. */
  unit: RolledUnit | null
  /** Holds the appointment (or the unit's proxy) at this very instant. */
  represents: boolean
  /** In the room, for a vote of a meeting; any other is open to whoever is elsewhere. */
  isPresent: boolean
  hasBallot: boolean
  now: number
}

/** Units below which there is nothing to deliberate (rule 17). */
export const LEAST_UNITS = 3
/** Once, by the chair, and only while too few take part (rule 8). */
export const LONGEST_EXTENSION = 7 * DAY

/**
 * Why a ballot is not taken, or `null`. The ballot belongs to the unit: a successor may replace his predecessor's
 * as the unit itself might, and never adds a second one (rules 5 and 6).
 */
export function whyNotCast({ poll, unit, represents, isPresent, hasBallot, now }: Casting): Refusal | null {
  if (!unit || unit.struck) return 'NOT_IN_ROLL'
  if (!represents) return 'NOT_REPRESENTATIVE'
  if (poll.state !== 'voting' || now >= poll.closesAt) return 'POLL_CLOSED'
  if (now < poll.opensAt) return 'POLL_NOT_OPEN'
  if (!isPresent) return 'NOT_PRESENT'
  return hasBallot && !poll.mayChange ? 'CHANGE_NOT_ALLOWED' : null
}

/**
 * Why a poll cannot open over this roll, or `null`. Empty seats stay in the roll, so that leaving them empty lowers
 * no quorum; where too few are filled, nothing could ever be decided (rules 4 and 17).
 */
export function whyNotOpen(rule: DecisionRule, all: number, represented: number): Refusal | null {
  if (all < LEAST_UNITS) return 'TOO_FEW_UNITS'
  const { quorum, forAtQuorum } = needed(rule, all)
  return represented < Math.max(quorum, forAtQuorum) ? 'QUORUM_IMPOSSIBLE' : null
}

/** Gives more time, while too few have taken part: once, at most seven days, never after the close (rule 8). */
export function extend(
  poll: Poll,
  { closesAt, takingPart, all, now }: { closesAt: number; takingPart: number; all: number; now: number },
): Result<Poll> {
  if (poll.state !== 'voting' || now >= poll.closesAt) return refuse('POLL_CLOSED')
  if (poll.wasExtended) return refuse('EXTENSIONS_USED_UP')
  if (takingPart >= needed(poll.rule, all).quorum) return refuse('NOT_IN_THIS_STATE')
  if (closesAt <= poll.closesAt || closesAt > poll.closesAt + LONGEST_EXTENSION)
    return refuse('EXTENSION_TOO_LONG')
  return ok({ ...poll, closesAt, wasExtended: true })
}

/** A vote is open for so many days, until eight in the evening of the last one. */
export const closingAt = (openedAt: number, days: number): number =>
  startOfDay(dayOf(openedAt) + days) + 20 * HOUR

/** Nothing closes a poll but its time: votes can change until then, and whoever comes last counts as much (rule 9). */
export const isOver = ({ closesAt }: Poll, now: number): boolean => now >= closesAt

/** 快截止了: houses that have not voted are reminded once, so long before the close. */
export const REMINDED_BEFORE = DAY
/** A vote shorter than this was opened only just now: nobody is told of it twice. */
export const LONG_ENOUGH_TO_REMIND = 36 * HOUR

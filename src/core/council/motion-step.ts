import type { Grant } from '../people/actor'
import type { Action } from '../people/policy'
import type { Refusal } from '../refusals'
import type { Ending, Motion, MotionState, MotionStatus, Proposal } from './motion'
import type { MotionEventKind, MotionEventOf } from './motion-events'
import type { Standing } from './standing'
import type { Tally } from './tally'

export interface MotionSituation extends Standing {
  motion: Motion
  now: number
}

/** A situation in which something is about to happen, and the office in which the person does it. */
export interface MotionStep<Kind extends MotionEventKind> extends MotionSituation {
  event: MotionEventOf<Kind>
  grant: Grant
}

/** One line of the table: from which states, by which right, unless what, given what words, to what. */
export interface MotionRow<Kind extends MotionEventKind> {
  from: readonly MotionState[]
  action: Action
  unless?: (situation: MotionSituation) => Refusal | null
  needs?: (step: MotionStep<Kind>) => Refusal | null
  apply: (step: MotionStep<Kind>) => Motion
}

/** The same motion in another status, its clock moved on; what only the old status knew is left behind. */
export function motionBecame(motion: Motion, status: MotionStatus, held: Partial<Proposal> = {}): Motion {
  return { ...proposalOf(motion), clock: motion.clock + 1, ...held, ...status }
}

/** The end. What was counted stays with it, the last count if there were two. */
export const motionEnded = (
  { motion, now }: MotionSituation,
  ending: Ending,
  note = '',
  tally: Tally | null = 'tally' in motion ? motion.tally : null,
): Motion => motionBecame(motion, { state: 'ended', ending, note, endedAt: now, tally })

const proposalOf = (motion: Motion): Proposal => ({
  id: motion.id,
  streetId: motion.streetId,
  no: motion.no,
  councilId: motion.councilId,
  gridPath: motion.gridPath,
  concernId: motion.concernId,
  rule: motion.rule,
  ...(motion.again && { again: motion.again }),
  ...(motion.election && { election: motion.election }),
  proposerId: motion.proposerId,
  proposerUnitId: motion.proposerUnitId,
  proposedAt: motion.proposedAt,
  versions: motion.versions,
  seconds: motion.seconds,
  timesReturned: motion.timesReturned,
  timesPolled: motion.timesPolled,
  timesReviewed: motion.timesReviewed,
  clock: motion.clock,
})

/** The motion in one of the states a step starts from; the table has checked that before. */
export function inState<State extends MotionState>(
  motion: Motion,
  ...states: State[]
): Extract<Motion, { state: State }> {
  if (!(states as MotionState[]).includes(motion.state))
    throw new Error(`a step was taken while the motion is ${motion.state}`)
  return motion as Extract<Motion, { state: State }>
}

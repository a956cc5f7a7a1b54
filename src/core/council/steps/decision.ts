import { DAY } from '../../concerns/calendar'
import type { Refusal } from '../../refusals'
import type { Motion } from '../motion'
import { inState, type MotionSituation, type MotionStep, motionBecame, motionEnded } from '../motion-step'
import { mustBeReviewed, publicityAfter } from '../publicity'
import type { Tally } from '../tally'
import { SECONDS_WITHIN } from './agenda'
import { againFromStart, electionCounted } from './election'

/** 投票、公示、复核、落实、验收: from the poll to the archive. */

/** A poll too few came to may be held once more in this time, with the same rule and a new roll. */
export const AGAIN_WITHIN = 30 * DAY
/** Units that sign that the work was done. */
export const ACCEPTING_UNITS = 3

export function openPoll({ motion, event }: MotionStep<'open_poll'>): Motion {
  const { announcedAt } = inState(motion, 'announced', 'debating', 'no_quorum', 'run_off')
  const timesPolled = motion.timesPolled + 1
  return motionBecame(motion, { state: 'voting', announcedAt, pollId: event.pollId }, { timesPolled })
}

export const polledTwice = ({ motion }: MotionSituation): Refusal | null =>
  motion.state === 'no_quorum' && motion.timesPolled > 1 ? 'NOT_IN_THIS_STATE' : null

/** The clock may be late; the rule is not. */
export const tooLateAgain = ({ motion, now }: MotionSituation): Refusal | null =>
  motion.state === 'no_quorum' && now >= motion.talliedAt + AGAIN_WITHIN ? 'POLL_CLOSED' : null

export function tallied(step: MotionStep<'tally'>): Motion {
  const { motion, event, now } = step
  const { announcedAt } = inState(motion, 'voting')
  const { tally } = event
  const elected = motion.election && electionCounted(motion, tally, now)
  if (elected) return elected
  if (tally.outcome === 'no_quorum')
    return motionBecame(motion, { state: 'no_quorum', announcedAt, tally, talliedAt: now })
  if (tally.outcome === 'rejected') return motionEnded(step, 'rejected', '', tally)
  return motionBecame(motion, { state: 'publicity', tally, publicity: publicityAfter(now), objections: [] })
}

export const voided = (step: MotionStep<'void'>): Motion => motionEnded(step, 'void', step.event.note)

export function object({ motion, event }: MotionStep<'object'>): Motion {
  const carried = inState(motion, 'publicity')
  const objections = [...carried.objections, event.unitId]
  if (!mustBeReviewed(objections.length, carried.tally.units.all)) return { ...carried, objections }
  const { tally, publicity } = carried
  return motionBecame(motion, { state: 'in_review', tally, publicity, objections })
}

export function notThisObjection({ motion, event, standsFor, now }: MotionStep<'object'>): Refusal | null {
  const { publicity, objections } = inState(motion, 'publicity')
  if (!standsFor.includes(event.unitId)) return 'NOT_REPRESENTATIVE'
  if (now >= publicity.until) return 'POLL_CLOSED'
  return objections.includes(event.unitId) ? 'NOT_IN_THIS_STATE' : null
}

export function review(step: MotionStep<'review'>): Motion {
  const { motion, event, now } = step
  const { tally } = inState(motion, 'in_review')
  if (event.decision === 'annul') return motionEnded(step, 'annulled', event.note)
  if (event.decision === 'uphold') return motionBecame(motion, { state: 'in_force', tally })
  const timesReviewed = motion.timesReviewed + 1
  const held = { timesReviewed, ...againFromStart(motion) }
  return motionBecame(motion, { state: 'announced', announcedAt: now }, held)
}

/** A second vote on the same matter is final. */
export const revotedAlready = ({ motion, event }: MotionStep<'review'>): Refusal | null =>
  event.decision === 'revote' && motion.timesReviewed > 0 ? 'NOT_IN_THIS_STATE' : null

export const enforce = ({ motion }: MotionStep<'enforce'>): Motion =>
  motionBecame(motion, { state: 'in_force', tally: tallyOf(motion) })

export const stillPublic = ({ motion, now }: MotionSituation): Refusal | null =>
  'publicity' in motion && now < motion.publicity.until ? 'NOT_YET' : null

export const begin = ({ motion }: MotionStep<'begin'>): Motion =>
  motionBecame(motion, { state: 'implementing', tally: tallyOf(motion), acceptedBy: [] })

export function accept({ motion, event, now }: MotionStep<'accept'>): Motion {
  const working = inState(motion, 'implementing')
  const acceptedBy = [...working.acceptedBy, event.unitId]
  if (acceptedBy.length < ACCEPTING_UNITS) return { ...working, acceptedBy }
  return motionBecame(motion, {
    state: 'result_publicity',
    tally: working.tally,
    publicity: publicityAfter(now),
  })
}

/** 返工: as many units as accept it may send it back; then everybody signs anew what was mended. */
export function sendBack({ motion, event }: MotionStep<'send_back'>): Motion {
  const working = inState(motion, 'implementing')
  const returnedBy = [...(working.returnedBy ?? []), event.unitId]
  if (returnedBy.length < ACCEPTING_UNITS) return { ...working, returnedBy }
  return { ...working, acceptedBy: [], returnedBy: [] }
}

/** A unit signs once, one way or the other, each time the work is called done. */
export function notThisAcceptance({
  motion,
  event,
  standsFor,
}: MotionStep<'accept'> | MotionStep<'send_back'>): Refusal | null {
  if (!standsFor.includes(event.unitId)) return 'NOT_REPRESENTATIVE'
  const { acceptedBy, returnedBy = [] } = inState(motion, 'implementing')
  return [...acceptedBy, ...returnedBy].includes(event.unitId) ? 'NOT_IN_THIS_STATE' : null
}

export const archive = (step: MotionStep<'archive'>): Motion => motionEnded(step, 'archived')

export function notYetLapsed({ motion, now }: MotionSituation): Refusal | null {
  const end =
    motion.state === 'no_quorum' ? motion.talliedAt + AGAIN_WITHIN : motion.proposedAt + SECONDS_WITHIN
  return now < end ? 'NOT_YET' : null
}

function tallyOf(motion: Motion): Tally {
  if ('tally' in motion && motion.tally) return motion.tally
  throw new Error(`nothing was counted while the motion is ${motion.state}`)
}

import type { Refusal } from '../../refusals'
import { categoryOf } from '../category'
import { ANSWER_WITHIN, grantedAnew, keptWorkable, nextClock } from '../clocks'
import type { Closing, Concern, Rating } from '../concern'
import { became, nameOf, outcomeOf, type Situation, type Step } from '../step'
import { oneStepUp } from './ladder-steps'

/** 办结, 核实, 评价: what the handler says was done, who looks at it, what the reporter answers. */

export function resolve(step: Step<'resolve'>): Concern {
  const { concern, event, now } = step
  const outcome = { ...event.outcome, by: nameOf(step), at: now }
  return became(concern, { state: 'resolved', outcome }, nextClock(concern))
}

/** Repaired is shown, not only said; an explanation may stand without a photo. */
export function aPhotoOfWhatWasFixed({ concern, event: { outcome } }: Step<'resolve'>): Refusal | null {
  const shows = categoryOf(concern.category).physical && outcome.kind === 'fixed'
  return shows && outcome.photoIds.length === 0 ? 'PHOTO_REQUIRED' : null
}

export const verify = (step: Step<'verify'>): Concern =>
  became(step.concern, {
    state: 'verified',
    outcome: outcomeOf(step.concern),
    verifiedBy: nameOf(step),
  })

/** 核实不通过: back to the same handler, with at least one working day to do it. */
export const sendBack = ({ concern, now, calendar }: Step<'return'>): Concern =>
  became(concern, { state: 'in_progress' }, keptWorkable(concern, now, calendar))

/** Somebody looks on the spot only where there is something to see, or somebody was in danger. */
export const nothingToSee = ({ concern }: Situation): Refusal | null =>
  categoryOf(concern.category).physical || concern.severity === 'emergency' ? null : 'NOT_IN_THIS_STATE'

/** Nobody checks, or praises, his own result. */
export const ownResult = ({ concern, actor }: Situation): Refusal | null =>
  outcomeOf(concern).by === actor.personId ? 'SELF_APPROVAL' : null

export const confirm = ({ concern, event, now }: Step<'confirm'>): Concern =>
  closedWithResult(concern, now, 'confirmed', { ...event.rating, at: now })

export const lapse = ({ concern, now }: Step<'lapse'>): Concern =>
  closedWithResult(concern, now, 'silence', null)

export const mayStillAnswer = ({ concern, now }: Situation): Refusal | null =>
  now < outcomeOf(concern).at + ANSWER_WITHIN ? 'NOT_IN_THIS_STATE' : null

/** 还没好: the same desk goes on with a whole span; from the second time on the step above takes it over. */
export function reopen(step: Step<'reopen'>): Concern {
  const { concern, now, calendar } = step
  const reopenCount = concern.reopenCount + 1
  if (reopenCount >= 2) {
    return became(concern, { state: 'accepted' }, { ...oneStepUp(step), reopenCount })
  }
  const held = { ...grantedAnew(concern, now, calendar), reopenCount }
  return became(concern, { state: 'in_progress' }, held)
}

export const answeredTooLate = ({ concern, now }: Situation): Refusal | null =>
  now > outcomeOf(concern).at + ANSWER_WITHIN ? 'REOPEN_LATE' : null

function closedWithResult(concern: Concern, now: number, closing: Closing, rating: Rating | null): Concern {
  return became(concern, {
    state: 'closed',
    closedAt: now,
    closedAtLevel: concern.level,
    closing,
    note: '',
    outcome: outcomeOf(concern),
    rating,
    mergedInto: null,
  })
}

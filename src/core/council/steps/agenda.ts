import { DAY } from '../../concerns/calendar'
import type { Refusal } from '../../refusals'
import { supportNeeded } from '../again'
import type { MotionWords } from '../motion'
import { type Motion, wordsOf } from '../motion'
import { inState, type MotionSituation, type MotionStep, motionBecame, motionEnded } from '../motion-step'

/** 提议、附议、把关、预告、商量: what happens before anybody votes. */

/** A motion that finds no support in this time lapses. */
export const SECONDS_WITHIN = 14 * DAY
/** 提前通报: people know the matter and its papers for this long before it is debated. */
export const ANNOUNCED_FOR = 3 * DAY
export function second({ motion, event, council, now }: MotionStep<'second'>): Motion {
  const seconds = [...motion.seconds, event.unitId]
  if (seconds.length < supportNeeded(motion, { units: council.units, now })) return { ...motion, seconds }
  return motionBecame(motion, { state: 'seconded' }, { seconds })
}

export function notThisUnit({ motion, event, standsFor }: MotionStep<'second'>): Refusal | null {
  if (!standsFor.includes(event.unitId)) return 'NOT_REPRESENTATIVE'
  if (event.unitId === motion.proposerUnitId) return 'SELF_APPROVAL'
  return motion.seconds.includes(event.unitId) ? 'NOT_IN_THIS_STATE' : null
}

export function screen(step: MotionStep<'screen'>): Motion {
  const { motion, event } = step
  if (event.decision === 'schedule') return motionBecame(motion, { state: 'scheduled' })
  if (event.decision === 'refer') return motionEnded(step, 'referred', event.note)
  const timesReturned = motion.timesReturned + 1
  return motionBecame(motion, { state: 'returned', note: event.note }, { timesReturned })
}

/** It comes back once; whoever still sees a fault then says it in the debate. No office screens its own motion. */
export function notTwiceAndNotOwn({ motion, event, actor }: MotionStep<'screen'>): Refusal | null {
  if (actor.personId === motion.proposerId) return 'SELF_APPROVAL'
  return event.decision === 'return' && motion.timesReturned > 0 ? 'NOT_IN_THIS_STATE' : null
}

export const revise = ({ motion, event, now }: MotionStep<'revise'>): Motion =>
  motionBecame(motion, { state: 'seconded' }, { versions: withVersion(motion, event, now) })

export const announce = ({ motion, now }: MotionStep<'announce'>): Motion =>
  motionBecame(motion, { state: 'announced', announcedAt: now })

export function openDebate({ motion }: MotionStep<'open_debate'>): Motion {
  const { announcedAt } = inState(motion, 'announced')
  return motionBecame(motion, { state: 'debating', announcedAt })
}

export const notAnnouncedLongEnough = ({ motion, now }: MotionSituation): Refusal | null =>
  'announcedAt' in motion && now < motion.announcedAt + ANNOUNCED_FOR ? 'NOT_YET' : null

/** An amendment changes the words, never what was seconded: title and rule stay. */
export const amend = ({ motion, event, now }: MotionStep<'amend'>): Motion => ({
  ...motion,
  versions: withVersion(motion, event, now),
})

export const anotherTitle = ({ motion, event }: MotionStep<'amend'>): Refusal | null =>
  event.words.title === wordsOf(motion).title ? null : 'VALIDATION'

function withVersion(
  { versions }: Motion,
  { words, changed }: { words: MotionWords; changed: string },
  at: number,
): Motion['versions'] {
  return [...versions, { ...words, changed, at }]
}

export const notTheProposer = ({ motion, actor }: MotionSituation): Refusal | null =>
  actor.personId === motion.proposerId ? null : 'FORBIDDEN'

export const withdraw = (step: MotionStep<'withdraw'>): Motion =>
  motionEnded(step, 'withdrawn', step.event.note)

/** Fourteen days without enough seconds, or thirty after a poll too few came to. */
export const lapse = (step: MotionStep<'lapse'>): Motion =>
  motionEnded(step, step.motion.state === 'no_quorum' ? 'no_quorum' : 'lapsed')

import type { Refusal } from '../../refusals'
import { extendedTo, goneOn, LONGEST_PAUSE, MOST_EXTENSIONS, nextClock } from '../clocks'
import type { Concern, Extension } from '../concern'
import { dueAfter, remainingAt } from '../deadlines'
import { became, nameOf, type Situation, type Step } from '../step'

/** The desk's own work: contact, start, pause and go on, asking for more time. */

/** Only the first contact stops the clock; the later ones stand in the story. */
export const contact = ({ concern, now }: Step<'contact'>): Concern => ({
  ...concern,
  contactedAt: concern.contactedAt ?? now,
})

export const start = (step: Step<'start'>): Concern =>
  became(step.concern, { state: 'in_progress' }, { ownerId: nameOf(step) })

export function pause({ concern, event: { reason, until }, now, calendar }: Step<'pause'>): Concern {
  const remaining = remainingAt(now, concern.resolveDueAt, concern.resolveSpan.unit, calendar)
  return became(
    concern,
    { state: 'paused', pause: { reason, since: now, until, remaining } },
    nextClock(concern),
  )
}

export function withinFifteenDays({ event: { until }, now }: Step<'pause'>): Refusal | null {
  if (until <= now) return 'VALIDATION'
  return until - now > LONGEST_PAUSE ? 'PAUSE_TOO_LONG' : null
}

export function resume({ concern, now, calendar }: Step<'resume'>): Concern {
  if (concern.state !== 'paused') throw new Error('only a paused concern can go on')
  return became(concern, { state: 'in_progress' }, goneOn(concern, concern.pause.since, now, calendar))
}

/** The one who paused goes on when he likes, the clock only when the time he named is over. */
export const pauseNotOver = ({ concern, actor, now }: Situation): Refusal | null =>
  actor.personId === null && concern.state === 'paused' && now < concern.pause.until
    ? 'NOT_IN_THIS_STATE'
    : null

export function askExtension(step: Step<'ask_extension'>): Concern {
  const { concern, event, now } = step
  const asked: Extension = {
    askedAt: now,
    askedBy: nameOf(step),
    until: event.until,
    reason: event.reason,
    approved: null,
    answeredBy: null,
  }
  return { ...concern, extensions: [...concern.extensions, asked] }
}

/** Asked for before the time is over, one at a time, twice at most on one step of the ladder. */
export function noMoreExtensions({ concern, now }: Situation): Refusal | null {
  if (now >= concern.resolveDueAt) return 'EXTENSION_LATE'
  if (pendingOf(concern)) return 'EXTENSION_PENDING'
  const granted = concern.extensions.filter(({ approved }) => approved === true).length
  return granted >= MOST_EXTENSIONS ? 'EXTENSIONS_USED_UP' : null
}

/** Later than the deadline, by one original span at most. */
export function atMostOneSpan({ concern, event, calendar }: Step<'ask_extension'>): Refusal | null {
  if (event.until <= concern.resolveDueAt) return 'VALIDATION'
  const latest = dueAfter(concern.resolveDueAt, concern.resolveSpan, calendar)
  return event.until > latest.at ? 'EXTENSION_TOO_LONG' : null
}

export function answerExtension(step: Step<'answer_extension'>): Concern {
  const { concern, event } = step
  const pending = pendingOf(concern)
  if (!pending) throw new Error('no extension waits for an answer')
  const answered = { ...pending, approved: event.approve, answeredBy: nameOf(step) }
  const extensions = concern.extensions.map((one) => (one === pending ? answered : one))
  if (!event.approve) return { ...concern, extensions }
  return { ...concern, extensions, ...extendedTo(concern, pending.until) }
}

export function nothingToAnswer({ concern, actor }: Situation): Refusal | null {
  const pending = pendingOf(concern)
  if (!pending) return 'NOT_IN_THIS_STATE'
  return pending.askedBy === actor.personId ? 'SELF_APPROVAL' : null
}

const pendingOf = (concern: Concern): Extension | undefined =>
  concern.extensions.find(({ approved }) => approved === null)

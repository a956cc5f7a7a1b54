import { type Calendar, DAY } from './calendar'
import { categoryOf } from './category'
import type { Concern, Responsibility } from './concern'
import { type Due, dueAfter, dueFromRemaining, remainingAt, type Span } from './deadlines'

/** 七天: how long a result waits for the reporter's answer. */
export const ANSWER_WITHIN = 7 * DAY
export const LONGEST_PAUSE = 15 * DAY
export const MOST_EXTENSIONS = 2

const ONE_WORKDAY: Span = { n: 1, unit: 'wd' }

type Deadlines = Pick<Responsibility, 'contactDueAt' | 'resolveDueAt' | 'calendarAssumed' | 'clock'>

/** Both promises of a category, counted from the moment a resident submitted. */
export function firstDeadlines(category: Concern['category'], at: number, calendar: Calendar): Deadlines {
  const contact = dueAfter(at, categoryOf(category).contact, calendar)
  const resolve = dueAfter(at, categoryOf(category).resolve, calendar)
  const calendarAssumed = contact.assumed || resolve.assumed
  return { contactDueAt: contact.at, resolveDueAt: resolve.at, calendarAssumed, clock: 1 }
}

/** A whole span anew and at least one working day, for a desk that starts on it; never shorter than before. */
export function grantedAnew(concern: Concern, now: number, calendar: Calendar): Deadlines {
  const span = laterOf(dueAfter(now, concern.resolveSpan, calendar), dueAfter(now, ONE_WORKDAY, calendar))
  const contact = dueAfter(now, categoryOf(concern.category).contact, calendar)
  return moved(concern, { resolve: span, contact: concern.contactedAt === null ? contact : undefined })
}

/** At least one working day to go on, without a new span: for a matter handed back. */
export const keptWorkable = (concern: Concern, now: number, calendar: Calendar): Deadlines =>
  moved(concern, { resolve: dueAfter(now, ONE_WORKDAY, calendar) })

/** A person above agreed to a later moment. */
export const extendedTo = (concern: Concern, until: number): Deadlines =>
  moved(concern, { resolve: { at: until, assumed: false } })

/** Both clocks go on with exactly what was left when they stopped at `since`. */
export function goneOn(concern: Concern, since: number, now: number, calendar: Calendar): Deadlines {
  const left = (dueAt: number, unit: Span['unit']) =>
    dueFromRemaining(now, remainingAt(since, dueAt, unit, calendar), calendar)
  const resolve = left(concern.resolveDueAt, concern.resolveSpan.unit)
  const contact = left(concern.contactDueAt, categoryOf(concern.category).contact.unit)
  return moved(concern, { resolve, contact: concern.contactedAt === null ? contact : undefined })
}

/** Old timers become stale, nothing else changes: a clock stopped, or another kind of clock began. */
export const nextClock = (concern: Concern): Pick<Deadlines, 'clock'> => ({ clock: concern.clock + 1 })

/** The one place where a deadline moves, and it moves only away. */
function moved(concern: Concern, to: { resolve: Due; contact?: Due }): Deadlines {
  return {
    contactDueAt: Math.max(concern.contactDueAt, to.contact?.at ?? 0),
    resolveDueAt: Math.max(concern.resolveDueAt, to.resolve.at),
    calendarAssumed: concern.calendarAssumed || to.resolve.assumed || (to.contact?.assumed ?? false),
    clock: concern.clock + 1,
  }
}

const laterOf = (one: Due, other: Due): Due => ({
  at: Math.max(one.at, other.at),
  assumed: one.assumed || other.assumed,
})

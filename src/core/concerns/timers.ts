import type { Calendar } from './calendar'
import { categoryOf } from './category'
import { ANSWER_WITHIN } from './clocks'
import type { Concern } from './concern'
import { shareAfter, shareBefore } from './deadlines'
import type { ConcernEvent } from './events'
import type { Notice } from './notices'

type TimerKind =
  | 'contact_due'
  | 'contact_half'
  | 'contact_double'
  | 'resolve_quarter'
  | 'resolve_due'
  | 'silence'
  | 'pause_end'

/** One appointment of the clock with a concern, valid as long as the concern's own `clock` is the same. */
export interface Timer {
  kind: TimerKind
  clock: number
  dueAt: number
}

/** What a timer does when its moment has come. Both empty: it was stale, or came too early. */
export interface Firing {
  event: ConcernEvent | null
  notify: Notice[]
}

const NOTHING: Firing = { event: null, notify: [] }

/** Every appointment a concern now has with the clock. */
export function timersOf(concern: Concern, calendar: Calendar): Timer[] {
  const timer = (kind: TimerKind, dueAt: number): Timer => ({ kind, clock: concern.clock, dueAt })
  if (concern.state === 'closed') return []
  if (concern.state === 'paused') return [timer('pause_end', concern.pause.until)]
  if (concern.state === 'resolved' || concern.state === 'verified') {
    return [timer('silence', concern.outcome.at + ANSWER_WITHIN)]
  }

  const contact = contactMoments(concern, calendar)
  const quarterBefore = shareBefore(concern.resolveDueAt, concern.resolveSpan, [1, 4], calendar)
  return [
    ...(concern.contactedAt === null ? contact.map(([kind, at]) => timer(kind, at)) : []),
    timer('resolve_quarter', quarterBefore),
    timer('resolve_due', concern.resolveDueAt),
  ]
}

/** Carries out an appointment: at its very millisecond or later, once, and only if it still stands. */
export function fire(concern: Concern, timer: Timer, context: { now: number; calendar: Calendar }): Firing {
  if (context.now < timer.dueAt || timer.clock !== concern.clock) return NOTHING
  const stands = timersOf(concern, context.calendar).some(({ kind }) => kind === timer.kind)
  return stands ? FIRING[timer.kind](concern) : NOTHING
}

/** Late enough for the clock to send it up: the result is due, or twice the time for a first contact is over. */
export function isOverdue(concern: Concern, now: number, calendar: Calendar): boolean {
  if (now >= concern.resolveDueAt) return true
  if (concern.contactedAt !== null) return false
  return contactMoments(concern, calendar).some(([kind, at]) => kind === 'contact_double' && now >= at)
}

const toHolder = ({ ownerId }: Concern): Notice['to'] => (ownerId === null ? 'desk' : 'owner')

/** One step up; above the street there is nobody, so the street's own red list shows it. */
const late = (concern: Concern): Firing =>
  concern.level === 0
    ? { event: null, notify: [{ to: 'above', kind: 'red_list' }] }
    : { event: { kind: 'escalate', note: '' }, notify: [] }

const FIRING: Record<TimerKind, (concern: Concern) => Firing> = {
  contact_due: (concern) => ({ event: null, notify: [{ to: toHolder(concern), kind: 'contact_due' }] }),
  contact_half: () => ({ event: null, notify: [{ to: 'above', kind: 'contact_half' }] }),
  contact_double: late,
  resolve_quarter: (concern) => ({
    event: null,
    notify: [{ to: toHolder(concern), kind: 'resolve_quarter' }],
  }),
  resolve_due: late,
  silence: () => ({ event: { kind: 'lapse' }, notify: [] }),
  pause_end: (concern) => ({
    event: { kind: 'resume' },
    notify: [{ to: toHolder(concern), kind: 'resumed' }],
  }),
}

/** The deadline of the first contact, half its span later, and its whole span later. */
function contactMoments(concern: Concern, calendar: Calendar): [TimerKind, number][] {
  const span = categoryOf(concern.category).contact
  return [
    ['contact_due', concern.contactDueAt],
    ['contact_half', shareAfter(concern.contactDueAt, span, [1, 2], calendar)],
    ['contact_double', shareAfter(concern.contactDueAt, span, [1, 1], calendar)],
  ]
}

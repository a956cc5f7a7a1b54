import { dayName, dayOf } from '../concerns/calendar'
import type { Severity } from '../concerns/concern'
import type { NoticeKind } from '../concerns/notices'

/** What the clock reminds people of at work: said of many matters at once, it would be a storm nobody reads. */
const REMINDERS: ReadonlySet<NoticeKind> = new Set([
  'contact_due',
  'contact_half',
  'resolve_quarter',
  'red_list',
])

/**
 * The line of an inbox a notice at instant `at` belongs to: one a person, a kind and a day in China, which speaks of the
 * newest matter and says how many more there are. `null`: a line of its own, as all news has, and every emergency.
 */
export function digestOf(kind: NoticeKind, severity: Severity, at: number): string | null {
  if (severity === 'emergency' || !REMINDERS.has(kind)) return null
  return `${kind}:${dayName(dayOf(at))}`
}

/** The line a person's bookings of one day are folded into, whichever day they are reminded of. */
export const bookingDigest = (startsAt: number): string => `booking_tomorrow:${dayName(dayOf(startsAt))}`

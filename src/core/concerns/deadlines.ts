import {
  type Calendar,
  DAY,
  dayOf,
  HOUR,
  isWorkday,
  MINUTE,
  startOfDay,
  touchesUnknownYear,
  workdayLength,
} from './calendar'
import { addWorking, endsInWorkingTime, takeWorking, workingBetween } from './working-time'

/** A promise of time. h, min, d run on the wall clock; wh, wd on the street's working calendar. */
export interface Span {
  n: number
  unit: 'min' | 'h' | 'd' | 'wh' | 'wd'
}

/** What was left when a clock stopped: in the unit it was promised in. */
export type Remaining = { kind: 'calendar'; ms: number } | { kind: 'working'; ms: number }

/** `assumed`: a year without published holidays was touched, weekends alone were counted. */
export interface Due {
  at: number
  assumed: boolean
}

const WALL = { min: MINUTE, h: HOUR, d: DAY }
const MOST_WORKDAYS = 1_000

/** When a promise given at `from` runs out. */
export function dueAfter(from: number, { n, unit }: Span, calendar: Calendar): Due {
  if (unit === 'wd') return marked(from, closeOfBusiness(from, n, calendar), calendar)
  if (unit === 'wh') return marked(from, addWorking(from, n * HOUR, calendar), calendar)
  return { at: from + n * WALL[unit], assumed: false }
}

/**
 * How much of a clock is left, kept so that going on at the same moment gives the same deadline back.
 * A deadline already missed, or set outside working hours by a person, is kept on the wall clock: counted in
 * working time it would move.
 */
export function remainingAt(now: number, dueAt: number, unit: Span['unit'], calendar: Calendar): Remaining {
  const counted = isWorking(unit) && dueAt > now && endsInWorkingTime(dueAt, calendar)
  if (!counted) return { kind: 'calendar', ms: dueAt - now }
  return { kind: 'working', ms: workingBetween(now, dueAt, calendar) }
}

export function dueFromRemaining(now: number, remaining: Remaining, calendar: Calendar): Due {
  if (remaining.kind === 'calendar') return { at: now + remaining.ms, assumed: false }
  return marked(now, addWorking(now, remaining.ms, calendar), calendar)
}

/** A share of a span after a deadline: half of "2 h" is one hour, half of "1 wd" half a working day. */
export function shareAfter(at: number, span: Span, share: Share, calendar: Calendar): number {
  const ms = shareOf(span, share, calendar)
  return isWorking(span.unit) ? addWorking(at, ms, calendar) : at + ms
}

export function shareBefore(at: number, span: Span, share: Share, calendar: Calendar): number {
  const ms = shareOf(span, share, calendar)
  return isWorking(span.unit) ? takeWorking(at, ms, calendar) : at - ms
}

/** An exact fraction: [1, 4] is a quarter. */
export type Share = readonly [part: number, of: number]

function shareOf({ n, unit }: Span, [part, of]: Share, calendar: Calendar): number {
  const whole = { ...WALL, wh: HOUR, wd: workdayLength(calendar) }[unit] * n
  return Math.floor((whole * part) / of)
}

const isWorking = (unit: Span['unit']): boolean => unit === 'wh' || unit === 'wd'

const marked = (from: number, at: number, calendar: Calendar): Due => ({
  at,
  assumed: touchesUnknownYear(dayOf(from), dayOf(at), calendar),
})

/**
 * 民法典 201, 203: the day a period starts is not counted; where there are business hours, the last day ends
 * when business closes.
 */
function closeOfBusiness(from: number, workdays: number, calendar: Calendar): number {
  if (workdays > MOST_WORKDAYS) throw new Error('a promise of more than a thousand working days')
  let day = dayOf(from)
  for (let left = workdays; left > 0; left--) day = nextWorkday(day, calendar)
  const closing = calendar.hours[calendar.hours.length - 1]
  return startOfDay(day) + (closing?.[1] ?? 0) * MINUTE
}

function nextWorkday(day: number, calendar: Calendar): number {
  for (let next = day + 1; next <= day + 100; next++) if (isWorkday(next, calendar)) return next
  throw new Error('a hundred days without a working day')
}

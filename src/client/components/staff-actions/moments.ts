import { type Calendar, DAY, dayOf, HOUR, MINUTE, STREET_HOURS, startOfDay } from '#core/concerns/calendar'
import { LONGEST_PAUSE } from '#core/concerns/clocks'
import { dueAfter, type Span } from '#core/concerns/deadlines'

/** The moments a sheet offers, counted once when it opens; a time to choose beats a calendar to type into. */

const NOON = (STREET_HOURS[0]?.[1] ?? 0) * MINUTE
const CLOSING = (STREET_HOURS[STREET_HOURS.length - 1]?.[1] ?? 0) * MINUTE
const noonOf = (day: number): number => startOfDay(day) + NOON
const closingOf = (day: number): number => startOfDay(day) + CLOSING

export interface Arrival {
  key: 'two_hours' | 'today' | 'tomorrow'
  at: number
}

/** Nobody can be asked to come before closing when the street closes in half an hour. */
export function arrivals(now: number): Arrival[] {
  const all: Arrival[] = [
    { key: 'two_hours', at: now + 2 * HOUR },
    { key: 'today', at: closingOf(dayOf(now)) },
    { key: 'tomorrow', at: noonOf(dayOf(now) + 1) },
  ]
  return all.filter(({ key, at }) => key !== 'today' || at - now >= HOUR / 2)
}

/** Until closing time one, three, seven days on, and the longest the rules allow. */
export const pauses = (now: number): number[] =>
  [1, 3, 7].map((days) => closingOf(dayOf(now) + days)).concat(lastPause(now))

const lastPause = (now: number): number => {
  const fifteenth = closingOf(dayOf(now + LONGEST_PAUSE))
  return fifteenth <= now + LONGEST_PAUSE ? fifteenth : fifteenth - DAY
}

/** The phone does not hold the published holidays; they only make the server more generous. */
const WEEKENDS_ONLY: Calendar = {
  holidays: new Set(),
  workdays: new Set(),
  knownYears: new Set(),
  hours: STREET_HOURS,
}

/** A third, two thirds and the whole of one more span after the deadline, in the unit it was promised in. */
export function laterDeadlines(dueAt: number, { n, unit }: Span): number[] {
  const parts = [n / 3, (n * 2) / 3, n].map(Math.ceil)
  const different = parts.filter((part, index) => parts.indexOf(part) === index)
  return different.map((part) => dueAfter(dueAt, { n: part, unit }, WEEKENDS_ONLY).at)
}

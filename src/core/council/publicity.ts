import { dayOf, startOfDay } from '../concerns/calendar'
import { holds, least } from './rule'

/** 公示: seven natural days by default, three at least (rule 4.4.4). */
const PUBLICITY_DAYS = 7
const LEAST_PUBLICITY_DAYS = 3

/** One unit in five may have a result reviewed, by analogy with the right to call a meeting. */
const ENOUGH_OBJECTIONS = { num: 1, den: 5, strict: false }

/** Half-open, in whole days of China: the day of publication does not count (民法典 201). */
export interface Publicity {
  from: number
  until: number
}

/** A charter may shorten it, never below three days. */
export function publicityAfter(publishedAt: number, days = PUBLICITY_DAYS): Publicity {
  const first = dayOf(publishedAt) + 1
  const last = first + Math.max(days, LEAST_PUBLICITY_DAYS)
  return { from: startOfDay(first), until: startOfDay(last) }
}

/** Enough units of the roll object for the result to be looked at again. */
export const mustBeReviewed = (objecting: number, all: number): boolean =>
  holds(ENOUGH_OBJECTIONS, objecting, all)

/** So many units have to object for that. */
export const objectionsNeeded = (all: number): number => least(ENOUGH_OBJECTIONS, all)

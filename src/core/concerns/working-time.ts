import { type Calendar, dayOf, workingStretches } from './calendar'

// Eleven years: no promise of ours runs longer, so a walk that does is a broken calendar.
const MOST_DAYS = 4_000

type Direction = 1 | -1

/** Every stretch of working time from a day onwards (or backwards), in the order walked. */
function* stretchesFrom(day: number, direction: Direction, calendar: Calendar) {
  for (let walked = 0; walked <= MOST_DAYS; walked++) {
    const stretches = workingStretches(day + walked * direction, calendar)
    yield* direction === 1 ? stretches : stretches.reverse()
  }
  throw new Error('the calendar has too little working time to count a deadline')
}

/** The first instant by which `ms` of working time have passed since `from`. */
export function addWorking(from: number, ms: number, calendar: Calendar): number {
  let left = ms
  for (const { start, end } of stretchesFrom(dayOf(from), 1, calendar)) {
    const begin = Math.max(start, from)
    if (end <= begin) continue
    if (left <= end - begin) return begin + left
    left -= end - begin
  }
  return from
}

/** The last instant from which `ms` of working time are still ahead until `until`. */
export function takeWorking(until: number, ms: number, calendar: Calendar): number {
  let left = ms
  for (const { start, end } of stretchesFrom(dayOf(until), -1, calendar)) {
    const finish = Math.min(end, until)
    if (finish <= start) continue
    if (left <= finish - start) return finish - left
    left -= finish - start
  }
  return until
}

/** Working time between two instants in order, in milliseconds. */
export function workingBetween(from: number, to: number, calendar: Calendar): number {
  let sum = 0
  for (const { start, end } of stretchesFrom(dayOf(from), 1, calendar)) {
    if (start >= to) return sum
    sum += Math.max(0, Math.min(end, to) - Math.max(start, from))
  }
  return sum
}

/** True within working hours, the closing minute included and the opening one not: where a clock can end. */
export const endsInWorkingTime = (at: number, calendar: Calendar): boolean =>
  workingStretches(dayOf(at), calendar).some(({ start, end }) => start < at && at <= end)

/**
 * The street's working calendar. Days are named 'yyyy-mm-dd' and always mean the day in China (UTC+8,
 * no daylight saving); inside the rules a day is the number of days since 1970-01-01 there.
 */
export interface Calendar {
  holidays: ReadonlySet<string>
  /** 调休: Saturdays and Sundays on which people work. */
  workdays: ReadonlySet<string>
  /** Years whose holidays have been published and entered. In other years weekends alone are counted. */
  knownYears: ReadonlySet<number>
  hours: readonly WorkingHours[]
}

/** From minute to minute of the day, in order, never overlapping. */
export type WorkingHours = readonly [startMinute: number, endMinute: number]

/** 8:30-12:00, 14:00-17:30. */
export const STREET_HOURS: readonly WorkingHours[] = [
  [510, 720],
  [840, 1050],
]

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const CHINA_OFFSET = 8 * HOUR

/** The day in China that holds the instant. */
export const dayOf = (at: number): number => Math.floor((at + CHINA_OFFSET) / DAY)

/** Midnight in China at which the day begins, as an instant. */
export const startOfDay = (day: number): number => day * DAY - CHINA_OFFSET

export const dayName = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

export const dayNamed = (name: string): number => Math.floor(Date.parse(`${name}T00:00:00Z`) / DAY)

export const yearOf = (day: number): number => Number(dayName(day).slice(0, 4))

// 1970-01-01 was a Thursday; 0 is Sunday.
const isWeekend = (day: number): boolean => [0, 6].includes((((day + 4) % 7) + 7) % 7)

export function isWorkday(day: number, calendar: Calendar): boolean {
  const name = dayName(day)
  if (calendar.workdays.has(name)) return true
  return !isWeekend(day) && !calendar.holidays.has(name)
}

/** True when a stretch of days, both ends included, leaves the years whose holidays are known. */
export function touchesUnknownYear(from: number, to: number, calendar: Calendar): boolean {
  for (let year = yearOf(Math.min(from, to)); year <= yearOf(Math.max(from, to)); year++) {
    if (!calendar.knownYears.has(year)) return true
  }
  return false
}

/** The stretches of working time of one day, as instants. */
export function workingStretches(day: number, calendar: Calendar): { start: number; end: number }[] {
  if (!isWorkday(day, calendar)) return []
  const midnight = startOfDay(day)
  return calendar.hours.map(([start, end]) => ({
    start: midnight + start * MINUTE,
    end: midnight + end * MINUTE,
  }))
}

/** Working time of one full working day, in milliseconds. */
export const workdayLength = (calendar: Calendar): number =>
  calendar.hours.reduce((sum, [start, end]) => sum + (end - start) * MINUTE, 0)

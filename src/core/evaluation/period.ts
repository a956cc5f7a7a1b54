import { DAY, dayName, dayNamed, dayOf, startOfDay } from '../concerns/calendar'

/** `2026-10`: a calendar month in China. */
export type Period = string

/** Half open: what happens at `to` belongs to the next one. */
export interface Window {
  from: number
  to: number
}

/** A month as instants. */
export function windowOf(period: Period): Window {
  const first = dayNamed(`${period}-01`)
  return { from: startOfDay(first), to: startOfDay(firstOfNext(first)) }
}

/** The month that holds an instant. */
export const periodWith = (at: number): Period => dayName(dayOf(at)).slice(0, 7)

/** The last month that is over. */
export const lastPeriodAt = (now: number): Period => periodBefore(periodWith(now))

export const periodBefore = (period: Period): Period => periodWith(windowOf(period).from - 1)

/** The first of a month plus 31 days lies in the next one, whatever its length. */
function firstOfNext(first: number): number {
  const later = first + 31
  return later - new Date(later * DAY).getUTCDate() + 1
}

export interface Week extends Window {
  /** Its Monday, `2026-10-05`. */
  name: string
}

/** Monday to Sunday, those that end in the window and began in it or since somebody holds the office. */
export function weeksOf({ from, to }: Window, since: number): Week[] {
  const weeks: Week[] = []
  // 1970-01-01 was a Thursday.
  const firstMonday = dayOf(from) - ((dayOf(from) + 3) % 7)
  for (let monday = firstMonday; startOfDay(monday + 7) <= to; monday += 7) {
    const week = { from: startOfDay(monday), to: startOfDay(monday + 7), name: dayName(monday) }
    if (week.from >= since) weeks.push(week)
  }
  return weeks
}

/** `2026-Q3`. */
export type Quarter = string

export function quarterWith(at: number): Quarter {
  const [year, month] = periodWith(at).split('-')
  return `${year}-Q${Math.ceil(Number(month) / 3)}`
}

/** The last quarter that is over when the window ends: its appraisal is whole, and stays as it is. */
export function lastQuarterBy({ to }: Window): Quarter {
  let at = to - 1
  const next = quarterWith(to)
  while (quarterWith(at) === next) at -= 31 * DAY
  return quarterWith(at)
}

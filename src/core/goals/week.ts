import { dayName, dayNamed, dayOf, startOfDay } from '../concerns/calendar'

/** `2026-W48`: a week of ISO 8601, Monday to Sunday in China. */
export type IsoWeek = string

// 1970-01-01 was a Thursday.
const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7)

/** The week of a day is named by the year its Thursday lies in. */
function weekOfDay(day: number): IsoWeek {
  const thursday = mondayOf(day) + 3
  const year = Number(dayName(thursday).slice(0, 4))
  const n = Math.floor((thursday - dayNamed(`${year}-01-01`)) / 7) + 1
  return `${year}-W${String(n).padStart(2, '0')}`
}

export const weekWith = (at: number): IsoWeek => weekOfDay(dayOf(at))

/** Monday 0:00 to the next Monday 0:00, half open. The fourth of January lies in the first week of its year. */
export function spanOfWeek(week: IsoWeek): { from: number; to: number } {
  const [year, n] = week.split('-W').map(Number)
  const monday = mondayOf(dayNamed(`${year}-01-04`)) + ((n ?? 1) - 1) * 7
  return { from: startOfDay(monday), to: startOfDay(monday + 7) }
}

export const weekAfter = (week: IsoWeek): IsoWeek => weekWith(spanOfWeek(week).to)
export const weekBefore = (week: IsoWeek): IsoWeek => weekWith(spanOfWeek(week).from - 1)

/** Whether the name is that of a week there is: no year has more than 53 of them. */
export const isWeek = (name: string): boolean =>
  /^\d{4}-W\d{2}$/.test(name) && weekWith(spanOfWeek(name).from) === name

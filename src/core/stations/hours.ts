import { type Calendar, dayName, dayOf, isWorkday, MINUTE, startOfDay } from '../concerns/calendar'

/** From minute to minute of the day. */
export type Stretch = readonly [from: number, to: number]

/** 开放时间 of a station, by the kind of day; a make-up workday is a workday, a holiday on a Sunday a holiday. */
export interface OpenHours {
  workdays: readonly Stretch[]
  weekends: readonly Stretch[]
  holidays: readonly Stretch[]
}
export const DAY_KINDS = ['workdays', 'weekends', 'holidays'] as const
export type DayKind = (typeof DAY_KINDS)[number]

export function dayKindOf(at: number, calendar: Calendar): DayKind {
  const day = dayOf(at)
  if (isWorkday(day, calendar)) return 'workdays'
  return calendar.holidays.has(dayName(day)) ? 'holidays' : 'weekends'
}

/** Whether somebody who comes at this instant finds the door open; the last minute is closed. */
export function isOpenAt(hours: OpenHours, at: number, calendar: Calendar): boolean {
  const minute = Math.floor((at - startOfDay(dayOf(at))) / MINUTE)
  return hours[dayKindOf(at, calendar)].some(([from, to]) => from <= minute && minute < to)
}

/** In order, within one day, none overlapping another: as many as somebody can remember. */
export const areStretches = (stretches: readonly Stretch[]): boolean =>
  stretches.length <= 3 &&
  stretches.every(([from, to], at) => from >= (stretches[at - 1]?.[1] ?? 0) && from < to && to <= 24 * 60)

const CLOCK = /^(\d{1,2})[:：](\d{2})$/

/** Reads `8:30-12:00 14:00-17:30`; nothing written means closed, `null` that it makes no sense. */
export function readStretches(text: string): Stretch[] | null {
  const parts = text
    .trim()
    .split(/[\s,，、]+/)
    .filter(Boolean)
  const stretches = parts.map((part): Stretch => {
    const [from = '', to = ''] = part.split(/[-—–~至到]+/)
    return [minuteOf(from), minuteOf(to)]
  })
  const isWhole = stretches.every(([from, to]) => Number.isInteger(from) && Number.isInteger(to))
  return isWhole && areStretches(stretches) ? stretches : null
}

function minuteOf(clock: string): number {
  const [, hour, minute] = CLOCK.exec(clock.trim()) ?? []
  return minute && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : Number.NaN
}

/** `8:30-12:00 14:00-17:30`. */
export const stretchesText = (stretches: readonly Stretch[]): string =>
  stretches.map(([from, to]) => `${clockOf(from)}-${clockOf(to)}`).join(' ')

const clockOf = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

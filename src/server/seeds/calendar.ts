import holidays from 'chinese-days/dist/chinese-days.json'

export interface CalendarRows {
  years: number[]
  days: { day: string; kind: 'holiday' | 'workday' }[]
}

/** Holidays that the State Council's yearly notice always names; a year that lacks one was not entered whole. */
const ALWAYS = ['元旦', '春节', '清明', '劳动节', '端午', '国庆节']

/**
 * Public holidays and make-up workdays, only of years whose holidays are all entered. Since 2008 the notice
 * has its present form; a year after the last entered one is not known, and is not claimed to be.
 */
export function calendarRows(): CalendarRows {
  const named = Object.entries(holidays.holidays)
  const years = [...new Set(named.map(([day]) => Number(day.slice(0, 4))))]
    .filter((year) => year >= 2008)
    .filter((year) => isWhole(named.filter(([day]) => day.startsWith(`${year}-`)).map(([, name]) => name)))
    .sort((a, b) => a - b)
  const known = (day: string) => years.includes(Number(day.slice(0, 4)))
  const rows = (days: string[], kind: 'holiday' | 'workday') =>
    days.filter(known).map((day) => ({ day, kind }))
  const days = [
    ...rows(Object.keys(holidays.holidays), 'holiday'),
    ...rows(Object.keys(holidays.workdays), 'workday'),
  ]
  return { years, days: days.sort((a, b) => (a.day < b.day ? -1 : 1)) }
}

const isWhole = (names: string[]): boolean =>
  ALWAYS.every((name) => names.some((text) => text.includes(name)))

import { type Calendar, STREET_HOURS } from '#core/concerns/calendar'
import type { Tx } from '../storage/database'

/** The working calendar as the street has entered it: two small tables, read anew each time. */
export async function loadCalendar(tx: Tx): Promise<Calendar> {
  const years = await tx.selectFrom('calendar_years').select('year').execute()
  const days = await tx.selectFrom('calendar_days').select(['day', 'kind']).execute()
  const daysOf = (wanted: 'holiday' | 'workday') =>
    new Set(days.filter(({ kind }) => kind === wanted).map(({ day }) => day))
  return {
    holidays: daysOf('holiday'),
    workdays: daysOf('workday'),
    knownYears: new Set(years.map(({ year }) => year)),
    hours: STREET_HOURS,
  }
}

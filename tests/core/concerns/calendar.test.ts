import chineseDays from 'chinese-days'
import {
  type Calendar,
  dayName,
  dayNamed,
  dayOf,
  isWorkday,
  startOfDay,
  touchesUnknownYear,
  workdayLength,
} from '#core/concerns/calendar'
import { at, CALENDAR, HOUR, words } from '../making'

test('a day is a workday here exactly when chinese-days says so, in every year it knows', () => {
  const years = [...CALENDAR.knownYears].sort()
  const wrong: string[] = []
  let days = 0
  for (let day = dayNamed(`${years[0]}-01-01`); day <= dayNamed(`${years[years.length - 1]}-12-31`); day++) {
    const name = dayName(day)
    if (isWorkday(day, CALENDAR) !== chineseDays.isWorkday(name)) wrong.push(name)
    days++
  }
  expect(wrong).toEqual([])
  expect([years[0], years[years.length - 1]]).toEqual([2004, 2026])
  expect(days).toBe(8_401)
})

test('a day begins at midnight in China, not in Greenwich', () => {
  expect(dayName(dayOf(at('2026-10-01 00:00')))).toBe('2026-10-01')
  expect(dayName(dayOf(at('2026-10-01 00:00') - 1))).toBe('2026-09-30')
  expect(words(startOfDay(dayNamed('2026-10-01')))).toBe('2026-10-01 00:00')
})

test('names of days and numbers of days are each other’s inverse, through leap years', () => {
  for (const name of ['1970-01-01', '2000-02-29', '2024-02-29', '2026-12-31', '2027-01-01', '1969-12-31']) {
    expect(dayName(dayNamed(name))).toBe(name)
  }
})

test('a year nobody has entered yet is told from one that is known', () => {
  const [eve, newYear] = [dayNamed('2026-12-31'), dayNamed('2027-01-01')]
  expect(touchesUnknownYear(eve, eve, CALENDAR)).toBe(false)
  expect(touchesUnknownYear(eve, newYear, CALENDAR)).toBe(true)
  expect(touchesUnknownYear(newYear, eve, CALENDAR)).toBe(true)
  expect(isWorkday(newYear, CALENDAR)).toBe(true)
})

test('a working day of the street has seven hours', () => {
  const morningOnly: Calendar = { ...CALENDAR, hours: [[510, 720]] }
  expect(workdayLength(CALENDAR)).toBe(7 * HOUR)
  expect(workdayLength(morningOnly)).toBe(3.5 * HOUR)
})

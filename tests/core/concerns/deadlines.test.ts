import fc from 'fast-check'
import type { Calendar } from '#core/concerns/calendar'
import {
  dueAfter,
  dueFromRemaining,
  remainingAt,
  type Span,
  shareAfter,
  shareBefore,
} from '#core/concerns/deadlines'
import { addWorking, takeWorking, workingBetween } from '#core/concerns/working-time'
import { at, CALENDAR, DAY, HOUR, words } from '../making'

const due = (from: string, n: number, unit: Span['unit']) => {
  const { at: moment, assumed } = dueAfter(at(from), { n, unit }, CALENDAR)
  return words(moment) + (assumed ? ' assumed' : '')
}

test.each<[from: string, n: number, unit: Span['unit'], due: string, why: string]>([
  ['2026-06-08 09:00', 30, 'min', '2026-06-08 09:30', 'minutes run on the wall clock'],
  ['2026-06-12 23:50', 4, 'h', '2026-06-13 03:50', 'hours run through the night'],
  ['2026-09-30 10:00', 30, 'd', '2026-10-30 10:00', 'days run through holidays'],
  ['2026-06-08 09:00', 1, 'wd', '2026-06-09 17:30', 'the day it starts is not counted'],
  ['2026-06-08 00:00', 1, 'wd', '2026-06-09 17:30', 'not even from its first minute'],
  ['2026-06-07 23:59', 1, 'wd', '2026-06-08 17:30', 'a Sunday is a start like any other'],
  ['2026-06-12 10:00', 1, 'wd', '2026-06-15 17:30', 'a weekend is skipped'],
  ['2026-09-30 10:00', 1, 'wd', '2026-10-08 17:30', 'National Day is skipped'],
  ['2026-09-30 10:00', 2, 'wd', '2026-10-09 17:30', 'the Friday after it'],
  ['2026-09-30 10:00', 3, 'wd', '2026-10-10 17:30', 'the make-up Saturday counts'],
  ['2026-09-30 10:00', 4, 'wd', '2026-10-12 17:30', 'the Sunday does not'],
  ['2026-09-18 16:00', 1, 'wd', '2026-09-20 17:30', 'the make-up Sunday before the holiday'],
  ['2026-02-13 16:00', 1, 'wd', '2026-02-14 17:30', 'the make-up Saturday before Spring Festival'],
  ['2026-02-13 16:00', 2, 'wd', '2026-02-24 17:30', 'nine days of Spring Festival'],
  ['2026-02-13 16:00', 6, 'wd', '2026-02-28 17:30', 'the make-up Saturday after it'],
  ['2026-02-18 12:00', 3, 'wd', '2026-02-26 17:30', 'submitted on a holiday'],
  ['2026-06-08 09:00', 4, 'wh', '2026-06-08 15:00', 'noon rest is not working time'],
  ['2026-06-08 13:00', 4, 'wh', '2026-06-09 09:00', 'starts after the noon rest'],
  ['2026-06-08 14:00', 4, 'wh', '2026-06-09 09:00', 'half an hour is left for the morning'],
  ['2026-06-08 06:00', 4, 'wh', '2026-06-08 14:30', 'before opening'],
  ['2026-06-12 17:00', 4, 'wh', '2026-06-15 12:00', 'over a weekend, ending as business closes'],
  ['2026-10-06 03:00', 7, 'wh', '2026-10-08 17:30', 'from the middle of a holiday'],
  [
    '2026-12-31 09:00',
    1,
    'wd',
    '2027-01-01 17:30 assumed',
    'a year nobody published: marked, weekends alone',
  ],
  ['2026-12-31 17:00', 4, 'wh', '2027-01-01 12:00 assumed', 'hours as well'],
  ['2026-12-30 09:00', 1, 'wd', '2026-12-31 17:30', 'the last day that is known'],
  ['2027-03-01 09:00', 24, 'h', '2027-03-02 09:00', 'the wall clock needs no calendar'],
])('from %s, %i %s end at %s: %s', (from, n, unit, expected) => {
  expect(due(from, n, unit)).toBe(expected)
})

const instant = fc.integer({ min: at('2025-01-01 00:00'), max: at('2026-11-30 00:00') })
const span = fc.record({
  n: fc.integer({ min: 1, max: 20 }),
  unit: fc.constantFrom<Span['unit']>('min', 'h', 'd', 'wh', 'wd'),
})

test('a clock stopped at any instant and started again at once keeps its deadline to the millisecond', () => {
  fc.assert(
    fc.property(instant, span, fc.integer({ min: 0, max: 40 * DAY }), (from, promise, later) => {
      const { at: dueAt } = dueAfter(from, promise, CALENDAR)
      const left = remainingAt(from + later, dueAt, promise.unit, CALENDAR)
      expect(dueFromRemaining(from + later, left, CALENDAR).at).toBe(dueAt)
    }),
    { numRuns: 3_000 },
  )
})

test('a deadline a person chose, at night or at the opening minute, survives a stop as well', () => {
  fc.assert(
    fc.property(instant, instant, fc.constantFrom<Span['unit']>('wh', 'wd', 'h'), (now, dueAt, unit) => {
      const left = remainingAt(now, dueAt, unit, CALENDAR)
      expect(dueFromRemaining(now, left, CALENDAR).at).toBe(dueAt)
    }),
    { numRuns: 2_000 },
  )
  const opening = at('2026-06-09 08:30')
  const left = remainingAt(at('2026-06-08 10:00'), opening, 'wd', CALENDAR)
  expect(dueFromRemaining(at('2026-06-08 10:00'), left, CALENDAR).at).toBe(opening)
})

test('what was left in working time is still left after a pause over any holiday', () => {
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 0, max: 15 * DAY }),
      (from, n, rest) => {
        const { at: dueAt } = dueAfter(from, { n, unit: 'wd' }, CALENDAR)
        const left = remainingAt(from, dueAt, 'wd', CALENDAR)
        const newDue = dueFromRemaining(from + rest, left, CALENDAR).at
        expect(newDue).toBeGreaterThanOrEqual(dueAt)
        expect(workingBetween(from + rest, newDue, CALENDAR)).toBe(workingBetween(from, dueAt, CALENDAR))
      },
    ),
    { numRuns: 2_000 },
  )
})

test('a wall clock that stopped for a day ends a day later', () => {
  const start = at('2026-06-08 09:00')
  const left = remainingAt(start + HOUR, start + 24 * HOUR, 'h', CALENDAR)
  expect(left).toEqual({ kind: 'calendar', ms: 23 * HOUR })
  expect(dueFromRemaining(start + 25 * HOUR, left, CALENDAR).at).toBe(start + 48 * HOUR)
})

test('working time taken away and given back is the same moment, when a clock can end there', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 60 * HOUR }), (from, ms) => {
      const end = addWorking(from, ms, CALENDAR)
      expect(workingBetween(from, end, CALENDAR)).toBe(ms)
      expect(workingBetween(takeWorking(end, ms, CALENDAR), end, CALENDAR)).toBe(ms)
    }),
    { numRuns: 2_000 },
  )
})

test('a quarter before and a half after are counted in the unit that was promised', () => {
  const end = at('2026-06-09 17:30')
  const oneDay: Span = { n: 1, unit: 'wd' }
  expect(words(shareBefore(end, oneDay, [1, 4], CALENDAR))).toBe('2026-06-09 15:45')
  expect(words(shareAfter(end, oneDay, [1, 2], CALENDAR))).toBe('2026-06-10 12:00')
  expect(words(shareAfter(end, oneDay, [1, 1], CALENDAR))).toBe('2026-06-10 17:30')
  expect(words(shareBefore(end, { n: 2, unit: 'h' }, [1, 4], CALENDAR))).toBe('2026-06-09 17:00')
})

test('a calendar without working days is refused, not searched for ever', () => {
  const idle: Calendar = { ...CALENDAR, hours: [] }
  const everyDay = Array.from({ length: 400 }, (_, i) =>
    new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
  )
  const holidays: Calendar = { ...CALENDAR, workdays: new Set(), holidays: new Set(everyDay) }
  expect(() => dueAfter(at('2026-06-08 09:00'), { n: 1, unit: 'wh' }, idle)).toThrow(
    /too little working time/,
  )
  expect(() => dueAfter(at('2026-01-01 09:00'), { n: 1, unit: 'wd' }, holidays)).toThrow(
    /without a working day/,
  )
  expect(() => dueAfter(0, { n: 1_001, unit: 'wd' }, CALENDAR)).toThrow(/thousand/)
})

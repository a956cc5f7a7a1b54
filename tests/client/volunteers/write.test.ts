import {
  BLANK,
  draftFrom,
  instantOf,
  nextShift,
  planOf,
  repeatsOf,
  wordsOf,
} from '../../../src/client/packages/volunteers/write/draft'
import { aTask } from './making'

test('the point where people meet is sent as it was chosen, and stays with a task that is changed', () => {
  const point = { latE6: 23_170_000, lngE6: 114_420_000 }
  expect(wordsOf(BLANK).point).toBeNull()
  expect(wordsOf({ ...BLANK, point }).point).toEqual(point)
  expect(wordsOf(draftFrom(aTask({ point }))).point).toEqual(point)
})

test.each([
  ['2026-11-29', '8:00', '2026-11-29T00:00:00.000Z'],
  ['2026-11-29', '20:30', '2026-11-29T12:30:00.000Z'],
  ['2026-11-29', '08：00', '2026-11-29T00:00:00.000Z'],
])('%s %s is an instant in China', (day, clock, told) => {
  expect(new Date(instantOf(day, clock) ?? 0).toISOString()).toBe(told)
})

test.each([
  ['2026-13-01', '8:00'],
  ['明天', '8:00'],
  ['2026-11-29', '24:00'],
  ['2026-11-29', '八点'],
])('%s %s is none', (day, clock) => {
  expect(instantOf(day, clock)).toBeUndefined()
})

const SHIFT = { ...nextShift(BLANK), day: '2026-11-29', from: '8:00', to: '10:00' }

test('a stretch that ends before it begins, or without a number of people, is not sent', () => {
  expect(planOf(SHIFT)).toMatchObject({ capacity: 10, minimum: 0 })
  expect(planOf({ ...SHIFT, to: '7:00' })).toBeUndefined()
  expect(planOf({ ...SHIFT, capacity: '几个' })).toBeUndefined()
})

test('once is not again; weekly goes on for a quarter', () => {
  expect(repeatsOf(BLANK, 0)).toBeNull()
  expect(repeatsOf({ ...BLANK, repeats: '7' }, 0)).toEqual({ days: 7, until: 92 * 86_400_000 })
})

import { monthsUntil } from '../../../src/core/dashboard/figures'

test('a trend shows the year that ends with the month of the day, by China’s calendar', () => {
  const newYear = Date.parse('2026-01-01T00:00:00+08:00')
  expect(monthsUntil(newYear)).toEqual([
    ...['2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07'],
    ...['2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01'],
  ])
  expect(monthsUntil(newYear - 1)[11]).toBe('2025-12')
})

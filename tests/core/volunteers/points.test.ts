import fc from 'fast-check'
import { balanceAt, exchanged, POINTS_LAST, pointsFor } from '../../../src/core/volunteers/points'

test('half an hour is a point, ten a day at most', () => {
  expect(pointsFor(29, 0)).toBe(0)
  expect(pointsFor(150, 0)).toBe(5)
  expect(pointsFor(720, 0)).toBe(10)
  expect(pointsFor(150, 8)).toBe(2)
  expect(pointsFor(150, 10)).toBe(0)
})

test('the oldest points are spent first, and what is left of them goes after twenty-four months', () => {
  const entries = [
    { points: 5, at: 0 },
    { points: 7, at: 1_000 },
    { points: -6, at: 2_000 },
  ]
  expect(balanceAt(entries, 2_000)).toBe(6)
  expect(balanceAt(entries, POINTS_LAST)).toBe(6)
  expect(balanceAt(entries, POINTS_LAST + 1_000)).toBe(0)
  expect(balanceAt(entries.slice(0, 2), POINTS_LAST)).toBe(7)
})

test('whatever happens, nobody has less than nothing, nor more than he earned', () => {
  const entry = fc.record({ points: fc.integer({ min: -20, max: 20 }), at: fc.nat(1_000) })
  fc.assert(
    fc.property(fc.array(entry), (all) => {
      const entries = [...all].sort((a, b) => a.at - b.at)
      const earned = entries.reduce((sum, { points }) => sum + Math.max(0, points), 0)
      const balance = balanceAt(entries, 1_000)
      expect(balance).toBeGreaterThanOrEqual(0)
      expect(balance).toBeLessThanOrEqual(earned)
    }),
  )
})

test('an exchange takes enough points and one that is left', () => {
  expect(exchanged({ balance: 20, cost: 20, stock: 1 })).toEqual({ ok: true, value: true })
  expect(exchanged({ balance: 19, cost: 20, stock: 1 })).toEqual({ ok: false, refusal: 'POINTS_SHORT' })
  expect(exchanged({ balance: 20, cost: 20, stock: 0 })).toEqual({ ok: false, refusal: 'SOLD_OUT' })
})

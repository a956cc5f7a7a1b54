import fc from 'fast-check'
import { LEAST_TOLD, toldCounts, toldShare } from '../../../src/core/dashboard/small-counts'

const count = (key: string, n: number) => ({ key, n })

test('a share of fewer than five is not told, one of five is', () => {
  expect(toldShare({ num: 1, den: 4 })).toBeNull()
  expect(toldShare({ num: 1, den: 5 })).toEqual({ num: 1, den: 5 })
  // Four ratings of five stars each.
  expect(toldShare({ num: 17, den: 20 }, 5)).toBeNull()
})

test('what is said seldom goes under 其他, and takes the next with it while it is too few', () => {
  expect(toldCounts([count('parking', 30), count('light', 8), count('hardship', 2)], 'other')).toEqual([
    count('parking', 30),
    count('other', 10),
  ])
  expect(toldCounts([count('parking', 30), count('light', 3), count('hardship', 2)], 'other')).toEqual([
    count('parking', 30),
    count('other', 5),
  ])
  expect(toldCounts([count('light', 4)], 'other')).toEqual([])
})

test('no count below five is ever told, none is lost but of a sum below five, and no hidden one follows from the sum', () => {
  const some = fc.uniqueArray(
    fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'other'), n: fc.nat(12) }),
    { selector: ({ key }) => key },
  )
  fc.assert(
    fc.property(some, (counts) => {
      const told = toldCounts(counts, 'other')
      const sum = (all: { n: number }[]) => all.reduce((total, { n }) => total + n, 0)
      expect(told.every(({ n }) => n >= LEAST_TOLD)).toBe(true)
      if (sum(counts) >= LEAST_TOLD) expect(sum(told)).toBe(sum(counts))
      else expect(told).toEqual([])
      for (const { key, n } of told) if (key !== 'other') expect(counts).toContainEqual({ key, n })
    }),
    { numRuns: 2_000 },
  )
})

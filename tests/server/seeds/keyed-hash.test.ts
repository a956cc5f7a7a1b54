import fc from 'fast-check'
import { hash32, largestRemainder, lowest, u } from '../../../src/server/seeds/keyed-hash'

test('the same key gives the same number in any order and on any machine', () => {
  const keys = Array.from({ length: 1_000 }, (_, n) => `key|${n}`)
  const forward = new Map(keys.map((key) => [key, u(key)]))
  const backward = new Map([...keys].reverse().map((key) => [key, u(key)]))
  expect(backward).toEqual(new Map([...forward].reverse()))
  // Worked out once by the published algorithm: FNV-1a, then the last mixing of MurmurHash3.
  expect(hash32('a')).toBe(frozen('xjk-2022-12-21|a'))
})

test('numbers spread evenly between 0 and 1', () => {
  const tenths = Array<number>(10).fill(0)
  for (let n = 0; n < 10_000; n += 1) {
    const tenth = Math.floor(u(`spread|${n}`) * 10)
    tenths[tenth] = (tenths[tenth] ?? 0) + 1
  }
  for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150)
})

test('shares add up to the whole, and nobody is a whole unit away from his exact share', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200_000 }), weights, (total, given) => {
      const shares = largestRemainder(total, given)
      const sum = given.reduce((all, weight) => all + weight, 0)
      expect(shares.reduce((all, share) => all + share, 0)).toBe(total)
      for (const [at, share] of shares.entries()) {
        expect(Math.abs(share - (total * (given[at] ?? 0)) / sum)).toBeLessThan(1)
      }
    }),
  )
})

test('equal remainders go to the first', () => {
  expect(largestRemainder(2, [1, 1, 1])).toEqual([1, 1, 0])
})

test('who is drawn does not depend on the order of the list', () => {
  const items = Array.from({ length: 100 }, (_, n) => `item|${n}`)
  const drawn = lowest(items, 10, (item) => item)
  expect(lowest([...items].reverse(), 10, (item) => item).sort()).toEqual([...drawn].sort())
})

function frozen(text: string): number {
  const big = (n: number | bigint) => BigInt.asUintN(32, BigInt(n))
  let hash = 2166136261n
  for (const letter of text) hash = big((hash ^ BigInt(letter.charCodeAt(0))) * 16777619n)
  hash = big((hash ^ (hash >> 16n)) * 0x85ebca6bn)
  hash = big((hash ^ (hash >> 13n)) * 0xc2b2ae35n)
  return Number(hash ^ (hash >> 16n))
}

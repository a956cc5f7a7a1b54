import fc from 'fast-check'
import { isSimilar, metresBetween } from '#core/concerns/similar'
import { raised, standing } from '../making'

const here = { latE6: 23_113_000, lngE6: 114_410_000 }
const north = (metres: number) => ({ ...here, latE6: here.latE6 + Math.round(metres / 0.111195) })

test('a degree of latitude is 111,195 m, a degree of longitude here 102,271 m', () => {
  expect(metresBetween(here, { ...here, latE6: here.latE6 + 1_000_000 })).toBe(111_195)
  expect(metresBetween(here, { ...here, lngE6: here.lngE6 + 1_000_000 })).toBeCloseTo(102_271, -2)
})

test('the way there is as long as the way back, in whole metres, and nothing for the same place', () => {
  const point = fc.record({
    latE6: fc.integer({ min: 23_000_000, max: 23_300_000 }),
    lngE6: fc.integer({ min: 114_200_000, max: 114_600_000 }),
  })
  fc.assert(
    fc.property(point, point, (a, b) => {
      expect(metresBetween(a, b)).toBe(metresBetween(b, a))
      expect(Number.isInteger(metresBetween(a, b))).toBe(true)
      expect(metresBetween(a, a)).toBe(0)
    }),
  )
})

describe('maybe the same thing', () => {
  const sighting = { category: 'LIGHT_BROKEN' as const, buildingId: null, point: here }
  const at = (metres: number) => raised({ place: { buildingId: null, point: north(metres), words: '' } })

  test('within the metres of the category, the last one included', () => {
    expect(isSimilar(sighting, at(60))).toBe(true)
    expect(isSimilar(sighting, at(61))).toBe(false)
  })

  test('at the same building without any point', () => {
    const noPoint = raised({ place: { buildingId: 'b23', point: null, words: '' } })
    expect(isSimilar({ ...sighting, buildingId: 'b23', point: null }, noPoint)).toBe(true)
    expect(isSimilar({ ...sighting, buildingId: 'b24', point: null }, noPoint)).toBe(false)
    expect(
      isSimilar(
        { ...sighting, point: null },
        raised({ place: { buildingId: null, point: null, words: '' } }),
      ),
    ).toBe(false)
  })

  test('not another category, not a closed or held one, never where 0 metres are set', () => {
    expect(isSimilar({ ...sighting, category: 'MANHOLE' }, at(0))).toBe(false)
    expect(isSimilar(sighting, standing('closed'))).toBe(false)
    expect(isSimilar(sighting, standing('held'))).toBe(false)
    const consult = raised({ category: 'CONSULT' })
    expect(isSimilar({ category: 'CONSULT', buildingId: 'b23', point: here }, consult)).toBe(false)
  })
})

import fc from 'fast-check'
import { type Corner, isBoundary } from '#core/grids/boundary'
import { boundaryAround, cornerAt, frameOf, isInside, placeOn, ringOf } from '#core/grids/map'

/** Houses of one grid, within two kilometres. */
const house = fc.tuple(
  fc.integer({ min: 23_160_000, max: 23_180_000 }),
  fc.integer({ min: 114_410_000, max: 114_430_000 }),
)
const houses = fc.array(house, { minLength: 1, maxLength: 60 })

test('what is tapped on a drawing is the very place that was drawn there', () => {
  fc.assert(
    fc.property(houses, (all) => {
      const frame = frameOf(all)
      if (!frame) throw new Error('no frame')
      for (const one of all) {
        const place = placeOn(frame, one)
        expect(cornerAt(frame, place)).toEqual(one)
        for (const part of [place.x, place.y]) {
          expect(part).toBeGreaterThan(0)
          expect(part).toBeLessThan(1)
        }
      }
    }),
  )
})

test('north is up, east is right, and a hundred metres are as long either way', () => {
  const middle: Corner = [23_170_000, 114_420_000]
  const frame = frameOf([middle, [23_172_000, 114_422_000]])
  if (!frame) throw new Error('no frame')
  const [from, north, east] = [middle, [23_170_900, 114_420_000], [23_170_000, 114_420_979]].map((corner) =>
    placeOn(frame, corner as Corner),
  )
  if (!from || !north || !east) throw new Error('no place')
  expect(north.y).toBeLessThan(from.y)
  expect(east.x).toBeGreaterThan(from.x)
  expect((east.x - from.x) * frame.wide).toBeCloseTo((from.y - north.y) * frame.high, 0)
})

test('nothing to draw has no frame, and no line goes around it', () => {
  expect(frameOf([])).toBeNull()
  expect(boundaryAround([])).toBeNull()
  expect(ringOf([])).toEqual([])
})

test('a line around houses is a boundary, and holds every one of them', () => {
  fc.assert(
    fc.property(houses, (all) => {
      const ring = boundaryAround(all)
      expect(ring !== null && isBoundary(ring)).toBe(true)
      expect(all.every((one) => isInside(ring ?? [], one))).toBe(true)
    }),
  )
})

test('one house far away, or in the notch of a line, is outside', () => {
  const notched = ringOf([
    [0, 0],
    [0, 100],
    [50, 50],
    [100, 100],
    [100, 0],
  ])
  expect(isBoundary(notched)).toBe(true)
  expect(isInside(notched, [50, 40])).toBe(true)
  expect(isInside(notched, [50, 70])).toBe(false)
  expect(isInside(notched, [50, 400])).toBe(false)
})

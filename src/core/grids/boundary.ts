/** A corner in millionths of a degree. */
export type Corner = readonly [latE6: number, lngE6: number]

/** As many corners as a street map needs, the closing one included. */
export const MOST_CORNERS = 200
/** No grid is wider or higher than this: about thirty kilometres. */
const WIDEST_E6 = 300_000

/**
 * 边界: a closed line (the last corner is the first) that does not cross or touch itself, encloses something, and is
 * no larger than a street.
 */
export function isBoundary(corners: readonly Corner[]): boolean {
  const [first, last] = [corners[0], corners.at(-1)]
  if (!first || !last || corners.length < 4 || corners.length > MOST_CORNERS) return false
  if (!isSame(first, last) || !isOfAStreet(corners)) return false
  return areaTwice(corners) !== 0 && !crossesItself(corners)
}

const isSame = (a: Corner, b: Corner): boolean => a[0] === b[0] && a[1] === b[1]

function isOfAStreet(corners: readonly Corner[]): boolean {
  const span = (axis: 0 | 1) => {
    const values = corners.map((corner) => corner[axis])
    return Math.max(...values) - Math.min(...values)
  }
  return span(0) <= WIDEST_E6 && span(1) <= WIDEST_E6
}

type Side = readonly [Corner, Corner]

const sidesOf = (corners: readonly Corner[]): Side[] =>
  corners.slice(1).map((corner, at): Side => [corners[at] ?? corner, corner])

const areaTwice = (corners: readonly Corner[]): number => {
  const [origin = [0, 0]] = corners
  return sidesOf(corners).reduce((sum, [a, b]) => sum + turn(origin, a, b), 0)
}

function crossesItself(corners: readonly Corner[]): boolean {
  const sides = sidesOf(corners)
  if (sides.some(([a, b]) => isSame(a, b))) return true
  return sides.some((side, at) =>
    sides.some((other, also) => {
      if (also <= at) return false
      const areNeighbours = also === at + 1 || (at === 0 && also === sides.length - 1)
      return areNeighbours ? foldsBack(side, other, also === at + 1) : meet(side, other)
    }),
  )
}

/** Neighbouring sides share one corner; they must not run back over each other. */
function foldsBack(side: Side, other: Side, inOrder: boolean): boolean {
  const [before, after] = inOrder ? [side, other] : [other, side]
  const [a, shared, b] = [before[0], before[1], after[1]]
  const dot = (a[0] - shared[0]) * (b[0] - shared[0]) + (a[1] - shared[1]) * (b[1] - shared[1])
  return turn(a, shared, b) === 0 && dot > 0
}

/** Twice the signed area of the triangle: whole numbers, exact for anything the size of a street. */
const turn = (a: Corner, b: Corner, c: Corner): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

function meet([a, b]: Side, [c, d]: Side): boolean {
  const [ab1, ab2, cd1, cd2] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)].map(Math.sign)
  if (ab1 !== ab2 && cd1 !== cd2) return true
  return (
    (ab1 === 0 && isOn(a, b, c)) ||
    (ab2 === 0 && isOn(a, b, d)) ||
    (cd1 === 0 && isOn(c, d, a)) ||
    (cd2 === 0 && isOn(c, d, b))
  )
}

const isOn = (a: Corner, b: Corner, c: Corner): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1])

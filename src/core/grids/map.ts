import { type Corner, isBoundary } from './boundary'

/** A piece of the ground as it is drawn: north is up, and a metre is as long across as upwards. */
export interface MapFrame {
  latE6: number
  lngE6: number
  /** Millionths of a degree of latitude that the drawing is wide and high. */
  wide: number
  high: number
  /** How much shorter a degree of longitude is than one of latitude here. */
  squeeze: number
}

/** A place in a drawing as fractions of its width and height, from the upper left. */
export interface Place {
  x: number
  y: number
}

/** At least about twenty metres of air around what is drawn, and an eighth of its size. */
const LEAST_AIR_E6 = 200
const AIR = 0.125
/** No drawing is flatter or higher than this. */
const FLATTEST = 0.7
const HIGHEST = 1.2

const squeezeAt = (latE6: number): number => Math.cos(((latE6 / 1e6) * Math.PI) / 180)

const spanOf = (values: number[]) => {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return { middle: (least + most) / 2, span: most - least }
}

/** The frame in which all of these can be drawn; `null` when there is nothing to draw. */
export function frameOf(points: readonly Corner[]): MapFrame | null {
  if (points.length === 0) return null
  const lat = spanOf(points.map(([one]) => one))
  const lng = spanOf(points.map(([, one]) => one))
  const squeeze = squeezeAt(lat.middle)
  const air = 2 * Math.max(LEAST_AIR_E6, AIR * Math.max(lat.span, lng.span * squeeze))
  const [wide, high] = [lng.span * squeeze + air, lat.span + air]
  return {
    latE6: lat.middle,
    lngE6: lng.middle,
    wide: Math.max(wide, high / HIGHEST),
    high: Math.max(high, wide * FLATTEST),
    squeeze,
  }
}

export const placeOn = (frame: MapFrame, [latE6, lngE6]: Corner): Place => ({
  x: ((lngE6 - frame.lngE6) * frame.squeeze) / frame.wide + 0.5,
  y: (frame.latE6 - latE6) / frame.high + 0.5,
})

/** What was tapped, as a corner; the inverse of `placeOn`, to the millionth of a degree. */
export const cornerAt = (frame: MapFrame, { x, y }: Place): Corner => [
  Math.round(frame.latE6 - (y - 0.5) * frame.high),
  Math.round(frame.lngE6 + ((x - 0.5) * frame.wide) / frame.squeeze),
]

/** The line closed: its first corner stands at its end again. */
export const ringOf = (corners: readonly Corner[]): Corner[] => {
  const [first] = corners
  return first ? [...corners, first] : []
}

/** Whether a point lies within a closed line; one on the line itself may fall to either side. */
export function isInside(ring: readonly Corner[], [lat, lng]: Corner): boolean {
  let inside = false
  for (const [at, [lat2, lng2]] of ring.entries()) {
    const [lat1, lng1] = ring[at - 1] ?? ring[ring.length - 1] ?? [0, 0]
    if (lat1 > lat !== lat2 > lat && lng < ((lng2 - lng1) * (lat - lat1)) / (lat2 - lat1) + lng1)
      inside = !inside
  }
  return inside
}

/** About ten metres: a house is more than the point it is registered at. */
const AROUND_A_HOUSE_E6 = 90

/** 按楼栋围一圈: the shortest line around all these houses, ten metres off; nothing where it would be no boundary. */
export function boundaryAround(houses: readonly Corner[]): Corner[] | null {
  const [first] = houses
  if (!first) return null
  const across = Math.round(AROUND_A_HOUSE_E6 / squeezeAt(first[0]))
  const corners = houses.flatMap(([lat, lng]): Corner[] => [
    [lat - AROUND_A_HOUSE_E6, lng - across],
    [lat - AROUND_A_HOUSE_E6, lng + across],
    [lat + AROUND_A_HOUSE_E6, lng - across],
    [lat + AROUND_A_HOUSE_E6, lng + across],
  ])
  const ring = ringOf(hullOf(corners))
  return isBoundary(ring) ? ring : null
}

/** Andrew's monotone chain: the corners of the convex hull in order, none of them in the middle of a side. */
function hullOf(points: readonly Corner[]): Corner[] {
  const sorted = [...points].sort((a, b) => a[1] - b[1] || a[0] - b[0])
  const lower = halfOf(sorted)
  const upper = halfOf(sorted.reverse())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function halfOf(points: readonly Corner[]): Corner[] {
  const half: Corner[] = []
  for (const point of points) {
    while (half.length >= 2 && turnsRight(half[half.length - 2], half[half.length - 1], point)) half.pop()
    half.push(point)
  }
  return half
}

const turnsRight = (a: Corner | undefined, b: Corner | undefined, c: Corner): boolean =>
  a !== undefined && b !== undefined && (b[1] - a[1]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[1] - a[1]) <= 0

/** A place in degrees. */
export interface Degrees {
  lat: number
  lng: number
}

/** The ellipsoid GCJ-02 is reckoned on (Krasovsky 1940): half its long axis in metres, and its first eccentricity squared. */
const AXIS_M = 6_378_245
const ECCENTRICITY = 0.006_693_421_622_965_943

/** Outside of this box no map of ours is shifted. */
const CHINA = { south: 0.8293, north: 55.8271, west: 72.004, east: 137.8347 }

const inChina = ({ lat, lng }: Degrees): boolean =>
  lat >= CHINA.south && lat <= CHINA.north && lng >= CHINA.west && lng <= CHINA.east

/** Thirds of three overlaid waves, as every part of the shift has them: [height, waves in a degree]. */
const waves = (x: number, parts: [number, number][]): number =>
  parts.reduce((sum, [height, often]) => sum + height * Math.sin(x * often * Math.PI), 0) * (2 / 3)

const FINE: [number, number][] = [
  [20, 6],
  [20, 2],
]

/** The shift to the north in metres, at x and y degrees from 105°E 35°N. */
const northwards = (x: number, y: number): number =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * Math.sqrt(Math.abs(x)) +
  waves(x, FINE) +
  waves(y, [
    [20, 1],
    [40, 1 / 3],
    [160, 1 / 12],
    [320, 1 / 30],
  ])

/** The shift to the east in metres. */
const eastwards = (x: number, y: number): number =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * Math.sqrt(Math.abs(x)) +
  waves(x, [...FINE, [20, 1], [40, 1 / 3], [150, 1 / 12], [300, 1 / 30]])

/**
 * What a browser tells (WGS-84, of the satellites) in the datum of Chinese maps (GCJ-02), some 300 to 700 metres aside.
 * The shift is the one all open converters share: it was never published, and agrees with the maps to a few metres.
 * Outside of China nothing is shifted.
 */
export function gcj02Of(wgs84: Degrees): Degrees {
  if (!inChina(wgs84)) return wgs84
  const { lat, lng } = wgs84
  const [x, y] = [lng - 105, lat - 35]
  const radians = (lat * Math.PI) / 180
  const bend = 1 - ECCENTRICITY * Math.sin(radians) ** 2
  const metresNorth = (AXIS_M * (1 - ECCENTRICITY)) / bend ** 1.5
  const metresEast = (AXIS_M / Math.sqrt(bend)) * Math.cos(radians)
  const degrees = 180 / Math.PI
  return {
    lat: lat + (northwards(x, y) / metresNorth) * degrees,
    lng: lng + (eastwards(x, y) / metresEast) * degrees,
  }
}

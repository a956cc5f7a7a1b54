/** So many of so many, or `null` where it is not told. */
export interface Point {
  num: number | null
  den: number | null
}

const WIDTH = 96
const HEIGHT = 32
const EDGE = 4

const isTold = (point: Point): point is { num: number; den: number } =>
  point.num !== null && point.den !== null && point.den > 0

/**
 * The line of a year as a small drawing: nothing stands at the bottom; at the top everything, or the busiest month where
 * there is no everything (hours for so many people).
 */
export function spark(trend: readonly Point[], ink: string, hasWhole: boolean): string {
  const ratios = trend.filter(isTold).map(({ num, den }) => num / den)
  const top = hasWhole ? 1 : Math.max(...ratios, Number.MIN_VALUE)
  const step = (WIDTH - 2 * EDGE) / Math.max(1, trend.length - 1)
  const spots = trend.flatMap((point, at) =>
    isTold(point)
      ? [
          {
            x: EDGE + at * step,
            y: HEIGHT - EDGE - Math.min(1, point.num / point.den / top) * (HEIGHT - 2 * EDGE),
          },
        ]
      : [],
  )
  const last = spots[spots.length - 1]
  if (!last) return ''
  const line = spots.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${WIDTH} ${HEIGHT}'><polyline points='${line}' fill='none' stroke='${ink}' stroke-width='2' stroke-linejoin='round' stroke-linecap='round'/><circle cx='${last.x.toFixed(1)}' cy='${last.y.toFixed(1)}' r='3' fill='${ink}'/></svg>`
}

import type { Corner } from '#core/grids/boundary'
import { type MapFrame, placeOn, ringOf } from '#core/grids/map'
import type { Colours } from '../../../components/plan-colours'

export interface Drawn {
  /** The line, without its first corner again. */
  corners: readonly Corner[]
  houses: readonly Corner[]
  /** Lines of other grids. */
  around: readonly (readonly Corner[])[]
  /** Corners are numbered while the line is being drawn. */
  numbered: boolean
}

const WIDTH = 320
export const heightOf = ({ wide, high }: MapFrame): number => Math.round((WIDTH * high) / wide)

/** A grid from above as SVG text: its houses as dots, its line in pine, others' lines dashed. */
export function boundaryDrawing(frame: MapFrame, drawn: Drawn, ink: Colours): string {
  const height = heightOf(frame)
  const at = (corner: Corner): string => {
    const { x, y } = placeOn(frame, corner)
    return `${(x * WIDTH).toFixed(1)} ${(y * height).toFixed(1)}`
  }
  const line = (corners: readonly Corner[]): string => `M${corners.map(at).join('L')}`
  const { corners, houses, around, numbered } = drawn
  // Dots that look alike are one path: in WeChat the whole drawing travels to the view with every tap.
  const dots = houses.map((house) => `M${at(house)}h0`).join('')
  const fill = corners.length > 2 ? ink.pineTint : 'none'
  const parts = [
    `<rect width='${WIDTH}' height='${height}' fill='${ink.sunken}'/>`,
    corners.length > 0 && `<path d='${line(ringOf(corners))}' fill='${fill}'/>`,
    ...around.map(
      (other) => `<path d='${line(other)}' fill='none' stroke='${ink.edge}' stroke-dasharray='5 4'/>`,
    ),
    dots && `<path d='${dots}' stroke='${ink.text}' stroke-width='5' stroke-linecap='round'/>`,
    corners.length > 0 &&
      `<path d='${line(ringOf(corners))}' fill='none' stroke='${ink.pine}' stroke-width='2.5'/>`,
    ...(numbered ? corners.map((corner, index) => mark(at(corner), index + 1, ink)) : []),
  ]
  return `<svg xmlns='http://www.w3.org/2000/svg' stroke-linejoin='round' viewBox='0 0 ${WIDTH} ${height}'>${parts.filter(Boolean).join('')}</svg>`
}

function mark(at: string, no: number, ink: Colours): string {
  const [x, y] = at.split(' ')
  const words = `x='${x}' y='${Number(y) + 3.5}' font-size='10' text-anchor='middle' fill='${ink.onPine}'`
  return `<circle cx='${x}' cy='${y}' r='8' fill='${ink.pine}'/><text ${words}>${no}</text>`
}

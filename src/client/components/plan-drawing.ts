import type { Spot } from '../platform/touch'
import type { Colours } from './plan-colours'

/** One building on the plan: its number and its place in the estate's columns and rows, counted from 0. */
export interface Plot {
  id: string
  no: number
  col: number
  row: number
  /** Open public concerns there. */
  open: number
}

export interface Marked {
  chosenId?: string
  mineId?: string
}

const PITCH_X = 16.4
const PITCH_Y = 13.6
/** Houses stand back to back in pairs of columns; a cross street runs between rows 5 and 6. */
const LANE = 1.25
const PAIR = 1.6
const STREET = 10
const STREET_AFTER = 5
const MARGIN = 2
const HOUSE = { width: 11.4, height: 10.2 }

const corner = ({ col, row }: Plot): Spot => {
  const pair = Math.floor(col / 2)
  return {
    x: MARGIN + col * PITCH_X - pair * (PAIR - LANE),
    y: MARGIN + row * PITCH_Y + (row >= STREET_AFTER ? STREET : 0),
  }
}

/** Width and height of the drawing in its own units. */
export function planSize(plots: Plot[]): { width: number; height: number } {
  const corners = plots.map(corner)
  return {
    width: Math.max(0, ...corners.map((at) => at.x)) + HOUSE.width + MARGIN,
    height: Math.max(0, ...corners.map((at) => at.y)) + HOUSE.height + MARGIN,
  }
}

const paint = (plot: Plot, { chosenId }: Marked, ink: Colours) => {
  if (plot.id === chosenId) return { fill: ink.pine, line: ink.pine }
  return plot.open > 0 ? { fill: ink.brickTint, line: ink.brick } : { fill: ink.sunken, line: ink.edge }
}

function house(plot: Plot, marked: Marked, ink: Colours): string {
  const { x, y } = corner(plot)
  const { fill, line } = paint(plot, marked, ink)
  const box = (grow: number, rest: string) =>
    `<rect x='${(x - grow).toFixed(1)}' y='${(y - grow).toFixed(1)}' width='${HOUSE.width + 2 * grow}' height='${HOUSE.height + 2 * grow}' rx='${1.8 + grow}' ${rest}/>`
  const mine =
    plot.id === marked.mineId ? box(1.6, `fill='none' stroke='${ink.pine}' stroke-width='1.4'`) : ''
  return box(0, `fill='${fill}' stroke='${line}' stroke-width='${plot.open > 0 ? 1.2 : 0.6}'`) + mine
}

/** The estate from above as SVG text: open matters outlined in brick, the chosen house pine, one's own ringed. */
export function planDrawing(plots: Plot[], marked: Marked, ink: Colours): string {
  const { width, height } = planSize(plots)
  const houses = plots.map((plot) => house(plot, marked, ink)).join('')
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width.toFixed(1)} ${height.toFixed(1)}'>${houses}</svg>`
}

/** The house nearest to a tap; fingers are wider than houses on this drawing. */
export function plotAt(plots: Plot[], spot: Spot): Plot | undefined {
  const { width, height } = planSize(plots)
  const distance = (plot: Plot) => {
    const at = corner(plot)
    return Math.hypot(at.x + HOUSE.width / 2 - spot.x * width, at.y + HOUSE.height / 2 - spot.y * height)
  }
  return plots.reduce<Plot | undefined>(
    (best, plot) => (best === undefined || distance(plot) < distance(best) ? plot : best),
    undefined,
  )
}

/** Neighbours by number, thirty at a time: few enough for a thumb. */
export function blocksOf(plots: Plot[], size = 30): Plot[][] {
  const sorted = [...plots].sort((a, b) => a.no - b.no)
  const starts = Array.from({ length: Math.ceil(sorted.length / size) }, (_, index) => index * size)
  return starts.map((start) => sorted.slice(start, start + size))
}

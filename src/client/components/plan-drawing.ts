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

type Kind = 'plain' | 'open' | 'chosen'

const kindOf = (plot: Plot, { chosenId }: Marked): Kind => {
  if (plot.id === chosenId) return 'chosen'
  return plot.open > 0 ? 'open' : 'plain'
}

const paintOf = (kind: Kind, ink: Colours): string =>
  ({
    plain: `fill='${ink.sunken}' stroke='${ink.edge}' stroke-width='.6'`,
    open: `fill='${ink.brickTint}' stroke='${ink.brick}' stroke-width='1.2'`,
    chosen: `fill='${ink.pine}' stroke='${ink.pine}' stroke-width='1.2'`,
  })[kind]

const outline = (plot: Plot): string => {
  const { x, y } = corner(plot)
  return `M${x.toFixed(1)} ${y.toFixed(1)}h${HOUSE.width}v${HOUSE.height}h-${HOUSE.width}z`
}

/** Houses that look alike are one path: in WeChat the whole drawing travels to the view with every tap. */
function housesOf(kind: Kind, plots: Plot[], marked: Marked, ink: Colours): string {
  const alike = plots.filter((plot) => kindOf(plot, marked) === kind)
  return alike.length > 0 ? `<path ${paintOf(kind, ink)} d='${alike.map(outline).join('')}'/>` : ''
}

function ringAround(plot: Plot, ink: Colours): string {
  const { x, y } = corner(plot)
  const grow = 1.6
  const size = `width='${HOUSE.width + 2 * grow}' height='${HOUSE.height + 2 * grow}' rx='3.4'`
  return `<rect x='${(x - grow).toFixed(1)}' y='${(y - grow).toFixed(1)}' ${size} fill='none' stroke='${ink.pine}' stroke-width='1.4'/>`
}

/** The estate from above as SVG text: open matters outlined in brick, the chosen house pine, one's own ringed. */
export function planDrawing(plots: Plot[], marked: Marked, ink: Colours): string {
  const { width, height } = planSize(plots)
  const kinds: Kind[] = ['plain', 'open', 'chosen']
  const houses = kinds.map((kind) => housesOf(kind, plots, marked, ink)).join('')
  const mine = plots.filter(({ id }) => id === marked.mineId).map((plot) => ringAround(plot, ink))
  return `<svg xmlns='http://www.w3.org/2000/svg' stroke-linejoin='round' viewBox='0 0 ${width.toFixed(1)} ${height.toFixed(1)}'>${houses}${mine.join('')}</svg>`
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

import type { OutputOf } from '#contracts/operations'
import type { Corner } from '#core/grids/boundary'
import { isInside, ringOf } from '#core/grids/map'
import { boundary as words } from '../../../texts/boundary'

export type Shown = OutputOf<'grids.boundary'>

/** The line without its first corner again; none where none was drawn. */
export const openLine = ({ boundary }: Pick<Shown, 'boundary'>): Corner[] => boundary?.slice(0, -1) ?? []

/** The same as the drawing, in words: how many houses the line holds, and which of the grid's own it leaves out. */
export function summaryOf({ houses }: Pick<Shown, 'houses'>, corners: readonly Corner[]): string {
  if (corners.length < 3) return words.undrawn(houses.length)
  const ring = ringOf(corners)
  const outside = houses.filter(({ point }) => !isInside(ring, point)).map(({ label }) => label)
  return words.summary(corners.length, houses.length - outside.length, outside)
}

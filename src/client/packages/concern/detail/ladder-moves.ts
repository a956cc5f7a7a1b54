import type { Level } from '#core/grids/grid'
import type { Happening } from '../../../texts/timeline'

const MOVES: readonly Happening['kind'][] = ['submit', 'accept', 'escalate', 'delegate', 'reopen']

/** Steps of the ladder the matter has stood on, the present one left out. */
export function passedLevels(timeline: readonly Happening[], now: Level): Level[] {
  const seen = new Set(timeline.map(({ level }) => level))
  seen.delete(now)
  return [...seen]
}

/** What brought it to where it stands: the last time it was taken up or moved. */
export const lastMove = (timeline: readonly Happening[]): Happening | undefined =>
  timeline.reduce<Happening | undefined>(
    (latest, one) => (MOVES.includes(one.kind) ? one : latest),
    undefined,
  )

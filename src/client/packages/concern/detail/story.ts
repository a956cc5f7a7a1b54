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

/** Who looked at the present result and found it good; a result given back no longer counts. */
export const checkedBy = (timeline: readonly Happening[]): string | undefined =>
  timeline.reduce<string | undefined>((checker, { kind, by }) => {
    if (kind === 'verify') return by
    return kind === 'resolve' ? undefined : checker
  }, undefined)

import type { OutputOf } from '#contracts/operations'

export type MotionView = OutputOf<'motions.get'>
export type BallotView = NonNullable<MotionView['ballot']>

/** Places of the ladder (提议 … 生效), as far as a motion has come; what ended stays where it ended. */
const PLACE: Partial<Record<MotionView['state'], number>> = {
  proposed: 1,
  seconded: 2,
  returned: 2,
  scheduled: 3,
  announced: 3,
  debating: 4,
  voting: 5,
  no_quorum: 5,
  run_off: 5,
  lot: 5,
  publicity: 6,
  in_review: 6,
}
const IN_FORCE = 7

export function placeOf({ state, timeline }: Pick<MotionView, 'state' | 'timeline'>): number {
  if (state !== 'ended') return PLACE[state] ?? IN_FORCE
  const kinds = timeline.map(({ kind }) => kind)
  if (kinds.includes('enforce')) return IN_FORCE
  if (kinds.includes('tally') || kinds.includes('open_poll')) return 5
  return kinds.includes('screen') ? 2 : 1
}

/** Houses of the reader that may still support it: not the proposer's own, and none twice. */
export const mayStillSecond = ({ standsFor, secondedBy, may }: MotionView): MotionView['standsFor'] =>
  may.includes('second')
    ? standsFor.filter(({ unitId }) => !secondedBy.some((one) => one.unitId === unitId))
    : []

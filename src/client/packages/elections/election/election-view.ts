import type { OutputOf } from '#contracts/operations'

export type MotionView = OutputOf<'motions.get'>
export type ElectionView = NonNullable<MotionView['election']>

/** A motion that is an election, as this page shows it. */
export type Electing = MotionView & { election: ElectionView }

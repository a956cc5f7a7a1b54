import type { Period } from '../evaluation/period'
import { periodBefore, periodWith } from '../evaluation/period'
import type { GridPath } from '../grids/grid'
import type { Refusal } from '../refusals'

/** 每月一个小变化: what became different, shown before and after, with what it grew out of. */
export interface MonthlyChange {
  id: string
  streetId: string
  /** A grid of level 2. */
  gridPath: GridPath
  month: Period
  title: string
  words: string
  concernIds: string[]
  projectIds: string[]
  by: string
  at: number
}

/** Told in its month or in the one after it, and only with both pictures. */
export function whyNotTell(
  { month, before, after }: { month: Period; before: number; after: number },
  now: number,
): Refusal | null {
  const running = periodWith(now)
  if (month !== running && month !== periodBefore(running)) return 'NOT_IN_THIS_STATE'
  return before === 0 || after === 0 ? 'PHOTO_REQUIRED' : null
}

import { type RawBuilder, sql } from 'kysely'
import type { Share } from '#core/dashboard/figures'
import type { Counted } from '#core/dashboard/small-counts'
import type { GridPath } from '#core/grids/grid'
import type { Asking } from '../operation'

/** A grid's figure is asked for, over the year that ends now. */
export interface Asked {
  asking: Asking
  gridPath: GridPath
  /** Where each month of the trend begins. */
  from: number[]
  /** Where each of them ends; the last one now. */
  until: number[]
}

/** What was counted, before small counts are hidden. */
export interface Figured {
  shares: (Counted & { share: Share })[]
  /** The first share, month by month; empty where the past was not kept. */
  trend: Counted[]
  counts: { key: string; n: number }[]
}

export const instants = (some: number[]): RawBuilder<number[]> => sql`${some}::bigint[]`

/** Of how many months the last instant lies at or before an instant: 0 for one that is older than them all. */
export const monthsBefore = (at: RawBuilder<unknown>, { until }: Asked): RawBuilder<number> =>
  sql`width_bucket(${at}, ${instants(until)})`

/** Rows that stood from one instant to another, by the months whose end they had not yet come to or had outlived. */
export interface Standing {
  came: number
  /** `null`: it stands without an end. */
  went: number | null
  n: number
}

/** How many stood at the end of each month. */
export const standingAt = (rows: readonly Standing[], { until }: Asked): number[] =>
  until.map((_, month) =>
    rows.reduce(
      (sum, { came, went, n }) => (came <= month && (went === null || went > month) ? sum + n : sum),
      0,
    ),
  )

export const lastOf = (numbers: readonly number[]): number => numbers[numbers.length - 1] ?? 0

/** People the grid is known to have, as its street published it. */
export async function residentsIn({ asking: { tx, system }, gridPath }: Asked): Promise<number> {
  const { residents } = await tx
    .selectFrom('grids')
    .select('residents')
    .where('street_id', '=', system.streetId)
    .where('path', '=', gridPath)
    .executeTakeFirstOrThrow()
  return residents
}

import { DAY } from '../concerns/calendar'
import { ok, type Result, refuse } from '../result'

/** 积分: a thank-you of the neighbourhood in a ledger of its own; hours are never spent, and points never paid out. */
export const POINT_REASONS = ['service', 'correction', 'exchange'] as const
export type PointReason = (typeof POINT_REASONS)[number]

export const MINUTES_A_POINT = 30
/** So many a day at most. */
export const DAY_POINTS = 10
/** 24 months. */
export const POINTS_LAST = 730 * DAY

/** What a service of so many minutes earns, on a day that has earned some already. */
export const pointsFor = (minutes: number, thatDay: number): number =>
  Math.max(0, Math.min(Math.floor(minutes / MINUTES_A_POINT), DAY_POINTS - thatDay))

/** Positive: earned. Negative: spent, or taken back with a correction. */
export interface PointEntry {
  points: number
  at: number
}

/** What is left at an instant: the oldest go first, and what nobody spent in time is gone. `entries`: oldest first. */
export function balanceAt(entries: readonly PointEntry[], now: number): number {
  const lots: PointEntry[] = []
  for (const { points, at } of entries) {
    if (points > 0) lots.push({ points, at })
    else spend(lots, -points, at)
  }
  return alive(lots, now).reduce((sum, { points }) => sum + points, 0)
}

const alive = (lots: readonly PointEntry[], now: number): PointEntry[] =>
  lots.filter(({ at }) => now < at + POINTS_LAST)

function spend(lots: PointEntry[], points: number, now: number): void {
  let left = points
  for (const lot of alive(lots, now)) {
    const taken = Math.min(left, lot.points)
    lot.points -= taken
    left -= taken
  }
}

/** 兑换: enough points, and one is left. */
export function exchanged(wish: { balance: number; cost: number; stock: number }): Result<true> {
  if (wish.stock <= 0) return refuse('SOLD_OUT')
  return wish.balance >= wish.cost ? ok(true) : refuse('POINTS_SHORT')
}

import { type Period, periodBefore, periodWith } from '../evaluation/period'

/**
 * 六个起来, the city's six aims as figures, and two more: at which level matters were closed (小事不出网格，大事不出街道)
 * and what people speak of most. Each is asked for by itself, so that none of them holds up another.
 */
export const FIGURES = [
  'platform',
  'team',
  'register',
  'councils',
  'concerns',
  'service',
  'levels',
  'topics',
] as const
export type Figure = (typeof FIGURES)[number]

/** So many of so many; what exactly is counted is said beside each one on the screen (client/texts/dashboard.ts). */
export const SHARES = [
  'homes',
  'seats',
  'headed',
  'fresh',
  'active',
  'response',
  'resolution',
  'satisfaction',
  'minutes',
  'in_grid',
  'in_street',
] as const
export type Share = (typeof SHARES)[number]

/** Figures of offices, houses and councils, which everybody may count himself: a small number of them tells of nobody. */
export const OPEN_FIGURES: readonly Figure[] = ['team', 'register', 'councils']

/** A year as people remember it: this month so far and the eleven before it. */
export const MONTHS = 12

/** The months a trend shows, the oldest first; `at` lies in the last one. */
export function monthsUntil(at: number): Period[] {
  const months = [periodWith(at)]
  while (months.length < MONTHS) months.unshift(periodBefore(months[0] ?? ''))
  return months
}

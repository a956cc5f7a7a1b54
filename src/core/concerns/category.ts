import type { Level } from '../grids/grid'
import type { Desk, Severity, Visibility } from './concern'
import type { Span } from './deadlines'

/**
 * The code table of concerns. English codes are stable, the national exchange code stays empty until
 * somebody has checked it against GB/T 30428.2. Times are the street's published promises; a street
 * changes them here, in one row.
 */
export interface Category {
  /** Which desk takes it first, at which level. */
  level: Level
  desk: Desk
  severity: Severity
  visibility: Visibility
  /** First contact with the reporter. */
  contact: Span
  /** Resolution at one level of the ladder. */
  resolve: Span
  /** Something a photo can show: a result needs one, and another person verifies it. */
  physical: boolean
  /** Open concerns of the same category within this many metres count as similar; 0 = never suggest. */
  similarMetres: number
}

const span = (n: number, unit: Span['unit']): Span => ({ n, unit })

const row = (first: [Level, Desk], contact: Span, resolve: Span, more: Partial<Category> = {}): Category => ({
  level: first[0],
  desk: first[1],
  severity: 'normal',
  visibility: 'public',
  contact,
  resolve,
  physical: true,
  similarMetres: 60,
  ...more,
})

const GRID: [Level, Desk] = [2, 'grid']
const parties: Partial<Category> = { visibility: 'parties', physical: false, similarMetres: 0 }
const talk: Partial<Category> = { physical: false, similarMetres: 0 }

export const CATEGORIES = {
  LIGHT_BROKEN: row(GRID, span(4, 'h'), span(3, 'wd')),
  LIGHT_MISSING: row([1, 'community'], span(1, 'wd'), span(30, 'd')),
  PARK_MESS: row([2, 'traffic'], span(2, 'h'), span(1, 'wd'), { similarMetres: 80 }),
  PARK_FIRELANE: row([2, 'police'], span(30, 'min'), span(2, 'h'), { severity: 'emergency' }),
  PLATE_MISSING: row(GRID, span(1, 'wd'), span(10, 'wd'), { similarMetres: 10 }),
  ELDER_PLACE: row([1, 'community'], span(1, 'wd'), span(30, 'd'), { physical: false, similarMetres: 500 }),
  GARBAGE: row([3, 'grid'], span(2, 'h'), span(4, 'wh')),
  RUBBLE: row(GRID, span(4, 'h'), span(4, 'wd')),
  MANHOLE: row(GRID, span(30, 'min'), span(24, 'h'), { severity: 'urgent', similarMetres: 20 }),
  WATER_PIPE: row(GRID, span(1, 'h'), span(24, 'h'), { severity: 'urgent' }),
  DRAIN: row(GRID, span(2, 'h'), span(1, 'wd')),
  GEO_HAZARD: row([0, 'street'], span(30, 'min'), span(5, 'wd'), {
    severity: 'emergency',
    similarMetres: 100,
  }),
  BUILDING_CRACK: row([1, 'community'], span(1, 'h'), span(5, 'wd'), {
    severity: 'urgent',
    similarMetres: 20,
  }),
  FIRE_EBIKE: row([3, 'head'], span(2, 'h'), span(1, 'wd'), { severity: 'urgent', similarMetres: 20 }),
  ILLEGAL_BUILD: row([1, 'community'], span(1, 'wd'), span(15, 'wd'), { similarMetres: 20 }),
  NOISE: row(GRID, span(4, 'h'), span(5, 'wd'), { physical: false, similarMetres: 40 }),
  DISPUTE: row(GRID, span(4, 'h'), span(5, 'wd'), parties),
  STREET_ORDER: row(GRID, span(4, 'h'), span(5, 'wd')),
  GREEN: row(GRID, span(4, 'h'), span(5, 'wd')),
  FITNESS: row(GRID, span(4, 'h'), span(5, 'wd'), { similarMetres: 100 }),
  RULES: row(GRID, span(4, 'h'), span(5, 'wd'), talk),
  HARDSHIP: row([1, 'community'], span(4, 'h'), span(5, 'wd'), { ...parties, visibility: 'restricted' }),
  HEAD_CONDUCT: row(GRID, span(4, 'h'), span(5, 'wd'), parties),
  CONSULT: row(GRID, span(4, 'h'), span(3, 'wd'), talk),
  OTHER: row(GRID, span(4, 'h'), span(5, 'wd'), talk),
} satisfies Record<string, Category>

export type CategoryCode = keyof typeof CATEGORIES
export const CATEGORY_CODES = Object.keys(CATEGORIES) as [CategoryCode, ...CategoryCode[]]

export const categoryOf = (code: CategoryCode): Category => CATEGORIES[code]

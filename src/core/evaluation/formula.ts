/** What is judged: a head in one house, or a grid of level 2. */
export const SUBJECT_KINDS = ['head', 'grid'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

export const COMPONENTS = [
  'record',
  'occupancy',
  'notices',
  'contact',
  'closing',
  'satisfaction',
  'attendance',
  'ballots',
  'patrols',
  'hazards',
  'appraisal',
  'response',
  'resolution',
  'own_level',
  'on_time',
  'seats',
  'register',
  'council',
  'goals',
] as const
export type ComponentKey = (typeof COMPONENTS)[number]

interface Weighed {
  key: ComponentKey
  weight: number
  /**
   * A few answers say little: so many of so many are added before dividing, once there is one answer at all.
   * Five ratings of 4.0 stars are 20 of 25.
   */
  prior?: { num: number; den: number }
}

/**
 * One formula as it was in force; a change is a new one under a new name, so that an old card can be counted again.
 * `score = floor(Σ wᵢ·rᵢ / Σ wᵢ(applicable) · 1000 + adj · 10) / 10`, between 0 and 100, with `rᵢ = num/den` exact:
 * nothing is rounded but by that one floor.
 */
export interface Formula {
  name: string
  components: readonly Weighed[]
  /** Less applicable weight than this is too little to judge by: 数据不足，不评. */
  least: number
}

const FIVE_TIMES_FOUR_STARS = { num: 20, den: 25 }

/** Domain rules 4.5.1 and 4.5.2, as the street agreed on them. */
export const FORMULAS: readonly Formula[] = [
  {
    name: 'head-1',
    components: [
      { key: 'record', weight: 10 },
      { key: 'occupancy', weight: 10 },
      { key: 'notices', weight: 5 },
      { key: 'contact', weight: 10 },
      { key: 'closing', weight: 10 },
      { key: 'satisfaction', weight: 5, prior: FIVE_TIMES_FOUR_STARS },
      { key: 'attendance', weight: 10 },
      { key: 'ballots', weight: 10 },
      { key: 'patrols', weight: 12 },
      { key: 'hazards', weight: 8 },
      { key: 'appraisal', weight: 10 },
    ],
    least: 40,
  },
  {
    name: 'grid-1',
    components: [
      { key: 'response', weight: 20 },
      { key: 'resolution', weight: 25 },
      { key: 'satisfaction', weight: 20, prior: FIVE_TIMES_FOUR_STARS },
      { key: 'own_level', weight: 10 },
      { key: 'on_time', weight: 5 },
      { key: 'seats', weight: 5 },
      { key: 'register', weight: 5 },
      { key: 'council', weight: 5 },
      { key: 'goals', weight: 5 },
    ],
    least: 40,
  },
]

/** The formula that a month computed now is judged by. */
export const CURRENT: Record<SubjectKind, string> = { head: 'head-1', grid: 'grid-1' }

export const formulaNamed = (name: string): Formula | undefined => FORMULAS.find((one) => one.name === name)

/** 加减分: only for these reasons, each with evidence and a second person's word. */
export const ADJUSTMENT_POINTS = {
  leads_project: 2,
  motion_adopted: 1,
  saved_from_accident: 3,
  concealed_hazard: -5,
  leaked_resident_data: -3,
  misreported: -5,
} as const
export type AdjustmentReason = keyof typeof ADJUSTMENT_POINTS
export const ADJUSTMENT_REASONS = Object.keys(ADJUSTMENT_POINTS) as AdjustmentReason[]

/** However much comes together, no more than ten points either way. */
export const MOST_POINTS = 10

export type Stars = 1 | 2 | 3 | 4 | 5

/** ★★★★★ from 90, ★★★★ from 80, ★★★ from 70, ★★ from 60. A score is in tenths. */
export function starsFor(score: number): Stars {
  if (score >= 900) return 5
  if (score >= 800) return 4
  if (score >= 700) return 3
  return score >= 600 ? 2 : 1
}

export const BANDS = ['small', 'middle', 'large'] as const
export type Band = (typeof BANDS)[number]

/** Grids are compared only with those of their size: up to 1,000 residents, up to 2,500, more. */
export function bandOf(residents: number): Band {
  if (residents <= 1_000) return 'small'
  return residents <= 2_500 ? 'middle' : 'large'
}

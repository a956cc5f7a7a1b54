import type { Consent } from '../concerns/helped'
import type { GridPath } from '../grids/grid'

/** Why somebody has it hard. Sealed at rest: no list, no index and no log holds one of these. */
export const REASONS = [
  'illness',
  'disability',
  'elder_alone',
  'child_left',
  'low_income',
  'lost_job',
  'accident',
  'single_parent',
  'other',
] as const
export type Reason = (typeof REASONS)[number]

/** 政策依据: what public help may be asked for. */
export const POLICIES = [
  'minimum_income',
  'temporary_aid',
  'medical_aid',
  'disability_aid',
  'elder_care',
  'child_care',
  'housing',
  'work',
  'legal_aid',
] as const
export type PolicyRef = (typeof POLICIES)[number]

/** 1 is the hardest. */
export const HARDSHIP_LEVELS = [1, 2, 3] as const
export type HardshipLevel = (typeof HARDSHIP_LEVELS)[number]

/** How somebody agreed to be on the list: by his own tap, or as staff or a neighbour heard it. */
export interface HardshipConsent {
  how: 'self' | Exclude<Consent, 'guardian'>
  by: string
  at: number
}

/** What is done, by when. What exactly, and who does it, is sealed. */
export interface Measure {
  id: string
  dueAt: number
  doneAt: number | null
}

export const OUTCOMES = ['relieved', 'referred', 'stable'] as const
export type Outcome = (typeof OUTCOMES)[number]

interface Frame {
  id: string
  streetId: string
  gridPath: GridPath
  /** `null`: whoever told of it did not say where he lives. */
  buildingId: string | null
  /** Whose it is, where he is known here by a person of his own. */
  personId: string | null
  reportedBy: string
  reportedAt: number
  concernId: string | null
  /** `null`: he has not been asked, or not answered yet; until then nobody assesses it. */
  consent: HardshipConsent | null
}

interface Listed {
  level: HardshipLevel
  /** 责任人: who sees to it that things move. */
  ownerId: string
  listedBy: string
  listedAt: number
  measures: Measure[]
}

export type HardshipStatus =
  /** `refusedBy`: who did not list it the first time; somebody else decides. */
  | { state: 'reported'; dueAt: number }
  | { state: 'appealed'; dueAt: number; refusedBy: string }
  | { state: 'not_listed'; refusedBy: string; refusedAt: number; final: boolean }
  | ({ state: 'listed' | 'helping'; reviewDueAt: number } & Listed)
  | ({ state: Outcome; concludedBy: string; concludedAt: number } & Listed)
  | ({ state: 'struck'; outcome: Outcome; concludedBy: string; struckBy: string; struckAt: number } & Listed)
  /** He took his consent back, or never gave it; every word of it is gone. */
  | { state: 'withdrawn'; withdrawnAt: number }

/** 解困: one person's hardship, for those who see to it and nobody else. `remindedOf`: the due instant told already. */
export type HardshipCase = Frame & { remindedOf: number | null } & HardshipStatus
export type HardshipState = HardshipCase['state']
export const HARDSHIP_STATES = [
  'reported',
  'appealed',
  'not_listed',
  'listed',
  'helping',
  ...OUTCOMES,
  'struck',
  'withdrawn',
] as const satisfies readonly HardshipState[]

/** Everything of it that is sealed, for one person, with one key. */
export interface HardshipWords {
  name: string
  phone: string | null
  reasons: Reason[]
  told: string
  /** What was found at the assessment, or why it is not listed. */
  assessment: string
  appeal: string
  policies: PolicyRef[]
  /** By the id of the measure. */
  measures: Record<string, { what: string; who: string; result: string }>
  reviews: { at: number; by: string; words: string }[]
}

/** Still open, so that nobody opens a second one for the same person. */
export const OPEN_HARDSHIP: readonly HardshipState[] = [
  'reported',
  'appealed',
  'listed',
  'helping',
  ...OUTCOMES,
]

/**
 * His own word is wanted: before anything is assessed, and where others had heard it before he had an account. Then it
 * goes on meanwhile, for it was decided on what they had heard.
 */
export function wantsHisWord({ state, personId, consent }: HardshipCase): boolean {
  if (personId === null) return false
  if (state === 'reported') return consent === null
  return OPEN_HARDSHIP.includes(state) && consent?.by !== personId
}

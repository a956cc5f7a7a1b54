import type { GeneratedAlways } from 'kysely'
import type { Proposed } from '#core/evaluation/adjust'
import type { Stars, SubjectKind } from '#core/evaluation/formula'
import type { Life } from '#core/evaluation/life'
import type { RewardBatch, RewardUnit } from '#core/evaluation/reward'
import type { JsonObject } from './json-columns'

/** The tables of migrations/0011_evaluation.sql. */
export interface EvaluationTables {
  score_periods: ScorePeriods
  score_cards: ScoreCards
  score_lives: ScoreLives
  score_adjustments: ScoreAdjustments
  appraisal_voters: AppraisalVoters
  appraisal_sums: AppraisalSums
  reward_batches: RewardBatches
  reward_items: RewardItems
}

interface ScorePeriods {
  street_id: string
  period: string
  kind: SubjectKind
  asked_at: number
  finished_at: number | null
}

interface ScoreCards {
  street_id: string
  id: string
  kind: SubjectKind
  subject_id: string
  period: string
  edition: number
  body: string
  hash: string
  computed_at: number
  score: GeneratedAlways<number | null>
  stars: GeneratedAlways<Stars | null>
}

/** Everything but `body`, `version` and `card_id` is projected from the body by the database itself. */
interface ScoreLives {
  street_id: string
  id: string
  version: number
  card_id: string
  body: JsonObject<Life>
  kind: GeneratedAlways<SubjectKind>
  subject_id: GeneratedAlways<string>
  person_id: GeneratedAlways<string | null>
  grid_path: GeneratedAlways<string>
  period: GeneratedAlways<string>
  state: GeneratedAlways<Life['state']>
  preview_until: GeneratedAlways<number | null>
}

interface ScoreAdjustments {
  street_id: string
  id: string
  version: number
  body: JsonObject<Proposed>
  building_id: GeneratedAlways<string>
  grid_path: GeneratedAlways<string>
  period: GeneratedAlways<string>
  approved: GeneratedAlways<boolean | null>
}

interface AppraisalVoters {
  street_id: string
  building_id: string
  quarter: string
  person_id: string
}

interface AppraisalSums {
  street_id: string
  building_id: string
  quarter: string
  head_id: string
  answers: number
  points: number
}

interface RewardBatches {
  street_id: string
  id: string
  version: number
  body: JsonObject<RewardBatch>
  grid_path: GeneratedAlways<string>
  state: GeneratedAlways<RewardBatch['state']>
  proposed_at: GeneratedAlways<number>
}

interface RewardItems {
  street_id: string
  life_id: string
  unit: RewardUnit
  batch_id: string
}

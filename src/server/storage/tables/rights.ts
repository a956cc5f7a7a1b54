import type { Generated } from 'kysely'
import type { ClosingOutcome } from '#core/people/closing'
import type { Purpose } from '#core/people/consents'
import type { DataKind } from '#core/people/personal-data'

/** The tables of migrations/0010_rights.sql, and where a file and a proven number meet (0015). */
export interface RightsTables {
  person_keys: PersonKeys
  dropped_files: DroppedFiles
  account_closings: AccountClosings
  consents: Consents
  corrections: Corrections
  register_gates: RegisterGates
}

interface PersonKeys {
  street_id: string
  person_id: string
  key_enc: string
  made_at: number
}

interface DroppedFiles {
  street_id: string
  sha256: string
  file_id: string | null
  at: number
  leased_until: Generated<number | null>
}

interface AccountClosings {
  street_id: string
  id: string
  person_id: string
  asked_at: number
  erase_at: number
  ended_at: Generated<number | null>
  outcome: Generated<ClosingOutcome | null>
}

interface Consents {
  street_id: string
  id: string
  person_id: string
  purpose: Purpose
  version: number
  given: boolean
  at: number
}

interface Corrections {
  street_id: string
  id: string
  person_id: string
  grid_path: string
  about: DataKind
  words_enc: string | null
  asked_at: number
  due_at: number
  reminded_at: Generated<number | null>
  answered_by: Generated<string | null>
  answered_at: Generated<number | null>
  corrected: Generated<boolean | null>
  answer_enc: Generated<string | null>
}

interface RegisterGates {
  street_id: string
}

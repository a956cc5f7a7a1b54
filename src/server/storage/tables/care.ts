import type { Generated, GeneratedAlways } from 'kysely'
import type { HardshipCase, HardshipLevel, HardshipState } from '#core/care/hardship'
import type { Pairing, PairingState } from '#core/care/pairing'
import type { JsonObject } from './json-columns'

/** The tables of migrations/0022_care.sql. */
export interface CareTables {
  pairings: Pairings
  pairing_helpers: PairingHelpers
  pairing_visits: PairingVisits
  pairing_events: PairingEvents
  hardship_cases: HardshipCases
  hardship_events: HardshipEvents
  care_photos: CarePhotos
}

/** What is not `body`, `version`, `words_enc`, `next_at` is projected from the body by the database itself. */
interface Pairings {
  street_id: string
  id: string
  version: number
  body: JsonObject<Pairing>
  words_enc: string | null
  /** Of whoever has no account yet. */
  phone_index: Generated<string | null>
  next_at: number | null
  grid_path: GeneratedAlways<string>
  building_id: GeneratedAlways<string>
  state: GeneratedAlways<PairingState>
  helper_id: GeneratedAlways<string | null>
  person_id: GeneratedAlways<string | null>
  household_id: GeneratedAlways<string | null>
  proposed_by: GeneratedAlways<string>
  proposed_at: GeneratedAlways<number>
  ended_at: GeneratedAlways<number | null>
}

interface PairingHelpers {
  street_id: string
  person_id: string
  /** Kept by the database itself. */
  active: Generated<number>
}

interface PairingVisits {
  street_id: string
  id: string
  pairing_id: string
  helper_id: string
  day: number
  at: number
  note_enc: string | null
  confirmed: Generated<boolean | null>
  confirmed_by: Generated<string | null>
  confirmed_at: Generated<number | null>
}

interface PairingEvents {
  street_id: string
  pairing_id: string
  seq: number
  kind: string
  at: number
  actor_id: string
}

/** Likewise. */
interface HardshipCases {
  street_id: string
  id: string
  version: number
  body: JsonObject<HardshipCase>
  words_enc: string | null
  /** Of whoever has no account yet. */
  phone_index: Generated<string | null>
  next_at: number | null
  grid_path: GeneratedAlways<string>
  building_id: GeneratedAlways<string | null>
  state: GeneratedAlways<HardshipState>
  level: GeneratedAlways<HardshipLevel | null>
  person_id: GeneratedAlways<string | null>
  reported_by: GeneratedAlways<string>
  reported_at: GeneratedAlways<number>
  owner_id: GeneratedAlways<string | null>
  concern_id: GeneratedAlways<string | null>
  struck_at: GeneratedAlways<number | null>
}

interface HardshipEvents {
  street_id: string
  case_id: string
  seq: number
  kind: string
  at: number
  actor_id: string
}

interface CarePhotos {
  street_id: string
  photo_id: string
  pairing_id: string
}

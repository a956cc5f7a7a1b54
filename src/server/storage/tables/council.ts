import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Charter, StatutoryRule } from '#core/council/charter'
import type { CouncilOffice, Slate } from '#core/council/election'
import type { Motion, MotionState } from '#core/council/motion'
import type { Opinions as OpinionSums } from '#core/council/opinion'
import type { DecisionRule } from '#core/council/rule'
import type { Channel, SlipChannel, SlipState } from '#core/council/slip'
import type { UnitKind } from '#core/council/statute'
import type { StrikeReason } from '#core/council/strike'
import type { Tally } from '#core/council/tally'
import type { Role } from '#core/people/actor'
import type { DetailWithDefault, JsonObject } from './json-columns'
import type { ProjectTables } from './projects'

/** The tables of migrations/0013_council.sql, 0017_ballots.sql, 0018_boxes.sql, 0020_elections.sql, 0021_statutes.sql, 0027_bodies.sql, 0032_bodies_of_a_house.sql, 0033_votes_of_bodies.sql. */
export interface CouncilTables extends ProjectTables {
  councils: Councils
  council_charters: CouncilCharters
  motions: Motions
  motion_events: MotionEvents
  motion_voices: MotionVoices
  motion_speeches: MotionSpeeches
  polls: Polls
  poll_units: PollUnits
  ballots: Ballots
  poll_participants: PollParticipants
  poll_boxes: PollBoxes
  poll_buckets: PollBuckets
  ballot_slips: BallotSlips
  council_photos: CouncilPhotos
  roll_strikes: RollStrikes
  proxies: Proxies
  opinions: Opinions
  opinion_voters: OpinionVoters
  council_terms: CouncilTerms
  council_units: CouncilUnits
  statutes: Statutes
  poll_reminders: PollReminders
}

interface Councils {
  street_id: string
  id: string
  grid_path: string
  name: string
  unit_kind: UnitKind
  state: 'active' | 'dissolved'
  chair_id: string | null
  secretary_id: string | null
  /** `null`: of the whole place. */
  building_id: Generated<string | null>
}

interface CouncilCharters {
  street_id: string
  council_id: string
  version: number
  body: JsonObject<Charter>
  from_at: number
}

/** Everything but `body`, `version` and `next_at` is projected from the body by the database itself. */
interface Motions {
  street_id: string
  id: string
  version: number
  body: JsonObject<Motion>
  next_at: number | null
  no: GeneratedAlways<string>
  council_id: GeneratedAlways<string>
  concern_id: GeneratedAlways<string | null>
  proposer_id: GeneratedAlways<string>
  state: GeneratedAlways<MotionState>
  proposed_at: GeneratedAlways<number>
}

interface MotionEvents {
  street_id: string
  motion_id: string
  seq: number
  kind: string
  at: number
  actor_id: string | null
  actor_role: Role
  detail: DetailWithDefault
}

interface MotionVoices {
  street_id: string
  motion_id: string
  kind: 'second' | 'object'
  round: number
  unit_id: string
  person_id: string
  words: string
  at: number
}

interface MotionSpeeches {
  street_id: string
  motion_id: string
  seq: number
  person_id: string
  unit_id: string | null
  side: 'for' | 'against'
  words: string
  at: number
}

interface Polls {
  street_id: string
  id: string
  motion_id: string
  state: 'voting' | 'closed' | 'void'
  title: string
  words: string
  ballots: 'open' | 'secret'
  rule: JsonObject<DecisionRule>
  slate: ColumnType<Slate | null, Slate | undefined, never>
  charter_version: number
  may_change: boolean
  opens_at: number
  closes_at: number
  units: number
  represented: number
  roll_hash: string
  /** The meeting whose vote it is. */
  meeting_id: Generated<string | null>
  closed_at: Generated<number | null>
  tally: ColumnType<Tally | null, Tally | undefined, Tally>
  fingerprint: Generated<string | null>
  record: Generated<string | null>
  was_extended: Generated<boolean>
}

interface PollUnits {
  street_id: string
  poll_id: string
  unit_id: string
  /** Its place in the roll, from 1. */
  place: number
  label: string
  represented: boolean
  area: Generated<number | null>
}

interface Ballots {
  street_id: string
  poll_id: string
  unit_id: string
  person_id: string
  sealed: string
  receipt: string
  at: number
  times: Generated<number>
  channel: Generated<Channel>
}

interface PollParticipants {
  street_id: string
  poll_id: string
  unit_id: string
  receipt: string
  /** Written so that the database can look at it; it always reads null. */
  at: ColumnType<null, number, number>
  channel: Generated<Channel>
}

interface PollBoxes {
  street_id: string
  poll_id: string
  kind: 'vote' | 'opinion'
  key_enc: string | null
  buckets: number
}

interface PollBuckets {
  street_id: string
  poll_id: string
  kind: 'vote' | 'opinion'
  bucket: number
  slots: JsonObject<Record<string, string>>
}

interface BallotSlips {
  street_id: string
  id: string
  poll_id: string
  unit_id: string
  channel: SlipChannel
  state: SlipState
  /** What was chosen, until somebody has decided. */
  sealed: string | null
  entered_by: string
  entered_at: number
  decided_by: Generated<string | null>
  decided_at: Generated<number | null>
  note: Generated<string>
  disputed_by: Generated<string | null>
  disputed_at: Generated<number | null>
  dispute: Generated<string | null>
}

interface CouncilPhotos {
  street_id: string
  photo_id: string
  subject: 'slip' | 'before' | 'after' | 'goal' | 'change_before' | 'change_after'
  subject_id: string
}

interface RollStrikes {
  street_id: string
  motion_id: string
  unit_id: string
  reason: StrikeReason
  words: string
  by_id: string
  at: number
  second_id: Generated<string | null>
  second_at: Generated<number | null>
}

interface Proxies {
  street_id: string
  id: string
  motion_id: string
  unit_id: string
  given_by: string
  holder_id: string
  /** Which of the two a holder may have. */
  place: 1 | 2
  words: string
  given_at: number
  revoked_at: Generated<number | null>
}

interface Opinions {
  street_id: string
  poll_id: string
  residents: number
  sums: ColumnType<OpinionSums | null, OpinionSums | undefined, OpinionSums>
}

interface OpinionVoters {
  street_id: string
  poll_id: string
  person_id: string
}

interface CouncilTerms {
  street_id: string
  motion_id: string
  council_id: string
  office: CouncilOffice
  person_id: string
  from_at: number
}

interface CouncilUnits {
  street_id: string
  council_id: string
  id: string
  place: number
  label: string
  person_id: string | null
  /** Square centimetres. */
  area: number | null
  entered_at: Generated<number | null>
  struck_at: Generated<number | null>
  struck_reason: Generated<string | null>
}

interface Statutes {
  street_id: string
  id: string
  rule: StatutoryRule
  version: number
  decision: JsonObject<DecisionRule>
  source: string
  source_date: string
  proposed_by: string
  proposed_at: number
  confirmed_by: Generated<string | null>
  confirmed_at: Generated<number | null>
  off_by: Generated<string | null>
  off_at: Generated<number | null>
  off_reason: Generated<string | null>
}

interface PollReminders {
  street_id: string
  poll_id: string
  at: number
}

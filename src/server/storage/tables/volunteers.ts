import type { Generated, GeneratedAlways } from 'kysely'
import type { CertificateState } from '#core/volunteers/certificate'
import type { EntryKind } from '#core/volunteers/hours'
import type { PointReason } from '#core/volunteers/points'
import type { SignUp, SignUpState } from '#core/volunteers/sign-up'
import type { Shift, Task } from '#core/volunteers/task'
import type { JsonObject } from './json-columns'

/** The tables of migrations/0019_volunteers.sql, with the answers of 0028_certificate_answers.sql. */
export interface VolunteerTables {
  volunteer_tasks: VolunteerTasks
  volunteer_shifts: VolunteerShifts
  volunteer_signups: VolunteerSignups
  service_records: ServiceRecords
  service_days: ServiceDays
  service_disputes: ServiceDisputes
  volunteer_certificates: VolunteerCertificates
  point_rewards: PointRewards
  point_entries: PointEntries
}

/** What is not `body`, `version`, `starts_at`, `ends_at` is projected from the body by the database itself. */
interface VolunteerTasks {
  street_id: string
  id: string
  version: number
  body: JsonObject<Task>
  starts_at: number
  ends_at: number
  grid_path: GeneratedAlways<string>
  state: GeneratedAlways<Task['state']>
  leader_id: GeneratedAlways<string>
  proposer_id: GeneratedAlways<string>
  repeat_of: GeneratedAlways<string | null>
}

interface VolunteerShifts {
  street_id: string
  id: string
  task_id: string
  label: string
  starts_at: number
  ends_at: number
  capacity: number
  minimum: number
  state: Shift['state']
  moved_at: number | null
  minimum_asked: boolean
  /** Kept by the database itself. */
  taken: Generated<number>
  next_turn: Generated<number>
  next_at: number | null
}

interface VolunteerSignups {
  street_id: string
  id: string
  body: JsonObject<SignUp>
  task_id: GeneratedAlways<string>
  shift_id: GeneratedAlways<string>
  person_id: GeneratedAlways<string>
  guest: GeneratedAlways<boolean>
  turn: GeneratedAlways<number>
  state: GeneratedAlways<SignUpState>
  until: GeneratedAlways<number | null>
}

interface ServiceRecords {
  street_id: string
  id: string
  kind: EntryKind
  person_id: string
  signup_id: string
  task_id: string
  grid_path: string
  title: string
  leader_id: string
  day: number
  minutes: number
  correction_of: string | null
  reason: string
  confirmed_by: string
  confirmed_at: number
}

interface ServiceDays {
  street_id: string
  person_id: string
  day: number
  minutes: number
}

interface ServiceDisputes {
  street_id: string
  id: string
  person_id: string
  signup_id: string
  words: string
  minutes: number
  at: number
  state: 'open' | 'corrected' | 'upheld'
  answer: string | null
  answered_by: string | null
  answered_at: number | null
}

interface VolunteerCertificates {
  street_id: string
  id: string
  person_id: string
  name_enc: string
  grid_path: string
  from_day: number
  to_day: number
  state: CertificateState
  asked_at: number
  no: string | null
  code: string | null
  minutes: number | null
  times: number | null
  issued_by: string | null
  issued_at: number | null
  revoked_by: string | null
  revoked_at: number | null
  declined_by: string | null
  declined_at: number | null
  reason: string | null
}

interface PointRewards {
  street_id: string
  id: string
  grid_path: string
  title: string
  cost: number
  stock: number
}

interface PointEntries {
  street_id: string
  id: string
  person_id: string
  reason: PointReason
  points: number
  day: number
  at: number
  signup_id: string | null
  reward_id: string | null
}

import type { Generated, GeneratedAlways } from 'kysely'
import type { Appointment } from '#core/heads/appointment'
import type { Role } from '#core/people/actor'
import type { JsonObject } from './json-columns'

/** Heads, offices and the audit log: migrations/0006_heads.sql, column by column. */
export interface OfficeTables {
  head_appointments: HeadAppointments
  office_requests: OfficeRequests
  posted_phones: PostedPhones
  service_stations: ServiceStations
  head_notices: HeadNotices
  head_notice_houses: HeadNoticeHouses
  audit_log: AuditLog
  audit_chains: AuditChains
}

/** Everything but `body` and `version` is projected from the body by the database itself. */
interface HeadAppointments {
  street_id: string
  id: string
  version: number
  body: JsonObject<Appointment>
  building_id: GeneratedAlways<string>
  grid_path: GeneratedAlways<string>
  person_id: GeneratedAlways<string>
  state: GeneratedAlways<Appointment['state']>
  nominated_at: GeneratedAlways<number>
  from_at: GeneratedAlways<number | null>
  to_at: GeneratedAlways<number | null>
}

interface OfficeRequests {
  street_id: string
  id: string
  person_id: string
  role: Role
  grid_path: string
  department_id: string | null
  acting: boolean
  to_at: number
  asked_by: string
  asked_at: number
  answered_by: Generated<string | null>
  answered_at: Generated<number | null>
  approved: Generated<boolean | null>
}

interface PostedPhones {
  street_id: string
  person_id: string
  since: number
}

interface ServiceStations {
  street_id: string
  id: string
  grid_path: string
  name: string
  address: string
  hours: string
}

interface HeadNotices {
  street_id: string
  id: string
  grid_path: string
  title: string
  words: string
  author_id: string
  author_role: Role
  at: number
}

interface HeadNoticeHouses {
  street_id: string
  notice_id: string
  building_id: string
  passed_by: Generated<string | null>
  passed_at: Generated<number | null>
}

interface AuditLog {
  street_id: string
  id: string
  at: number
  actor_id: string | null
  office: Role
  operation: string
  subject_id: string | null
  request_id: string
  input_hash: string
  outcome: string
  seq: Generated<number | null>
  prev_hash: Generated<string | null>
  hash: Generated<string | null>
}

interface AuditChains {
  street_id: string
  chain: 'audit_log' | 'access_log'
  seq: number
  hash: string
}

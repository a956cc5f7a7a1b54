import type { Generated, GeneratedAlways } from 'kysely'
import type { Appointment } from '#core/heads/appointment'
import type { Role } from '#core/people/actor'
import type { JsonObject } from './json-columns'

/** Everything but `body` and `version` is projected from the body by the database itself. */
export interface HeadAppointments {
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

export interface OfficeRequests {
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

export interface PostedPhones {
  street_id: string
  person_id: string
  since: number
}

export interface HeadNotices {
  street_id: string
  id: string
  grid_path: string
  title: string
  words: string
  author_id: string
  author_role: Role
  at: number
}

export interface HeadNoticeHouses {
  street_id: string
  notice_id: string
  building_id: string
  passed_by: Generated<string | null>
  passed_at: Generated<number | null>
}

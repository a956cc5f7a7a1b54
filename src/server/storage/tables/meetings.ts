import type { Generated, GeneratedAlways } from 'kysely'
import type { AgendaItem, MeetingBody, MeetingState, Speech, WayIn } from '#core/council/meeting/meeting'
import type { Outcome } from '#core/council/tally'
import type { Role } from '#core/people/actor'
import type { DetailWithDefault, JsonObject } from './json-columns'

/** The tables of migrations/0016_meetings.sql. */
export interface MeetingTables {
  meetings: Meetings
  meeting_items: MeetingItems
  meeting_signins: MeetingSignins
  meeting_speeches: MeetingSpeeches
  meeting_events: MeetingEvents
}

/** Everything but `body` and `version` is projected from the body by the database itself. */
interface Meetings {
  street_id: string
  id: string
  version: number
  body: JsonObject<MeetingBody>
  council_id: GeneratedAlways<string>
  no: GeneratedAlways<number>
  state: GeneratedAlways<MeetingState>
  starts_at: GeneratedAlways<number>
}

interface MeetingItems {
  street_id: string
  meeting_id: string
  place: number
  title: string
  motion_id: string | null
  state: AgendaItem['state']
  outcome: Outcome | null
}

interface MeetingSignins {
  street_id: string
  meeting_id: string
  unit_id: string
  person_id: string
  how: WayIn
  at: number
  left_at: Generated<number | null>
}

interface MeetingSpeeches {
  street_id: string
  meeting_id: string
  seq: number
  place: number
  unit_id: string
  person_id: string
  side: 'for' | 'against'
  raised_at: number
  state: Speech['state']
  began_at: number | null
  until: number | null
  warned: boolean | null
  ended_at: number | null
}

interface MeetingEvents {
  street_id: string
  meeting_id: string
  seq: number
  kind: string
  at: number
  actor_id: string | null
  actor_role: Role
  detail: DetailWithDefault
}

import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Concern, Severity, State, Visibility } from '#core/concerns/concern'
import type { GridChange } from '#core/grids/change'
import type { Level } from '#core/grids/grid'
import type { Role } from '#core/people/actor'
import type { Counted } from '../limits'
import type { BuildingTables } from './tables/buildings'
import type { CareTables } from './tables/care'
import type { CouncilTables } from './tables/council'
import type { EvaluationTables } from './tables/evaluation'
import type {
  HeadAppointments,
  HeadNoticeHouses,
  HeadNotices,
  OfficeRequests,
  PostedPhones,
} from './tables/heads'
import type { HomeTables } from './tables/homes'
import type { JointEvents, JointMatters } from './tables/joint'
import type { DetailWithDefault, JsonObject, JsonValue } from './tables/json-columns'
import type { ListTables } from './tables/lists'
import type { MeetingTables } from './tables/meetings'
import type { MessageTables } from './tables/messages'
import type { PhotoChecks, Photos, PhotoTraces } from './tables/photos'
import type { AccessLog, AuditChains, AuditCheckpoints, AuditLog } from './tables/records'
import type { RightsTables } from './tables/rights'
import type { Departments, PartyBranches, ServiceStations, StationActivities } from './tables/stations'
import type { VolunteerTables } from './tables/volunteers'

/** The tables of migrations/*.sql, column by column. Times are epoch milliseconds (UTC). */
export interface Tables
  extends BuildingTables,
    CareTables,
    CouncilTables,
    EvaluationTables,
    HomeTables,
    ListTables,
    MeetingTables,
    MessageTables,
    RightsTables,
    VolunteerTables {
  grids: Grids
  grid_changes: GridChanges
  departments: Departments
  estates: Estates
  buildings: Buildings
  persons: Persons
  logins: Logins
  joined_persons: JoinedPersons
  sessions: Sessions
  role_grants: RoleGrants
  concerns: Concerns
  concern_events: ConcernEvents
  endorsements: Endorsements
  photos: Photos
  photo_checks: PhotoChecks
  photo_traces: PhotoTraces
  timers: Timers
  commands: Commands
  daily_numbers: DailyNumbers
  call_counts: CallCounts
  calendar_years: CalendarYears
  calendar_days: CalendarDays
  access_log: AccessLog
  audit_log: AuditLog
  audit_checkpoints: AuditCheckpoints
  head_appointments: HeadAppointments
  office_requests: OfficeRequests
  posted_phones: PostedPhones
  service_stations: ServiceStations
  station_activities: StationActivities
  party_branches: PartyBranches
  head_notices: HeadNotices
  head_notice_houses: HeadNoticeHouses
  audit_chains: AuditChains
  joint_matters: JointMatters
  joint_events: JointEvents
  seeds: Seeds
}

interface Grids {
  street_id: string
  path: string
  level: Level
  parent_path: string | null
  name: string
  kind: 'village' | 'community' | null
  residents: Generated<number>
  floating: Generated<number>
  buildings: Generated<number>
  heads: Generated<number>
  closed_at: number | null
  boundary: ColumnType<[number, number][] | null, string | null | undefined, string | null>
}

interface GridChanges {
  street_id: string
  id: string
  grid_path: string
  kind: GridChange
  at: number
  by_id: string
  detail: DetailWithDefault
}

interface Estates {
  street_id: string
  id: string
  grid_path: string
  name: string
  owners_committee: Generated<boolean>
}

interface Buildings {
  street_id: string
  id: string
  estate_id: string | null
  grid_path: string
  no: number
  label: string
  address: string
  plate_status: 'ok' | 'missing' | 'damaged' | 'applied'
  plate_code: string | null
  lat_e6: number
  lng_e6: number
  crs: Generated<'GCJ02' | 'WGS84'>
  plan_col: Generated<number>
  plan_row: Generated<number>
  use: 'self' | 'rent' | 'vacant'
  san_xiao: 'shop' | 'workshop' | 'entertainment' | null
  floors: number
  structure: 'brick_concrete' | 'frame' | 'brick_timber' | 'earth_timber' | 'other'
  hazard_grade: 'A' | 'B' | 'C' | 'D' | null
  status: Generated<'in_use' | 'evacuated' | 'sealed'>
  graded_by: string | null
  graded_at: number | null
}

interface Persons {
  street_id: string
  id: string
  public_name: string
  phone_enc: string | null
  phone_index: string | null
  phone_verified_at: number | null
  avatar_id: string | null
  birth_year: number | null
  birth_enc: string | null
  created_at: number
  erased_at: Generated<number | null>
}

interface Logins {
  street_id: string
  provider: 'wechat' | 'persona'
  subject: string
  person_id: string
  openid_enc: string | null
}

/** Who took over from somebody a file had brought. */
interface JoinedPersons {
  street_id: string
  imported_id: string
  person_id: string
  joined_at: number
}

interface Sessions {
  street_id: string
  token_hash: string
  person_id: string
  created_at: number
  expires_at: number
}

interface RoleGrants {
  street_id: string
  id: string
  person_id: string
  role: Role
  grid_path: string
  building_id: string | null
  department_id: string | null
  acting: Generated<boolean>
  from_at: number
  to_at: number
  appointment_id: Generated<string | null>
  granted_by: Generated<string | null>
  seconded_by: Generated<string | null>
  ended_by: Generated<string | null>
  end_reason: Generated<string | null>
}

/** Everything but `body`, `version` and `changed_at` is projected from the body by the database itself. */
interface Concerns {
  street_id: string
  id: string
  version: number
  body: JsonObject<Concern>
  no: GeneratedAlways<string>
  state: GeneratedAlways<State>
  category: GeneratedAlways<Concern['category']>
  severity: GeneratedAlways<Severity>
  visibility: GeneratedAlways<Visibility>
  grid_path: GeneratedAlways<string>
  level: GeneratedAlways<Level>
  desk: GeneratedAlways<Concern['desk']>
  owner_id: GeneratedAlways<string | null>
  department_id: GeneratedAlways<string | null>
  reporter_id: GeneratedAlways<string>
  building_id: GeneratedAlways<string | null>
  lat_e6: GeneratedAlways<number | null>
  lng_e6: GeneratedAlways<number | null>
  submitted_at: GeneratedAlways<number>
  due_at: GeneratedAlways<number>
  closed_at: GeneratedAlways<number | null>
  changed_at: number
}

interface ConcernEvents {
  street_id: string
  concern_id: string
  seq: number
  kind: string
  at: number
  actor_id: string | null
  actor_role: Role
  level: Level
  detail: DetailWithDefault
}

interface Endorsements {
  street_id: string
  concern_id: string
  person_id: string
  at: number
}

interface Timers {
  street_id: string
  concern_id: string
  kind: string
  clock: number
  due_at: number
  fired_at: number | null
}

interface Commands {
  street_id: string
  actor_id: string
  key: string
  operation: string
  input_hash: string
  answer: JsonValue
  at: number
}

interface CallCounts {
  street_id: string
  caller: string
  counted: Counted
  minute: number
  calls: number
}

interface DailyNumbers {
  street_id: string
  day: string
  last: number
}

interface CalendarYears {
  year: number
}

interface CalendarDays {
  day: string // 2025-10-01
  kind: 'holiday' | 'workday'
}

interface Seeds {
  profile: string
  epoch: number
  at: number
  digest: string
}

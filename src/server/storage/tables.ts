import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Concern, Severity, State, Visibility } from '#core/concerns/concern'
import type { Level } from '#core/grids/grid'
import type { Role } from '#core/people/actor'
import type { BuildingTables } from './building-tables'

/** The tables of migrations/*.sql, column by column. Times are epoch milliseconds (UTC). */
export interface Tables extends BuildingTables {
  grids: Grids
  departments: Departments
  estates: Estates
  buildings: Buildings
  persons: Persons
  logins: Logins
  sessions: Sessions
  residencies: Residencies
  role_grants: RoleGrants
  concerns: Concerns
  concern_events: ConcernEvents
  endorsements: Endorsements
  photos: Photos
  timers: Timers
  inbox_messages: InboxMessages
  commands: Commands
  daily_numbers: DailyNumbers
  calendar_years: CalendarYears
  calendar_days: CalendarDays
  access_log: AccessLog
  seeds: Seeds
  wechat_tokens: WechatTokens
}

/**
 * jsonb. A plain object may be written as it is; anything else only as JSON text, for pg would turn
 * an array into a PostgreSQL array. Read back it is always the value itself.
 */
export type JsonObject<Value extends object> = ColumnType<Value, Value | string, Value | string>
type JsonValue = ColumnType<unknown, string, string>
type Detail = Record<string, unknown>
export type DetailWithDefault = ColumnType<Detail, Detail | string | undefined, Detail | string>

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
}

interface Departments {
  street_id: string
  id: string
  name: string
}

interface Estates {
  street_id: string
  id: string
  grid_path: string
  name: string
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
  birth_year: number | null
  created_at: number
}

interface Logins {
  street_id: string
  provider: 'wechat' | 'persona'
  subject: string
  person_id: string
  openid_enc: string | null
}

interface WechatTokens {
  street_id: string
  app_id: string
  token_enc: string
  change_at: number
}

interface Sessions {
  street_id: string
  token_hash: string
  person_id: string
  created_at: number
  expires_at: number
}

interface Residencies {
  street_id: string
  id: string
  person_id: string
  building_id: string
  kind: 'owner' | 'tenant' | 'family'
  floating: boolean
  from_at: number
  to_at: number | null
  confirmed_by: string | null
  confirmed_at: number | null
  expires_at: number | null
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

interface Photos {
  street_id: string
  id: string
  uploader_id: string
  concern_id: string | null
  sha256: string
  bytes: number
  width: number
  height: number
  created_at: number
}

interface Timers {
  street_id: string
  concern_id: string
  kind: string
  clock: number
  due_at: number
  fired_at: number | null
}

interface InboxMessages {
  street_id: string
  id: string
  person_id: string
  kind: string
  concern_id: string | null
  detail: DetailWithDefault
  at: number
  read_at: number | null
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

interface DailyNumbers {
  street_id: string
  day: string
  last: number
}

interface CalendarYears {
  year: number
}

interface CalendarDays {
  /** `2025-10-01`. */
  day: string
  kind: 'holiday' | 'workday'
}

interface AccessLog {
  street_id: string
  id: string
  actor_id: string
  subject_id: string
  concern_id: string | null
  what: string
  reason: string
  at: number
}

interface Seeds {
  profile: string
  epoch: number
  at: number
  digest: string
}

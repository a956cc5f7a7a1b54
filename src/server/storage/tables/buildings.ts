import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Reach as CensusReach } from '#core/buildings/census'
import type { Grade, Hazard } from '#core/buildings/hazard'
import type { Finding, InspectionKind } from '#core/buildings/inspection'
import type { Registration } from '#core/buildings/registration'
import type { Level } from '#core/grids/grid'
import type { Role } from '#core/people/actor'
import type { DetailWithDefault, JsonObject } from './json-columns'

/** The tables of migrations/0007_buildings.sql. */
export interface BuildingTables {
  registrations: Registrations
  hazards: Hazards
  hazard_events: HazardEvents
  building_photos: BuildingPhotos
  inspections: Inspections
  census_campaigns: CensusCampaigns
}

/** Everything but `body`, `version` and what is sealed is projected from the body by the database itself. */
interface Registrations {
  street_id: string
  building_id: string
  version: number
  body: JsonObject<Registration>
  state: GeneratedAlways<Registration['state']>
  drafted_by: GeneratedAlways<string | null>
  checked_by: GeneratedAlways<string | null>
  confirmed_at: GeneratedAlways<number | null>
  owner_enc: string | null
  owner_index: string | null
  manager_enc: string | null
  manager_index: string | null
}

/** Everything but `body` and `version` is projected from the body by the database itself. */
interface Hazards {
  street_id: string
  id: string
  version: number
  body: JsonObject<Hazard>
  building_id: GeneratedAlways<string>
  grid_path: GeneratedAlways<string>
  state: GeneratedAlways<Hazard['state']>
  grade: GeneratedAlways<Grade | null>
  level: GeneratedAlways<Level>
  found_at: GeneratedAlways<number>
  due_at: GeneratedAlways<number | null>
  next_at: GeneratedAlways<number | null>
}

interface HazardEvents {
  street_id: string
  hazard_id: string
  seq: number
  kind: string
  at: number
  actor_id: string | null
  actor_role: Role
  detail: DetailWithDefault
}

interface BuildingPhotos {
  street_id: string
  photo_id: string
  building_id: string
  subject: 'check' | 'hazard' | 'inspection'
  subject_id: string
}

interface Inspections {
  street_id: string
  id: string
  building_id: string
  kind: InspectionKind
  by_id: string
  at: number
  items: ColumnType<Finding[], string, string>
  note: string
}

interface CensusCampaigns {
  street_id: string
  id: string
  name: string
  grid_path: string
  opened_by: string
  opened_at: number
  due_at: number
  closed_by: string | null
  closed_at: number | null
  reached: ColumnType<CensusReach | null, string | null, string | null>
}

import type { ColumnType, Generated } from 'kysely'
import type { DepartmentKind, DepartmentLevel } from '#core/stations/departments'
import type { OpenHours } from '#core/stations/hours'

export interface Departments {
  street_id: string
  id: string
  name: string
  level: Generated<DepartmentLevel>
  kind: Generated<DepartmentKind>
  phone: string | null
  duties: Generated<string>
}

export interface ServiceStations {
  street_id: string
  id: string
  grid_path: string
  name: string
  address: string
  phone: string | null
  open_hours: ColumnType<OpenHours, OpenHours | string | undefined, OpenHours | string>
  closed_at: number | null
}

export interface StationActivities {
  street_id: string
  id: string
  station_id: string
  title: string
  place: string
  from_at: number
  to_at: number
  made_by: string
  off_at: number | null
}

export interface PartyBranches {
  street_id: string
  id: string
  grid_path: string
  estate_id: string | null
  name: string
  secretary_id: string | null
  members: number
  duties: string
  ended_at: number | null
}

import type { GeneratedAlways } from 'kysely'
import type { MoneySource } from '#core/council/ledger'
import type { Project, ProjectState } from '#core/council/project'
import type { JsonObject } from './json-columns'

/** What resolutions become, of migrations/0017_ballots.sql. */
export interface ProjectTables {
  projects: Projects
  project_events: ProjectEvents
  project_money: ProjectMoney
}

/** `motion_id`, `council_id` and `state` are projected from the body by the database itself. */
interface Projects {
  street_id: string
  id: string
  version: number
  body: JsonObject<Project>
  motion_id: GeneratedAlways<string>
  council_id: GeneratedAlways<string>
  state: GeneratedAlways<ProjectState>
  begun_at: number
}

interface ProjectEvents {
  street_id: string
  project_id: string
  seq: number
  kind: string
  at: number
  actor_id: string | null
  note: string
}

interface ProjectMoney {
  street_id: string
  project_id: string
  seq: number
  direction: 'in' | 'out'
  source: MoneySource
  fen: number
  words: string
  by_id: string
  at: number
  reverses: number | null
}

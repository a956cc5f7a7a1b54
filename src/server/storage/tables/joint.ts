import type { GeneratedAlways } from 'kysely'
import type { JointMatter } from '#core/joint/matter'
import type { DetailWithDefault, JsonObject } from './json-columns'

/** Everything but `body` and `version` is projected from the body by the database itself. */
export interface JointMatters {
  street_id: string
  id: string
  version: number
  body: JsonObject<JointMatter>
  /** When it reminds of its day by itself. */
  next_at: number | null
  estate_id: GeneratedAlways<string>
  grid_path: GeneratedAlways<string>
  state: GeneratedAlways<JointMatter['state']>
  opened_at: GeneratedAlways<number>
  due_at: GeneratedAlways<number>
  signed_party: GeneratedAlways<string | null>
  signed_residents: GeneratedAlways<string | null>
  signed_owners: GeneratedAlways<string | null>
}

export interface JointEvents {
  street_id: string
  matter_id: string
  seq: number
  kind: string
  at: number
  actor_id: string
  detail: DetailWithDefault
}

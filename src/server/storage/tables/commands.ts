import type { Counted } from '../../limits'
import type { JsonValue } from './json-columns'

export interface Commands {
  street_id: string
  actor_id: string
  key: string
  operation: string
  input_hash: string
  answer: JsonValue
  at: number
}

export interface CallCounts {
  street_id: string
  caller: string
  counted: Counted
  minute: number
  calls: number
}

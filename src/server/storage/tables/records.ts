import type { Generated } from 'kysely'
import type { Role } from '#core/people/actor'

export interface AccessLog {
  street_id: string
  id: string
  actor_id: string
  subject_id: string
  concern_id: string | null
  what: string
  reason: string
  at: number
  seq: Generated<number | null>
  prev_hash: Generated<string | null>
  hash: Generated<string | null>
}

export interface AuditLog {
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

export interface AuditChains {
  street_id: string
  chain: 'audit_log' | 'access_log'
  seq: number
  hash: string
}

export interface AuditCheckpoints {
  street_id: string
  chain: 'audit_log' | 'access_log'
  seq: number
  hash: string
  before: number
  made_at: number
  signature: string
}

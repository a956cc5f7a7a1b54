import type { Generated } from 'kysely'
import type { PhotoState, PhotoUse } from '#core/content/photo'
import type { Doubt, Verdict } from '#core/content/verdict'

export interface Photos {
  street_id: string
  id: string
  uploader_id: string
  concern_id: string | null
  sha256: string
  file_id: string | null
  bytes: number
  width: number
  height: number
  created_at: number
  state: PhotoState
  doubt: Doubt | null
  decided_by: string | null
  decided_at: number | null
  reason: string | null
  use: Generated<PhotoUse>
}

export interface PhotoChecks {
  street_id: string
  photo_id: string
  step: 'ask' | 'answer'
  tries: Generated<number>
  due_at: number
}

export interface PhotoTraces {
  street_id: string
  trace_id: string
  photo_id: string | null
  says: Verdict['says'] | null
  doubt: Doubt | null
}

import type { Refusal } from '#core/refusals'

/** One wrong field: where, which rule it broke, the rule's own number. Never what was typed. */
export interface Problem {
  path: string
  problem: string
  limit?: number
}

export interface Refused {
  code: Refusal
  fields?: Problem[]
  requestId: string
}

/** Every operation answers this, over every door. */
export type Envelope<Data> = { ok: true; data: Data } | { ok: false; error: Refused }

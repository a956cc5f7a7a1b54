import type { Refusal } from './refusals'

/** What a rule answers: the new state, or the word of the refusal a person can understand. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal }

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value })

export const refuse = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })

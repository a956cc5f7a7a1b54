import type { Refusal } from '#core/refusals'

/** As for a concern, but nothing closes one of these before its time. */
export const VERSIONED_STEP: Refusal[] = ['NOT_FOUND', 'FORBIDDEN', 'VERSION_CONFLICT', 'NOT_IN_THIS_STATE']
/** Of a life whose state alone says what may come next. */
export const UNVERSIONED_STEP: Refusal[] = ['NOT_FOUND', 'FORBIDDEN', 'NOT_IN_THIS_STATE']

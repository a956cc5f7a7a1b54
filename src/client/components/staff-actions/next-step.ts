import type { Failure } from '../../platform/transport'

/** What the button under a refusal does: look at the newest, change the words, send again, or leave it. */
export type NextStep = 'look' | 'change' | 'again' | 'leave' | 'usual'

const STEPS: Partial<Record<Failure['code'], NextStep>> = {
  VERSION_CONFLICT: 'look',
  NOT_IN_THIS_STATE: 'look',
  ALREADY_CLOSED: 'look',
  DUPLICATE_COMMAND: 'look',
  VALIDATION: 'change',
  CONTENT_RISKY: 'change',
  PHOTO_REQUIRED: 'change',
  PHOTO_REFUSED: 'change',
  PHOTO_TOO_LARGE: 'change',
  EXTENSION_TOO_LONG: 'change',
  PAUSE_TOO_LONG: 'change',
  MERGE_TARGET: 'change',
  NOT_AUTHENTICATED: 'usual',
  NOT_FOUND: 'usual',
  OFFLINE: 'again',
  UNAVAILABLE: 'again',
  INTERNAL: 'again',
  RATE_LIMITED: 'again',
}

export const nextStepOf = ({ code }: Failure): NextStep => STEPS[code] ?? 'leave'

/**
 * Every reason the system may say no to a person. A refusal is a value, never an exception;
 * `client/texts/refusals` owns its Chinese sentence and its next step.
 */
export const REFUSALS = [
  'NOT_AUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'VALIDATION',
  'VERSION_CONFLICT',
  'DUPLICATE_COMMAND',
  'CONTENT_RISKY',
  'PHONE_REQUIRED',
  'NOT_IN_THIS_STATE',
  'ALREADY_CLOSED',
  'SELF_APPROVAL',
  'PHOTO_REQUIRED',
  'PHOTO_REFUSED',
  'PHOTO_TOO_LARGE',
  'EXTENSION_LATE',
  'EXTENSION_TOO_LONG',
  'EXTENSIONS_USED_UP',
  'EXTENSION_PENDING',
  'PAUSE_TOO_LONG',
  'TOP_OF_LADDER',
  'BOTTOM_OF_LADDER',
  'REOPEN_LATE',
  'MERGE_TARGET',
  'OWN_CONCERN',
  'NOT_LETTABLE',
  'CENSUS_OPEN',
  'FILE_REFUSED',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
] as const

export type Refusal = (typeof REFUSALS)[number]

/** What a person may say yes or no to, each for itself (个人信息保护法 §14, §16). */
export const PURPOSES = ['phone', 'face', 'messages', 'place', 'hardship'] as const
export type Purpose = (typeof PURPOSES)[number]

/** The words shown for a purpose; a change of meaning is a new number, and everybody is asked again. */
export const CONSENT_VERSIONS: Record<Purpose, number> = {
  phone: 1,
  face: 1,
  messages: 1,
  place: 1,
  hardship: 1,
}

/** The last thing somebody said about a purpose. */
export interface Said {
  version: number
  given: boolean
}

/** `unasked`: he never came to the feature; `outdated`: he agreed to other words than those of now. */
export type ConsentState = 'unasked' | 'given' | 'withdrawn' | 'outdated'

export const consentState = (purpose: Purpose, said: Said | undefined): ConsentState =>
  stateFor(CONSENT_VERSIONS[purpose], said)

/** What the last word is worth while the words shown are of this version. */
export function stateFor(version: number, said: Said | undefined): ConsentState {
  if (!said) return 'unasked'
  if (!said.given) return 'withdrawn'
  return said.version === version ? 'given' : 'outdated'
}

/**
 * Whether what depends on it stands still. Where nobody has asked yet it does not: the feature asks by itself the
 * first time, and using it is the answer.
 */
export const isStopped = (state: ConsentState): boolean => state === 'withdrawn' || state === 'outdated'

import type { Refusal } from '../refusals'

export interface Belonging {
  /** The house he is registered in, and whether somebody vouched for it. */
  home: { buildingId: string; counts: boolean } | null
  /** He belongs to a household, or has asked to. */
  belongs: boolean
}

/** Whoever writes down a household lives in the house, as far as a neighbour knows. */
export function againstFounding({ home, belongs }: Belonging): Refusal | null {
  if (!home?.counts) return 'RESIDENCE_NOT_CONFIRMED'
  return belongs ? 'NOT_IN_THIS_STATE' : null
}

/** Whoever asks to belong to one is registered in the same house; that its people know him they say themselves. */
export function againstJoining({ home, belongs }: Belonging, buildingId: string): Refusal | null {
  if (home?.buildingId !== buildingId) return 'HOME_ELSEWHERE'
  return belongs ? 'NOT_IN_THIS_STATE' : null
}

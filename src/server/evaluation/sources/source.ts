import type { Fact } from '#core/evaluation/facts'
import type { Window } from '#core/evaluation/period'
import type { Tx } from '../../storage/database'

/** A head in a house when the month ended. */
export interface HeadSubject {
  /** The house. */
  id: string
  personId: string
  gridPath: string
  /** He is judged from this instant on. */
  since: number
}

/** A grid of level 2. */
export interface GridSubject {
  /** Its path. */
  id: string
  personId: null
  gridPath: string
  residents: number
}

export interface Asked<Subject> {
  tx: Tx
  streetId: string
  window: Window
  subjects: readonly Subject[]
}

export interface Found {
  subjectId: string
  facts: Fact[]
}

/**
 * Reads what counts for some components of many subjects at once, as it stood when the month ended. A component that
 * no source reads is not applicable: to wire one, write a file here and name it in `sources.ts`.
 */
export type Source<Subject> = (asked: Asked<Subject>) => Promise<Found[]>

export const idsOf = ({ subjects }: Asked<{ id: string }>): string[] => subjects.map(({ id }) => id)

/** The part of the month in which the head of a house was in office. */
export function tenureIn({ window, subjects }: Asked<HeadSubject>, buildingId: string | null): Window {
  const since = subjects.find(({ id }) => id === buildingId)?.since ?? window.to
  return { from: Math.max(window.from, since), to: window.to }
}

import type { Concern } from '#core/concerns/concern'

/** A result stands and its reporter has not said yet whether it is one. */
export const waitsFor = (personId: string, concern: Concern): boolean =>
  concern.reporterId === personId && (concern.state === 'resolved' || concern.state === 'verified')

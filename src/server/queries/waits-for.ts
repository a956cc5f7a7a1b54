import type { Concern } from '#core/concerns/concern'
import { isOwn } from '#core/concerns/helped'

/** A result stands and its reporter has not said yet whether it is one. */
export const waitsFor = (personId: string, concern: Concern): boolean =>
  isOwn(concern, personId) && (concern.state === 'resolved' || concern.state === 'verified')

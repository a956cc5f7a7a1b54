import type { HardshipCase } from './hardship'
import { helperOf, type Pairing } from './pairing'

/**
 * A pairing of somebody who had no account, once his number is proven; `null` where he may not be both: whoever visits
 * there, proposed it or wrote the consent down left his own number for somebody else. What a household said before a
 * witness stays said, and it may end it at any time; one that has not agreed yet is asked by itself from now on.
 */
export function joinPairing(
  pairing: Pairing,
  { personId, householdId }: { personId: string; householdId: string | null },
): Pairing | null {
  const wrote = 'consent' in pairing ? pairing.consent.by : null
  const hasPart = [helperOf(pairing), pairing.proposedBy, wrote].includes(personId)
  return pairing.personId === null && !hasPart ? { ...pairing, personId, householdId } : null
}

/**
 * The same of a case. Nobody's word stands for his any more: what nobody has assessed yet waits until he agrees himself.
 * What was decided already goes on meanwhile, and asks him (`wantsHisWord`).
 */
export function joinHardship(kept: HardshipCase, personId: string): HardshipCase | null {
  if (kept.personId !== null || worksOnIt(kept).includes(personId)) return null
  return kept.state === 'reported'
    ? { ...kept, personId, consent: null, remindedOf: null }
    : { ...kept, personId }
}

const worksOnIt = (kept: HardshipCase): string[] => [
  kept.reportedBy,
  ...(kept.consent ? [kept.consent.by] : []),
  ...('refusedBy' in kept ? [kept.refusedBy] : []),
  ...('ownerId' in kept ? [kept.ownerId, kept.listedBy] : []),
  ...('concludedBy' in kept ? [kept.concludedBy] : []),
  ...('struckBy' in kept ? [kept.struckBy] : []),
]

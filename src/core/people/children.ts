import type { Refusal } from '../refusals'
import { againstByAge, ageStandingOf, atMostAge, type BornIn } from './age'
import { type ConsentState, type Said, stateFor } from './consents'

/**
 * What a guardian says yes or no to for a child, each for itself (个人信息保护法 §31): `report`, that those who handle
 * a matter read the child's name; `household`, that the people of the same household see that he lives there.
 */
export const CHILD_PURPOSES = ['report', 'household'] as const
export type ChildPurpose = (typeof CHILD_PURPOSES)[number]

/** As for the grown: a change of meaning is a new number, and the guardian is asked again. */
export const CHILD_CONSENT_VERSIONS: Record<ChildPurpose, number> = { report: 1, household: 1 }

export const childConsent = (purpose: ChildPurpose, said: Said | undefined): ConsentState =>
  stateFor(CHILD_CONSENT_VERSIONS[purpose], said)

/** More than live with anybody; what a machine would write down is stopped here. */
export const MOST_CHILDREN = 10

interface Registering {
  guardian: { born: BornIn | null; atHome: boolean; children: number }
  child: BornIn
  now: number
}

/** Who registers a child is grown and lives here, as far as a neighbour knows; the child is under fourteen. */
export function againstRegistering({ guardian, child, now }: Registering): Refusal | null {
  const refusal = againstByAge('guard', { born: guardian.born, guardianAgreed: false, now })
  if (refusal) return refusal
  if (!guardian.atHome) return 'RESIDENCE_NOT_CONFIRMED'
  if (guardian.children >= MOST_CHILDREN) return 'NOT_IN_THIS_STATE'
  if (atMostAge(child, now) < 0) return 'VALIDATION'
  return ageStandingOf(child, now) === 'child' ? null : 'OLD_ENOUGH'
}

interface Acting {
  child: BornIn
  consent: ConsentState
  now: number
}

/** Acting for a child needs the yes to that purpose, and ends on the day he surely is fourteen. */
export function againstActingFor({ child, consent, now }: Acting): Refusal | null {
  if (ageStandingOf(child, now) !== 'child') return 'OLD_ENOUGH'
  return consent === 'given' ? null : 'CONSENT_NEEDED'
}

/** 到14岁自己接过去: the guardian hands over once the child is surely fourteen, not before. */
export const againstHandingOver = (child: BornIn, now: number): Refusal | null =>
  ageStandingOf(child, now) === 'child' ? 'UNDER_AGE' : null

interface Arriving {
  personId: string
  /** What he said himself of when he was born; `null` while nobody asked. */
  born: BornIn | null
}

/** Whoever brings the code is somebody else than the guardian, and says nothing else of his age. */
export function againstTakingOver(
  { personId, born }: Arriving,
  { guardianId, child }: { guardianId: string; child: BornIn },
): Refusal | null {
  const isOther = born !== null && (born.year !== child.year || born.month !== child.month)
  return personId === guardianId || isOther ? 'NOT_FOUND' : null
}

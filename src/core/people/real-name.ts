/**
 * 实名程度 (domain rule 3.2, back-stage real name): 0 nobody is known, 1 reachable by phone, 2 a neighbour vouched for
 * his home, 3 an office whose giver saw who he is. What each opens is granted elsewhere, by `policy.ts` and each
 * rule; a level never stands in for a home: who holds an office and lives elsewhere has no vote here.
 */
export const LEVELS = [0, 1, 2, 3] as const
export type RealNameLevel = (typeof LEVELS)[number]

/** What is known of somebody at this instant. */
export interface Proof {
  hasPhone: boolean
  /** A confirmed home that has not run out. */
  atHome: boolean
  /** An office that is posted by name (`isPosted`). */
  inOffice: boolean
}

export function realNameLevelOf({ hasPhone, atHome, inOffice }: Proof): RealNameLevel {
  if (inOffice) return 3
  if (atHome) return 2
  return hasPhone ? 1 : 0
}

/** The next thing he can do himself to be known better; `null` when there is none. */
export type NextProof = 'sign_in' | 'leave_phone' | 'register_home' | 'wait_for_neighbour' | null

interface Steps {
  signedIn: boolean
  hasPhone: boolean
  home: 'none' | 'waiting' | 'confirmed'
}

/** Whoever holds an office is asked for his home like anybody else: his vote hangs on it. */
export function nextProofOf({ signedIn, hasPhone, home }: Steps): NextProof {
  if (!signedIn) return 'sign_in'
  if (!hasPhone) return 'leave_phone'
  if (home === 'none') return 'register_home'
  return home === 'waiting' ? 'wait_for_neighbour' : null
}

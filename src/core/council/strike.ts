import type { Refusal } from '../refusals'
import type { MotionState } from './motion'

/**
 * Why a unit stands in the roll without a vote (rule 4.4.3, 3 and 11). declared: who stands for it said that the matter is
 * its own; conflict: others say so; duplicate, not_existing: it is no unit of its own.
 */
export const STRIKE_REASONS = ['declared', 'conflict', 'duplicate', 'not_existing'] as const
export type StrikeReason = (typeof STRIKE_REASONS)[number]
/** What an office may say of a unit; a second one has to say so, too. */
export const STRUCK_BY_OFFICE = ['conflict', 'duplicate', 'not_existing'] as const satisfies StrikeReason[]

/** Before a roll is frozen, and before the new one of a poll that is held again; never while one is open. */
const BEFORE_THE_ROLL: readonly MotionState[] = [
  'proposed',
  'seconded',
  'returned',
  'scheduled',
  'announced',
  'debating',
  'no_quorum',
]

interface Declaring {
  state: MotionState
  represents: boolean
  isStruck: boolean
}

/** 回避: a head says that his house, or an owner, a household, a resident, that he has an interest of his own in the matter. */
export function whyNotDeclare({ state, represents, isStruck }: Declaring): Refusal | null {
  if (!represents) return 'NOT_REPRESENTATIVE'
  return BEFORE_THE_ROLL.includes(state) && !isStruck ? null : 'NOT_IN_THIS_STATE'
}

interface Striking {
  state: MotionState
  /** The office-holder stands for the unit himself. */
  isOwn: boolean
  /** Somebody has said so already; he who says it second makes it so. */
  saidBy: string | null
  personId: string
  isStruck: boolean
}

/** 从名册里划去: an office says so with its reason, another person says so again; never over one's own unit. */
export function whyNotStrike({ state, isOwn, saidBy, personId, isStruck }: Striking): Refusal | null {
  if (!BEFORE_THE_ROLL.includes(state) || isStruck) return 'NOT_IN_THIS_STATE'
  return isOwn || saidBy === personId ? 'SELF_APPROVAL' : null
}

/** Whether a struck unit loses its vote: always, but where the charter only wants a conflict told. */
export const loses = (reason: StrikeReason, charter: { conflict?: 'told' }): boolean =>
  charter.conflict !== 'told' || reason === 'duplicate' || reason === 'not_existing'

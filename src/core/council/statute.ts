import type { Refusal } from '../refusals'
import { COUNCIL_RULES, STATUTORY_RULES, type StatutoryRule } from './charter'
import type { DecisionRule } from './rule'

/** What has one vote each in a council: a house, or what the law names. */
export const UNIT_KINDS = ['building', 'owner', 'household', 'person'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** By what a matter may be decided: a council's own charter, or the law. */
export const MOTION_RULES = [...COUNCIL_RULES, ...STATUTORY_RULES] as const
export type MotionRule = (typeof MOTION_RULES)[number]

/** Whose votes the law counts (居民委员会组织法 10, 村民委员会组织法 28, 民法典 278). */
export const BODY_OF: Record<StatutoryRule, UnitKind> = {
  residents: 'person',
  households: 'household',
  owners_general: 'owner',
  owners_major: 'owner',
}

/**
 * 法定规则 as an official read it in the law: which numbers, from which text, of which day. It is nobody's rule before a
 * second official has read the same; a poll keeps the numbers it was opened with.
 */
export interface Statute {
  rule: StatutoryRule
  version: number
  decision: DecisionRule
  /** Name and article of the law. */
  source: string
  /** The day of the text that was read, as `2021-01-01`. */
  sourceDate: string
  proposedBy: string
  confirmedBy: string | null
  /** Who switched it off; it never comes on again, a new version does. */
  offBy: string | null
}

export const isStatutory = (rule: string): rule is StatutoryRule =>
  STATUTORY_RULES.some((one) => one === rule)

/** Four eyes: who wrote down what the law says does not confirm it. */
export function whyNotConfirmStatute(
  { proposedBy, confirmedBy }: Pick<Statute, 'proposedBy' | 'confirmedBy'>,
  personId: string,
): Refusal | null {
  if (confirmedBy !== null) return 'NOT_IN_THIS_STATE'
  return proposedBy === personId ? 'SELF_APPROVAL' : null
}

/**
 * 停用: one official is enough to say that a text holds no longer; on again takes two. Only what is in force is switched
 * off, and an older version does not come back by it. Polls that are open keep the numbers they were opened with.
 */
export const whyNotSwitchOff = ({
  confirmedBy,
  offBy,
}: Pick<Statute, 'confirmedBy' | 'offBy'>): Refusal | null =>
  confirmedBy === null || offBy !== null ? 'NOT_IN_THIS_STATE' : null

/** Why this body cannot decide by this rule now, or `null`. A council of heads never decides for residents or owners. */
export function whyNotByRule(
  rule: string,
  { unitKind, isConfirmed }: { unitKind: UnitKind; isConfirmed: boolean },
): Refusal | null {
  if (!isStatutory(rule)) return null
  if (!isConfirmed) return 'RULE_NOT_CONFIRMED'
  return BODY_OF[rule] === unitKind ? null : 'WRONG_BODY'
}

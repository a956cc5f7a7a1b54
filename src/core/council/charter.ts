import type { MeetingOrder } from './meeting/order'
import { type DecisionRule, PRESETS, type Preset } from './rule'

/** What a council of buildings may decide by; the owners' rules and residents' votes are another body's. */
export const MATTER_RULES = ['ordinary', 'special', 'absolute'] as const
/** Beside matters it elects whom it gives its offices to. */
export const COUNCIL_RULES = [...MATTER_RULES, 'election'] as const
export type CouncilRule = (typeof COUNCIL_RULES)[number]

/**
 * Votes that the law gives to other bodies than a council of heads. They stay off: nobody opens one before an official has
 * confirmed its rule and who has a vote in it.
 */
export const STATUTORY_RULES = [
  'residents',
  'households',
  'owners_general',
  'owners_major',
] as const satisfies readonly Preset[]
export type StatutoryRule = (typeof STATUTORY_RULES)[number]

/** 议事公约 as far as it decides votes: data, kept in versions. A poll keeps the one it was opened with. */
export interface Charter {
  rules: Record<(typeof MATTER_RULES)[number], DecisionRule> & { election?: DecisionRule }
  /** A building may replace its ballot until the close (rule 6). */
  mayChange: boolean
  /** How it meets; absent: the usual order. */
  order?: MeetingOrder
  /** Absent: a house with an interest of its own has no vote in the matter; told: it votes, and everybody knows. */
  conflict?: 'told'
}

/** The rule a council decides by; a charter of before there were elections has the usual one for them. */
export const ruleIn = ({ rules }: Charter, rule: CouncilRule): DecisionRule => rules[rule] ?? PRESETS[rule]

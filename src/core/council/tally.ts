import {
  type ElectionBallot,
  type ElectionResult,
  electedBy,
  type Slate,
  type Votes,
  votesOf,
} from './election'
import { type Base, type DecisionRule, holds, least } from './rule'

export const CHOICES = ['for', 'against', 'abstain'] as const
export type Choice = (typeof CHOICES)[number]

/** One unit of the frozen roll. A unit without a representative stays in it: empty seats lower no quorum. */
export interface RollUnit {
  unitId: string
  /** Square centimetres, whole; only where owners also count by area. */
  area?: number
}

/** The one ballot of a unit, as it stood at the close. */
export interface CountedBallot {
  unitId: string
  choice: Choice
}

/** What was counted, in units or in area. */
export interface Counts {
  all: number
  for: number
  against: number
  abstain: number
}

/** A matter without a quorum is not rejected: it was not decided. Only an election can be tied; a matter then falls. */
export const OUTCOMES = ['passed', 'rejected', 'no_quorum', 'tied'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface Tally {
  units: Counts
  area: Counts | null
  outcome: Outcome
  /** Of an election: `units.for` are then the papers that chose somebody. */
  election?: ElectionResult
}

/** The roll and the ballots do not belong together: nothing may be announced from them. */
export class NotThisRoll extends Error {
  override name = 'NotThisRoll'
}

/**
 * Counts a poll: a pure function of roll, ballots and rule, so that anybody may count again. Throws when a ballot
 * is of no unit of the roll, or a unit has two: such a box was tampered with.
 */
export function tally(
  roll: readonly RollUnit[],
  ballots: readonly CountedBallot[],
  rule: DecisionRule,
): Tally {
  const weights = new Map(roll.map(({ unitId, area = 0 }) => [unitId, area]))
  if (weights.size !== roll.length) throw new NotThisRoll('a unit stands twice in the roll')
  const units: Counts = { all: roll.length, for: 0, against: 0, abstain: 0 }
  const area: Counts = { all: 0, for: 0, against: 0, abstain: 0 }
  for (const weight of weights.values()) area.all += weight

  for (const { unitId, choice } of ballots) {
    const weight = weights.get(unitId)
    if (weight === undefined) throw new NotThisRoll(`unit ${unitId} has two ballots or is not in the roll`)
    weights.delete(unitId)
    units[choice] += 1
    area[choice] += weight
  }
  return {
    units,
    area: rule.byArea ? area : null,
    outcome: decide(rule, rule.byArea ? [units, area] : [units]),
  }
}

/** Counts an election in the same way. Throws when the papers are not of this roll or name nobody's name of the slate. */
export function tallyElection(
  roll: readonly RollUnit[],
  ballots: readonly ElectionBallot[],
  { rule, slate }: { rule: DecisionRule; slate: Slate },
): Tally {
  const names = slate.candidates.map(({ id }) => id)
  if (ballots.some(({ chosen }) => chosen.length > slate.seats || !chosen.every((id) => names.includes(id))))
    throw new NotThisRoll('a paper with too many names, or with one that does not stand')
  const choices = ballots.map(({ unitId, chosen }) => ({
    unitId,
    choice: chosen.length > 0 ? ('for' as const) : ('abstain' as const),
  }))
  return elect(tally(roll, choices, rule), votesOf(names, ballots), slate.seats)
}

/** The result of an election whose papers were counted. Too few came, or all abstained: then nobody is elected. */
export function elect(counted: Tally, votes: Votes, seats: number): Tally {
  if (counted.outcome !== 'passed')
    return { ...counted, election: { ...electedBy(votes, seats), elected: [], tied: [] } }
  const election = electedBy(votes, seats)
  return { ...counted, outcome: election.tied.length > 0 ? 'tied' : 'passed', election }
}

/** The outcome of what was counted; owners must reach it by heads and by area alike. */
export function decide(rule: DecisionRule, counted: readonly Counts[]): Outcome {
  if (!counted.every((counts) => hasQuorum(rule, counts))) return 'no_quorum'
  return counted.every((counts) => isCarried(rule, counts)) ? 'passed' : 'rejected'
}

/** How many took part: whoever abstains takes part (弃权计入参会，不计入同意). */
export const takingPart = (counts: Counts): number => counts.for + counts.against + counts.abstain

const hasQuorum = ({ quorum }: DecisionRule, counts: Counts): boolean =>
  quorum === undefined || holds(quorum, takingPart(counts), counts.all)

/** With nobody on the chosen side of the scale nothing is carried: a share of nothing is no majority. */
function isCarried({ pass, floor }: DecisionRule, counts: Counts): boolean {
  const reachesFloor = floor === undefined || holds(floor, counts.for, counts.all)
  return counts.for > 0 && holds(pass, counts.for, sizeOf(pass.base, counts)) && reachesFloor
}

function sizeOf(base: Base, counts: Counts): number {
  if (base === 'all') return counts.all
  return base === 'taking_part' ? takingPart(counts) : counts.for + counts.against
}

/** What is needed in exact numbers of units, for the form, the ballot and the result (191栋：至少128栋参加). */
export interface Needed {
  /** Units that must take part; 0 where any number will do. */
  quorum: number
  /** Votes for it that carry the matter when exactly that many take part. */
  forAtQuorum: number
  /** Votes for it that carry the matter when every unit takes part and nobody abstains. */
  forAtFull: number
}

/** `all` units stand in the roll. Abstentions aside; those make it harder where they count as taking part. */
export function needed(rule: DecisionRule, all: number): Needed {
  const quorum = rule.quorum ? least(rule.quorum, all) : 0
  return { quorum, forAtQuorum: forAmong(rule, all, quorum), forAtFull: forAmong(rule, all, all) }
}

/** Votes for it that carry the matter with exactly those who took part in what was counted. */
export const neededIn = (rule: DecisionRule, counts: Counts): number =>
  forAmong(
    rule,
    counts.all,
    rule.pass.base === 'for_and_against' ? counts.for + counts.against : takingPart(counts),
  )

function forAmong({ pass, floor }: DecisionRule, all: number, part: number): number {
  const share = least(pass, pass.base === 'all' ? all : part)
  return Math.max(1, share, floor ? least(floor, all) : 0)
}

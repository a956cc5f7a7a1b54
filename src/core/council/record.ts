import type { Slate, Votes } from './election'
import type { Sha256 } from './receipt'
import type { DecisionRule } from './rule'
import type { Channel } from './slip'
import { UNIT_KINDS, type UnitKind } from './statute'
import type { StrikeReason } from './strike'
import type { Choice, Tally } from './tally'

/** The poll itself: the first line of its record. */
export interface PollLine {
  kind: 'poll'
  pollId: string
  council: string
  /** What has one vote each; a record that does not say so is of houses. */
  unitKind?: UnitKind
  title: string
  text: string
  ballots: 'open' | 'secret'
  rule: DecisionRule
  /** Half-open: a ballot at exactly `closesAt` is late. Epoch milliseconds. */
  opensAt: number
  closesAt: number
  /** The ballot paper of an election. */
  slate?: Slate
}

/** One unit of the roll as it was frozen at the opening. */
export interface UnitLine {
  kind: 'unit'
  unitId: string
  label: string
  /** Somebody could vote for it when the poll opened. Empty seats stay in the roll. */
  represented: boolean
  area?: number
}

/** A unit that has no vote in this matter, struck before the roll was frozen, and why. */
export interface StrikeLine {
  kind: 'strike'
  unitId: string
  label: string
  reason: StrikeReason
}

/** An open ballot: a head answers to his building for it. */
export interface BallotLine {
  kind: 'ballot'
  unitId: string
  choice: Choice
  channel: Channel
  nonce: string
  receipt: string
}

/** An open ballot of an election: the candidates chosen, none for an abstention. */
export interface NamedLine {
  kind: 'named'
  unitId: string
  chosen: string[]
  channel: Channel
  nonce: string
  receipt: string
}

/** Somebody took part in a secret poll. It names neither unit nor choice. */
export interface ReceiptLine {
  kind: 'receipt'
  receipt: string
}

/** How a secret poll was voted. Joined to no receipt: whoever is made to show his receipt shows no choice. */
export interface ChoicesLine {
  kind: 'choices'
  for: number
  against: number
  abstain: number
}

/** How a secret election was voted. Papers are not told one by one: who chose whom beside whom can tell a voter. */
export interface VotesLine {
  kind: 'votes'
  votes: Votes
  /** Papers without a name. */
  blank: number
}

/** What was announced. */
export type ResultLine = { kind: 'result' } & Tally

export type Line =
  | PollLine
  | UnitLine
  | StrikeLine
  | BallotLine
  | NamedLine
  | ReceiptLine
  | ChoicesLine
  | VotesLine
  | ResultLine
export type SealedLine = Line & { hash: string }

export const FORMAT = 'loudong-vote-1'

/** The published record of a poll: everything it takes to count again, each line sealed to the one before it. */
export interface PollRecord {
  format: typeof FORMAT
  lines: SealedLine[]
}

/** Seals lines into a record; the hash of its last line is the fingerprint people compare. */
export function sealRecord(lines: readonly Line[], sha256: Sha256): PollRecord {
  let before = FORMAT
  const sealed = lines.map((line) => {
    before = hashAfter(before, line, sha256)
    return { ...line, hash: before }
  })
  return { format: FORMAT, lines: sealed }
}

/** What a record counts. Anybody may have written it: what it calls by another name is taken for houses. */
export const countedIn = ({ unitKind }: PollLine): UnitKind =>
  UNIT_KINDS.find((one) => one === unitKind) ?? 'building'

/** The hash of a line that follows one with the hash `before`. */
export const hashAfter = (before: string, line: Line, sha256: Sha256): string =>
  sha256(`${before}\n${JSON.stringify(line)}`)

/** The bytes of a record: one line of the file for each of the record's, so that two can be compared by eye. */
export const writeRecord = ({ format, lines }: PollRecord): string =>
  `{"format":${JSON.stringify(format)},"lines":[\n${lines.map((line) => JSON.stringify(line)).join(',\n')}\n]}\n`

/** The fingerprint of a roll, told when its poll opens: whoever compares it later sees that nobody came in since. */
export const rollHash = (units: readonly UnitLine[], sha256: Sha256): string =>
  sha256(units.map((unit) => JSON.stringify(unit)).join('\n'))

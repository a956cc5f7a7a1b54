import type { Slate } from './election'
import { marksOf } from './paper'
import { receiptOf, type Sha256 } from './receipt'
import {
  type BallotLine,
  type ChoicesLine,
  FORMAT,
  hashAfter,
  type Line,
  type NamedLine,
  type PollLine,
  type PollRecord,
  type ResultLine,
  type SealedLine,
  type VotesLine,
  writeRecord,
} from './record'
import { decide, elect, NotThisRoll, type RollUnit, type Tally, tally, tallyElection } from './tally'

/** Why a record is not believed. */
export type Doubt =
  /** No record at all, or of a form this program does not know. */
  | 'unreadable'
  /** It says the same in other bytes than a record is written in: somebody edited the file. */
  | 'rewritten'
  /** A line does not follow from the one before it: changed, missing, added or moved. */
  | 'broken_chain'
  /** Whole in itself, but not the record whose fingerprint was published. */
  | 'another_record'
  | 'ballot_not_of_roll'
  | 'receipt_not_of_ballot'
  /** A secret poll with more or fewer choices than people who took part. */
  | 'choices_do_not_match'
  /** Counting again gives another result than the one announced. */
  | 'another_result'

export type Verdict =
  | { sound: true; poll: PollLine; tally: Tally }
  | { sound: false; doubt: Doubt; line?: number }

interface Proof {
  sha256: Sha256
  /** As published beside the result; without it only the record's own soundness can be told. */
  fingerprint?: string
}

/** Counts a published record again, without any server. Answers the first doubt, or the poll and its result. */
export function verifyRecord(text: string, { sha256, fingerprint }: Proof): Verdict {
  const record = read(text)
  if (!record) return doubt('unreadable')
  if (writeRecord(record) !== text) return doubt('rewritten')
  const broken = firstBroken(record.lines, sha256)
  if (broken !== -1) return doubt('broken_chain', broken)
  if (fingerprint !== undefined && record.lines[record.lines.length - 1]?.hash !== fingerprint)
    return doubt('another_record')
  return recount(record.lines, sha256)
}

/** Whether a receipt (tidied) stands in a record: the voter's ballot is in the box. */
export const holdsReceipt = ({ lines }: PollRecord, receipt: string): boolean =>
  lines.some((line) => 'receipt' in line && line.receipt === receipt)

const doubt = (reason: Doubt, line?: number): Verdict => ({
  sound: false,
  doubt: reason,
  ...(line !== undefined && { line }),
})

/** The text as a record, if it has the shape of one. */
export function read(text: string): PollRecord | undefined {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return undefined
  }
  return isRecord(found) ? found : undefined
}

const isRecord = (found: unknown): found is PollRecord => {
  const { format, lines } = (found ?? {}) as Partial<PollRecord>
  return format === FORMAT && Array.isArray(lines) && lines.length > 0 && lines.every(isLine)
}
const isLine = (line: Partial<SealedLine> | null) =>
  typeof line?.kind === 'string' && typeof line.hash === 'string'

const firstBroken = (lines: readonly SealedLine[], sha256: Sha256): number =>
  lines.findIndex(
    ({ hash, ...line }, i) => hash !== hashAfter(lines[i - 1]?.hash ?? FORMAT, line as Line, sha256),
  )

function recount(lines: readonly SealedLine[], sha256: Sha256): Verdict {
  const [poll, result] = [lines[0], lines[lines.length - 1]]
  if (poll?.kind !== 'poll' || result?.kind !== 'result') return doubt('unreadable')
  const forged = lines.findIndex((line) => isBallot(line) && !isOwnReceipt(poll, line, sha256))
  if (forged !== -1) return doubt('receipt_not_of_ballot', forged)
  try {
    const counted = poll.ballots === 'open' ? countOpen(poll, lines) : countSecret(poll, lines)
    if (!counted) return doubt('choices_do_not_match')
    return isSame(counted, result)
      ? { sound: true, poll, tally: counted }
      : doubt('another_result', lines.length - 1)
  } catch (found) {
    if (found instanceof NotThisRoll) return doubt('ballot_not_of_roll')
    throw found
  }
}

const isBallot = (line: Line): line is BallotLine | NamedLine =>
  line.kind === 'ballot' || line.kind === 'named'

function isOwnReceipt({ pollId, slate }: PollLine, line: BallotLine | NamedLine, sha256: Sha256): boolean {
  const { unitId, nonce, receipt } = line
  const choice = line.kind === 'ballot' ? line.choice : marksOf(line.chosen, slate ?? null)
  return receipt === receiptOf({ pollId, unitId, choice, nonce }, sha256)
}

/** A poll of one kind with ballots of the other counts none of them. */
function countOpen({ rule, slate }: PollLine, lines: readonly Line[]): Tally {
  if (slate) {
    const papers = lines.filter((line): line is NamedLine => line.kind === 'named')
    return tallyElection(rollOf(lines), papers, { rule, slate })
  }
  const ballots = lines.filter((line): line is BallotLine => line.kind === 'ballot')
  return tally(rollOf(lines), ballots, rule)
}

/** A secret poll counts heads only: areas would tell who chose what. */
function countSecret(poll: PollLine, lines: readonly Line[]): Tally | undefined {
  const { rule, slate } = poll
  if (slate) return countSecretElection(poll, slate, lines)
  const roll = rollOf(lines)
  const choices = lines.filter((line): line is ChoicesLine => line.kind === 'choices')
  const receipts = lines.filter((line) => line.kind === 'receipt').length
  const [cast] = choices
  if (
    !cast ||
    choices.length > 1 ||
    cast.for + cast.against + cast.abstain !== receipts ||
    receipts > roll.length
  )
    return undefined
  const units = { all: roll.length, for: cast.for, against: cast.against, abstain: cast.abstain }
  return { units, area: null, outcome: decide(rule, [units]) }
}

/** No candidate has more votes than there are papers with a name, and all of them no more than those could hold. */
function countSecretElection(
  { rule }: PollLine,
  { candidates, seats }: Slate,
  lines: readonly Line[],
): Tally | undefined {
  const all = rollOf(lines).length
  const [cast, ...more] = lines.filter((line): line is VotesLine => line.kind === 'votes')
  const receipts = lines.filter((line) => line.kind === 'receipt').length
  if (!cast || more.length > 0 || receipts > all) return undefined
  const named = receipts - cast.blank
  const isSlate =
    JSON.stringify(cast.votes.map(({ candidateId }) => candidateId)) ===
    JSON.stringify(candidates.map(({ id }) => id))
  const given = cast.votes.reduce((sum, { votes }) => sum + votes, 0)
  const fits = cast.votes.every(({ votes }) => votes >= 0 && votes <= named)
  if (!isSlate || !fits || cast.blank < 0 || named < 0 || given < named || given > named * seats)
    return undefined
  const units = { all, for: named, against: 0, abstain: cast.blank }
  return elect({ units, area: null, outcome: decide(rule, [units]) }, cast.votes, seats)
}

/** The roll as it stood at the close: frozen at the opening, less what was struck. */
function rollOf(lines: readonly Line[]): RollUnit[] {
  const struck = new Set(lines.flatMap((line) => (line.kind === 'strike' ? [line.unitId] : [])))
  return lines.flatMap((line) => (line.kind === 'unit' && !struck.has(line.unitId) ? [line] : []))
}

const isSame = (counted: Tally, announced: ResultLine): boolean => told(counted) === told(announced)
const told = ({ units, area, outcome, election }: Tally): string =>
  JSON.stringify([units, area, outcome, election])

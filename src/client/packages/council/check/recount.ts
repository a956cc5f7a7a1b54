import type { Slate } from '#core/council/election'
import { tidyReceipt } from '#core/council/receipt'
import { type BallotLine, countedIn, type NamedLine, rollHash, type UnitLine } from '#core/council/record'
import type { UnitKind } from '#core/council/statute'
import { CHOICES } from '#core/council/tally'
import { holdsReceipt, read, type Verdict, verifyRecord } from '#core/council/verify'
import { sha256 } from '../../../platform/sha256'
import { choiceWords } from '../../../texts/council'

export interface Recount {
  verdict: Verdict
  /** Which houses chose what, or whom; none for a secret poll. */
  houses: { said: string; labels: string[] }[]
  /** What was counted. */
  unitKind: UnitKind
  /** The paper of an election. */
  slate: Slate | null
  secret: boolean
  /** Its roll is the one that was told when the poll opened; `undefined` where nobody says which that was. */
  rollSame: boolean | undefined
  holds(receipt: string): boolean
}

interface Published {
  fingerprint?: string
  rollHash?: string
}

/** Counts a record again on this phone. What is not published with it can only be checked in itself. */
export function recount(text: string, { fingerprint, rollHash: told }: Published): Recount {
  const verdict = verifyRecord(text, { sha256, ...(fingerprint !== undefined && { fingerprint }) })
  const record = read(text)
  const lines = record?.lines ?? []
  const units = lines.flatMap((line) => (line.kind === 'unit' ? [bareUnit(line)] : []))
  const labels = new Map(units.map(({ unitId, label }) => [unitId, label]))
  const ballots = lines.filter(
    (line): line is (BallotLine | NamedLine) & { hash: string } =>
      line.kind === 'ballot' || line.kind === 'named',
  )
  const slate = verdict.sound ? (verdict.poll.slate ?? null) : null
  const of = (said: string) =>
    ballots.filter((one) => says(one, said)).map(({ unitId }) => labels.get(unitId) ?? unitId)
  const answers = slate
    ? [...slate.candidates.map(({ id, name }) => [id, name] as const), ['', choiceWords.abstain] as const]
    : CHOICES.map((choice) => [choice, choiceWords[choice]] as const)
  return {
    verdict,
    houses: answers.map(([said, words]) => ({ said: words, labels: of(said) })),
    unitKind: verdict.sound ? countedIn(verdict.poll) : 'building',
    slate,
    secret: lines.some(({ kind }) => kind === 'choices' || kind === 'votes'),
    rollSame: told === undefined ? undefined : rollHash(units, sha256) === told,
    holds: (receipt) => record !== undefined && holdsReceipt(record, tidyReceipt(receipt)),
  }
}

/** An empty paper says nothing to anybody. */
const says = (line: BallotLine | NamedLine, said: string): boolean => {
  if (line.kind === 'ballot') return line.choice === said
  return said === '' ? line.chosen.length === 0 : line.chosen.includes(said)
}

/** A unit's line as it stood before it was sealed into the record. */
const bareUnit = ({ hash: _, ...unit }: UnitLine & { hash: string }): UnitLine => unit

import { tidyReceipt } from '#core/council/receipt'
import { type BallotLine, rollHash, type UnitLine } from '#core/council/record'
import type { Choice } from '#core/council/tally'
import { holdsReceipt, read, type Verdict, verifyRecord } from '#core/council/verify'
import { sha256 } from '../../../platform/sha256'

export interface Recount {
  verdict: Verdict
  /** Which houses chose what; empty for a secret poll. */
  houses: Record<Choice, string[]>
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
  const ballots = lines.filter((line): line is BallotLine & { hash: string } => line.kind === 'ballot')
  const of = (choice: Choice) =>
    ballots.filter((one) => one.choice === choice).map(({ unitId }) => labels.get(unitId) ?? unitId)
  return {
    verdict,
    houses: { for: of('for'), against: of('against'), abstain: of('abstain') },
    secret: lines.some(({ kind }) => kind === 'choices'),
    rollSame: told === undefined ? undefined : rollHash(units, sha256) === told,
    holds: (receipt) => record !== undefined && holdsReceipt(record, tidyReceipt(receipt)),
  }
}

/** A unit's line as it stood before it was sealed into the record. */
const bareUnit = ({ hash: _, ...unit }: UnitLine & { hash: string }): UnitLine => unit

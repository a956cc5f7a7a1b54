import type { Sha256 } from '../council/receipt'
import {
  type Adjustment,
  type Correction,
  cardOf,
  FORMAT,
  hashOfCard,
  type ScoreCard,
  writeCard,
} from './card'
import type { Fact } from './facts'
import { formulaNamed } from './formula'

/** Why a card is not believed. */
export type Doubt =
  /** No card, or of a form this program does not know. */
  | 'unreadable'
  | 'unknown_formula'
  /** Counting its events again gives other components, another score, or other bytes. */
  | 'another_score'
  /** Whole in itself, but not the card whose fingerprint was noted when it was computed. */
  | 'another_card'

export type Verdict = { sound: true; card: ScoreCard } | { sound: false; doubt: Doubt }

interface Proof {
  sha256: Sha256
  /** As noted when it was computed; without it only the card's own soundness can be told. */
  hash?: string
}

/** Counts a card again from the events it names, without any server. */
export function verifyCard(text: string, { sha256, hash }: Proof): Verdict {
  const read = readCard(text)
  if (!read) return { sound: false, doubt: 'unreadable' }
  if (!formulaNamed(read.formula)) return { sound: false, doubt: 'unknown_formula' }
  const card = cardOf(read)
  if (writeCard(card) !== text) return { sound: false, doubt: 'another_score' }
  if (hash !== undefined && hashOfCard(text, sha256) !== hash) return { sound: false, doubt: 'another_card' }
  return { sound: true, card }
}

/** The text as a card, if it has the shape of one; its results are only what it says of itself. */
export function readCard(text: string): ScoreCard | undefined {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return undefined
  }
  return isWritten(found) ? unpacked(found) : undefined
}

type Written = Omit<ScoreCard, 'facts' | 'corrections' | 'adjustments' | 'components'> & {
  facts: [Fact['component'], string, number, number, number][]
  corrections: [string, Fact['component'], string, Correction['as']][]
  adjustments: [string, Adjustment['reason'], string, string, string][]
  components: [Fact['component'], number, number, number, string[]][]
}

const LISTS = ['facts', 'corrections', 'adjustments', 'components'] as const

function isWritten(found: unknown): found is Written {
  const known = (found ?? {}) as Partial<Written>
  if (known.format !== FORMAT || typeof known.formula !== 'string') return false
  if (!Number.isInteger(known.window?.from) || !Number.isInteger(known.window?.to)) return false
  if (!LISTS.every((name) => Array.isArray(known[name]) && known[name].every(Array.isArray))) return false
  return (known.facts ?? []).every(
    ([, , ...numbers]) => numbers.length === 3 && numbers.every(Number.isInteger),
  )
}

const unpacked = (written: Written): ScoreCard => ({
  ...written,
  facts: written.facts.map(([component, eventId, at, num, den]) => ({ component, eventId, at, num, den })),
  corrections: written.corrections.map(([appealId, component, eventId, as]) => ({
    appealId,
    component,
    eventId,
    as,
  })),
  adjustments: written.adjustments.map(([id, reason, evidence, proposedBy, approvedBy]) => ({
    id,
    reason,
    evidence,
    proposedBy,
    approvedBy,
  })),
  components: written.components.map(([key, weight, num, den, eventIds]) => ({
    key,
    weight,
    num,
    den,
    eventIds,
  })),
})

import type { Screening } from '../concerns/screening'

/**
 * Why something is not simply shown. The first ones are WeChat's labels in our words; `number` is our own screening
 * of words; the others say that nobody has judged it yet.
 */
export const DOUBTS = [
  'advert',
  'politics',
  'porn',
  'abuse',
  'crime',
  'fraud',
  'vulgar',
  'copyright',
  'other',
  'number',
  /** It could not be handed to the check. */
  'unasked',
  /** It was handed over, and no answer came in time. */
  'unanswered',
] as const
export type Doubt = (typeof DOUBTS)[number]

/** What a check says of words or of a photo, and why it is not a plain pass. */
export type Verdict = { says: 'pass'; doubt: null } | { says: 'review' | 'risky'; doubt: Doubt }

export const PASS: Verdict = { says: 'pass', doubt: null }

/** A check that did not take place is no pass: a person looks, and nothing is lost. */
export const UNASKED: Verdict = { says: 'review', doubt: 'unasked' }

const STRICTNESS: Record<Screening, number> = { pass: 0, review: 1, risky: 2 }

/** Two checks of one thing: the stricter one counts, the first of two that say the same. */
export const stricter = (one: Verdict, other: Verdict): Verdict =>
  STRICTNESS[other.says] > STRICTNESS[one.says] ? other : one

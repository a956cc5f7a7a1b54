import type { Concern } from '../concerns/concern'
import type { Doubt, Verdict } from './verdict'

/**
 * Where a photo stands. pending: nobody has looked yet; pass: shown to whoever may read the matter; review: a person
 * looks first; refused: not shown.
 */
export const PHOTO_STATES = ['pending', 'pass', 'review', 'refused'] as const
export type PhotoState = (typeof PHOTO_STATES)[number]

/** A photo as the rules of its check see it. */
export interface Checked {
  state: PhotoState
  doubt: Doubt | null
  /** Who took the last word; `null` while only the check has spoken. */
  decidedBy: string | null
}

/** WeChat promises its answer within 30 minutes; five more, and a person looks instead. Milliseconds. */
export const ANSWER_LATEST = 35 * 60_000

/** The check is asked so often, then a person looks. */
export const MOST_TRIES = 5

/** When to ask again after `tries` times in vain: 1, 2, 4, 8 minutes. */
export const nextTryAfter = (tries: number): number => 60_000 * 2 ** (tries - 1)

/**
 * What only the reporter and those who handle it read is not handed to a check outside: it is published to nobody.
 */
export const isPublished = ({ visibility }: Pick<Concern, 'visibility'>): boolean =>
  visibility !== 'restricted'

const STATE_OF = { pass: 'pass', review: 'review', risky: 'refused' } as const
const STRICTNESS: Record<PhotoState, number> = { pending: 0, pass: 1, review: 2, refused: 3 }

/**
 * The check's answer arrives. It never undoes what a person decided; of two answers the stricter stands, so that
 * the same one twice changes nothing. That nobody had answered is no answer: a late one takes its place.
 */
export function answered(photo: Checked, verdict: Verdict): Checked {
  if (photo.decidedBy !== null) return photo
  const said: Checked = { state: STATE_OF[verdict.says], doubt: verdict.doubt, decidedBy: null }
  const unjudged = photo.doubt === 'unasked' || photo.doubt === 'unanswered'
  return unjudged || STRICTNESS[said.state] > STRICTNESS[photo.state] ? said : photo
}

/** No answer came, or the check could not be asked: a person looks. One that was answered meanwhile stays as it is. */
export const leftToPeople = (photo: Checked, doubt: 'unasked' | 'unanswered'): Checked =>
  photo.state === 'pending' ? { ...photo, state: 'review', doubt } : photo

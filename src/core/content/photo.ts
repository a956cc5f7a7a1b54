import type { Concern } from '../concerns/concern'
import type { PhotoNotice } from '../concerns/notices'
import type { Actor } from '../people/actor'
import { may, subjectOf, worksOn } from '../people/permissions'
import { mayAt, type Place } from '../people/place-rights'
import { ok, type Result, refuse } from '../result'
import type { Doubt, Verdict } from './verdict'

/**
 * Where a photo stands. pending: nobody has looked yet; pass: shown to whoever may read the matter; review: a person
 * looks first; refused: not shown.
 */
export const PHOTO_STATES = ['pending', 'pass', 'review', 'refused'] as const
export type PhotoState = (typeof PHOTO_STATES)[number]

/** A photo is made for one use: for a matter, or as the face of the one who uploaded it. */
export type PhotoUse = 'concern' | 'avatar'

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
 * the same one twice changes nothing. That nobody could answer is no answer: one that comes later takes its place.
 */
export function answered(photo: Checked, verdict: Verdict): Checked {
  if (photo.decidedBy !== null) return photo
  if (verdict.doubt === 'unasked') return leftToPeople(photo, 'unasked')
  const said: Checked = { state: STATE_OF[verdict.says], doubt: verdict.doubt, decidedBy: null }
  const unjudged = photo.doubt === 'unasked' || photo.doubt === 'unanswered'
  return unjudged || STRICTNESS[said.state] > STRICTNESS[photo.state] ? said : photo
}

/** No answer came, or the check could not be asked: a person looks. One that was answered meanwhile stays as it is. */
export const leftToPeople = (photo: Checked, doubt: 'unasked' | 'unanswered'): Checked =>
  photo.state === 'pending' ? { ...photo, state: 'review', doubt } : photo

interface Look {
  shown: boolean
  /** What the author is told; needed when it is not shown. */
  reason: string
}

/** What a photo shows: a matter, or somebody who lives at a place (the whole street while nobody knows where). */
type Shows = { concern: Concern } | { home: Place }

const mayLook = (actor: Actor, shows: Shows): boolean =>
  ('concern' in shows
    ? may(actor, 'content.review', subjectOf(shows.concern))
    : mayAt(actor, 'content.review', shows.home)) !== null

/**
 * 可以显示 / 不显示: a person has the last word on what the check did not pass, once. Never the one who took it.
 */
export function looked(
  photo: Checked & { uploaderId: string },
  { shown, reason }: Look,
  { actor, ...shows }: { actor: Actor } & Shows,
): Result<Checked> {
  if (actor.personId === null || !mayLook(actor, shows)) return refuse('FORBIDDEN')
  if (photo.uploaderId === actor.personId) return refuse('SELF_APPROVAL')
  const waits = photo.state === 'review' || photo.state === 'refused'
  if (!waits || photo.decidedBy !== null) return refuse('NOT_IN_THIS_STATE')
  if (!shown && reason === '') return refuse('VALIDATION')

  return ok({ state: shown ? 'pass' : 'refused', doubt: photo.doubt, decidedBy: actor.personId })
}

/** Until it has passed, a photo is for the one who took it and for those whose office works on the matter. */
export const canSeePhoto = (
  actor: Actor,
  concern: Concern,
  { state, uploaderId }: { state: PhotoState; uploaderId: string },
): boolean => state === 'pass' || uploaderId === actor.personId || worksOn(actor, concern)

const NOTICES = {
  concern: { refused: 'photo_refused', shown: 'photo_shown' },
  avatar: { refused: 'face_refused', shown: 'face_shown' },
} as const

/** What the author is told: that it is not shown (again when a person says why), or is after all. */
export function noticeOf(before: Checked, after: Checked, use: PhotoUse): PhotoNotice | null {
  const { refused, shown } = NOTICES[use]
  if (after.state === 'refused')
    return before.state !== 'refused' || after.decidedBy !== before.decidedBy ? refused : null
  return before.state === 'refused' && after.state === 'pass' ? shown : null
}

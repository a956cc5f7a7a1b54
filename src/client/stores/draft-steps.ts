import type { Answer, Failure } from '../platform/transport'
import {
  type Draft,
  type DraftPhoto,
  type Errand,
  isOpenForChange,
  type Receipt,
  type Report,
  type Writing,
} from './draft'

export type DraftEvent =
  | { kind: 'write'; change: Partial<Writing>; at: number }
  /** Filled in for the person, not by him: never over his own words. */
  | { kind: 'suggest'; change: Partial<Writing> }
  | { kind: 'photo'; photo: DraftPhoto }
  | { kind: 'adopt'; owner: string }
  | { kind: 'hand-over'; report: Report; at: number }
  | { kind: 'attempt' }
  | { kind: 'rest'; at: number }
  | { kind: 'answer'; answer: Answer<Receipt>; at: number }
  | { kind: 'refuse'; failure: Failure; at: number }
  | { kind: 'wake'; at: number }

/** Milliseconds until the next try: 2 s, 4 s, 8 s ... at most ten minutes. */
export const pauseAfter = (rests: number): number => Math.min(2_000 * 2 ** rests, 600_000)

/** Answers after which nobody knows whether the server carried it out: the same key is tried again. */
const UNSETTLED: Failure['code'][] = ['OFFLINE', 'UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED']

export const isUnsettled = ({ code }: Failure): boolean => UNSETTLED.includes(code)

/**
 * The life of a draft. Once an attempt has left, what was written stays as it is until an answer comes:
 * the same key with other words would be refused, and with another key the concern could arrive twice.
 */
export function stepDraft(draft: Draft, event: DraftEvent): Draft {
  switch (event.kind) {
    case 'write':
      return written(draft, event.change, event.at)
    case 'suggest':
      return draft.touched ? draft : { ...draft, writing: { ...draft.writing, ...event.change } }
    case 'photo':
      return { ...draft, writing: { ...draft.writing, photos: replaced(draft.writing.photos, event.photo) } }
    case 'adopt':
      return draft.owner === null ? { ...draft, owner: event.owner } : draft
    case 'hand-over':
      return handedOver(draft, event.report, event.at)
    case 'attempt':
      return attempted(draft)
    case 'rest':
      return draft.progress.state === 'waiting' ? laterAgain(draft, draft.progress, event.at) : draft
    case 'answer':
      return answered(draft, event.answer, event.at)
    case 'refuse':
      return refused(draft, event.failure, event.at)
    case 'wake':
      return woken(draft, event.at)
  }
}

function written(draft: Draft, change: Partial<Writing>, at: number): Draft {
  if (!isOpenForChange(draft)) return draft
  const progress = draft.progress.state === 'waiting' ? { state: 'writing' as const } : draft.progress
  return { ...draft, touched: true, changedAt: at, writing: { ...draft.writing, ...change }, progress }
}

const replaced = (photos: DraftPhoto[], photo: DraftPhoto): DraftPhoto[] =>
  photos.map((one) => (one.id === photo.id ? photo : one))

function handedOver(draft: Draft, report: Report, at: number): Draft {
  if (!isOpenForChange(draft)) return draft
  return { ...draft, progress: { state: 'waiting', report, tries: 0, rests: 0, retryAt: at } }
}

function attempted(draft: Draft): Draft {
  if (draft.progress.state !== 'waiting') return draft
  const { report, tries, rests } = draft.progress
  return { ...draft, progress: { state: 'sending', report, tries: tries + 1, rests } }
}

/** An answer is a fact whatever the draft believes: one that comes late still settles it. */
function answered(draft: Draft, answer: Answer<Receipt>, at: number): Draft {
  const { progress } = draft
  if (progress.state === 'accepted') return draft
  if (answer.ok) return arrived(draft, answer.data, at)
  if (progress.state !== 'sending') return draft
  if (answer.error.code === 'DUPLICATE_COMMAND') {
    return arrived(draft, undefined, at)
  }
  if (isUnsettled(answer.error)) return laterAgain(draft, progress, at)
  return { ...draft, progress: { state: 'refused', failure: answer.error } }
}

/** Somebody else's name and phone stay on this phone no longer than it takes to hand them over. */
const arrived = (draft: Draft, receipt: Receipt | undefined, at: number): Draft => ({
  ...draft,
  writing: { ...draft.writing, helped: null, child: null },
  progress: { state: 'accepted', receipt, at },
})

const laterAgain = (draft: Draft, { report, tries, rests }: Errand, at: number): Draft => ({
  ...draft,
  progress: { state: 'waiting', report, tries, rests: rests + 1, retryAt: at + pauseAfter(rests) },
})

/** Refused before the concern itself had left, for a photo: nothing is unsettled, so it may be changed. */
function refused(draft: Draft, failure: Failure, at: number): Draft {
  if (draft.progress.state !== 'waiting') return draft
  if (draft.progress.tries > 0) return laterAgain(draft, draft.progress, at)
  return { ...draft, progress: { state: 'refused', failure } }
}

/** The app was killed while it was sending, or the network is back: try at once. */
function woken(draft: Draft, at: number): Draft {
  const { progress } = draft
  if (progress.state !== 'sending' && progress.state !== 'waiting') return draft
  const { report, tries } = progress
  return { ...draft, progress: { state: 'waiting', report, tries, rests: 0, retryAt: at } }
}

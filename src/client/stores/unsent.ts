import type { InputOf } from '#contracts/operations'
import { isRecord } from '../platform/storage'
import type { Answer, Failure } from '../platform/transport'
import { isUnsettled, pauseAfter } from './draft-steps'

/** Small commands that may arrive late: none of them is worse for it, and the server refuses what no longer fits. */
export const KEPT = [
  'concerns.endorse',
  'concerns.confirm',
  'concerns.reopen',
  'concerns.contact',
  'concerns.start',
  'inbox.read',
  'signups.mark',
  // Each names the matter it was meant for, so that one that comes late never meets the next.
  'meetings.raise_hand',
  'meetings.lower_hand',
  'meetings.want_close',
  'meetings.point',
] as const
export type KeptName = (typeof KEPT)[number]

export const isKeptName = (name: string): name is KeptName => (KEPT as readonly string[]).includes(name)

/** The command as it first left, so that a repeat is the same one. */
type Sending = { [Name in KeptName]: { operation: Name; input: InputOf<Name> } }[KeptName]

/**
 * tapped: its first tries are under way, before the eyes of who tapped. waiting: to be tried at `retryAt`. sending: on
 * its way again. refused: the server has said why.
 */
type Progress =
  | { state: 'tapped' }
  | { state: 'waiting'; rests: number; retryAt: number }
  | { state: 'sending'; rests: number }
  | { state: 'refused'; code: Failure['code'] }

/** A command without an answer. Only what sending it takes, and the title of the matter to know it by. */
export type Unsent = Sending & {
  /** The idempotency key it first left with. */
  id: string
  owner: string
  title: string
  keptAt: number
  progress: Progress
}

/** One that did not get through at once. */
export type LeftOver = Unsent & { progress: Exclude<Progress, { state: 'tapped' }> }
export const isLeftOver = (unsent: Unsent): unsent is LeftOver => unsent.progress.state !== 'tapped'

export type UnsentEvent =
  /** The first tries are over. */
  | { kind: 'tried'; lost: boolean; at: number }
  | { kind: 'attempt' }
  | { kind: 'answer'; answer: Answer<unknown>; at: number }
  | { kind: 'wake'; at: number }

/** A server that answers, and each time with a fault of its own, will not take it: its sender should know. */
const MOST_FAULTS = 8

/** The life of an unsent command; nothing is left of it once the server has it. */
export function stepUnsent(unsent: Unsent, event: UnsentEvent): Unsent | undefined {
  const { progress } = unsent
  switch (event.kind) {
    case 'tried':
      return tried(unsent, event)
    case 'attempt':
      return progress.state === 'waiting'
        ? { ...unsent, progress: { state: 'sending', rests: progress.rests } }
        : unsent
    case 'answer':
      return progress.state === 'sending' ? answered(unsent, progress.rests, event) : unsent
    case 'wake':
      return progress.state === 'refused'
        ? unsent
        : { ...unsent, progress: { state: 'waiting', rests: 0, retryAt: event.at } }
  }
}

/** An answer was read by who tapped; without one it is the phone's business from here on. */
function tried(unsent: Unsent, { lost, at }: { lost: boolean; at: number }): Unsent | undefined {
  if (!lost) return undefined
  return unsent.progress.state === 'tapped'
    ? { ...unsent, progress: { state: 'waiting', rests: 1, retryAt: at + pauseAfter(0) } }
    : unsent
}

function answered(
  unsent: Unsent,
  rests: number,
  { answer, at }: { answer: Answer<unknown>; at: number },
): Unsent | undefined {
  if (answer.ok || answer.error.code === 'DUPLICATE_COMMAND') return undefined
  const { code } = answer.error
  // The token ran out on the way: it waits until its owner has signed in again.
  const mayPass = isUnsettled(answer.error) || code === 'NOT_AUTHENTICATED'
  if (!mayPass || (code === 'INTERNAL' && rests >= MOST_FAULTS)) {
    return { ...unsent, progress: { state: 'refused', code } }
  }
  return { ...unsent, progress: { state: 'waiting', rests: rests + 1, retryAt: at + pauseAfter(rests) } }
}

/** A guard against what an older version of the app left behind. */
export const isUnsent = (found: unknown): found is Unsent =>
  isRecord(found) &&
  typeof found.id === 'string' &&
  typeof found.owner === 'string' &&
  typeof found.title === 'string' &&
  typeof found.operation === 'string' &&
  isKeptName(found.operation) &&
  isRecord(found.input) &&
  isRecord(found.progress) &&
  typeof found.progress.state === 'string'

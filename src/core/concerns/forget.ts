import { GONE_WORDS } from '../people/closing'
import { isOpenToAll, standingOf } from '../people/permissions'
import type { Concern } from './concern'
import type { EventKind } from './events'

/** Notes by which the street answers everybody; what was said on the phone, or by the reporter, is not among them. */
export const SAID_TO_ALL: readonly string[] = [
  'resolve',
  'verify',
  'return',
  'whistle',
  'arrive',
] satisfies EventKind[]

/**
 * A matter whose reporter has closed his account. What everybody reads lives on, and nobody is behind it any more;
 * what only he and those who handle it read goes with him, down to the frame that is counted.
 */
export function withoutReporter(concern: Concern): Concern {
  const bare = withoutRating(concern)
  if (isOpenToAll(standingOf(concern))) return bare
  return withoutResult({
    ...bare,
    title: GONE_WORDS,
    detail: '',
    photoIds: [],
    place: { ...bare.place, point: null, words: '' },
    extensions: bare.extensions.map((extension) => ({ ...extension, reason: '' })),
  })
}

/** Stars are counted; what he wrote beside them, and why he took it back, only he and the chain ever read. */
function withoutRating(concern: Concern): Concern {
  if (concern.state !== 'closed') return concern
  const { rating, closing } = concern
  const note = closing === 'withdrawn' ? '' : concern.note
  return { ...concern, note, rating: rating && { ...rating, words: '' } }
}

function withoutResult(concern: Concern): Concern {
  if (concern.state === 'resolved' || concern.state === 'verified')
    return { ...concern, outcome: { ...concern.outcome, note: GONE_WORDS } }
  if (concern.state !== 'closed') return concern
  const outcome = concern.outcome && { ...concern.outcome, note: GONE_WORDS }
  return { ...concern, note: '', outcome }
}

interface Line {
  kind: string
  detail: Record<string, unknown>
}

/** One line of that matter's story: words go unless everybody reads them, what was decided stays. */
export function lineWithoutWords({ kind, detail }: Line, openToAll: boolean): Line['detail'] {
  if (openToAll && SAID_TO_ALL.includes(kind)) return detail
  const { note: _note, rating, outcome, ...facts } = detail
  return {
    ...facts,
    ...(kind === 'ask_extension' && { reason: '' }),
    ...(isObject(rating) && { rating: { ...rating, words: '' } }),
    ...(isObject(outcome) && { outcome: { ...outcome, note: GONE_WORDS } }),
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

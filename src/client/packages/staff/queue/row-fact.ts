import type { OutputOf } from '#contracts/operations'
import { stateWords } from '../../../texts/concern-words'
import { agoWords } from '../../../texts/dates'
import { queue } from '../../../texts/staff'

export type QueueRow = OutputOf<'concerns.queue'>['items'][number]

/** The one fact that tells most about the next step: what is asked, who still waits, who holds it. */
export function rowFact({ next, state, submittedAt, contactDueAt, holder }: QueueRow, now: number): string {
  const { fact } = queue
  if (next === 'answer_extension') return fact.extension
  if (state === 'held') return fact.held
  if (state === 'submitted') return fact.waiting(agoWords(submittedAt, now))
  if (contactDueAt !== null && (state === 'accepted' || state === 'in_progress')) return fact.notContacted
  return state === 'in_progress' ? fact.inHand(holder) : stateWords[state]
}

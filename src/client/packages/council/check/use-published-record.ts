import type { OutputOf } from '#contracts/operations'
import { type Ask, ask, useAnswer } from '../../../use-ask'

export type PublishedRecord = Omit<OutputOf<'motions.record'>, 'next'>

/** A poll's record as it was published, put together from as many answers as it fills. */
export const usePublishedRecord = (pollId: string): Ask<PublishedRecord> =>
  useAnswer(['motions.record', { pollId }], () => wholeRecord(pollId))

async function wholeRecord(pollId: string): Promise<PublishedRecord> {
  let { next, text, ...told } = await ask('motions.record', { pollId })
  while (next !== null) {
    const part = await ask('motions.record', { pollId, from: next })
    text += part.text
    next = part.next
  }
  return { ...told, text }
}

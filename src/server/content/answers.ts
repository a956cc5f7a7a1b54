import { answered } from '#core/content/photo'
import type { Verdict } from '#core/content/verdict'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { lockPhoto, settlePhoto } from './kept-photo'

/** What an answer may touch. */
export type Answering = Pick<System, 'streetId' | 'newId' | 'clock'>

/**
 * WeChat's answer to the check it numbered `trace`. It may come before we have written that number down: then it
 * waits in its row for the photo, as the photo waits there for its answer.
 */
export async function takeAnswer(
  tx: Tx,
  system: Answering,
  { trace, verdict }: { trace: string; verdict: Verdict },
): Promise<void> {
  const { says, doubt } = verdict
  const { photo_id: photoId } = await tx
    .insertInto('photo_traces')
    .values({ street_id: system.streetId, trace_id: trace, photo_id: null, says, doubt })
    .onConflict((conflict) => conflict.columns(['street_id', 'trace_id']).doUpdateSet({ says, doubt }))
    .returning('photo_id')
    .executeTakeFirstOrThrow()
  if (photoId !== null) await judge(tx, system, { photoId, verdict })
}

/** WeChat has numbered the check of a photo; an answer that was quicker than we is taken now. */
export async function keepTrace(
  tx: Tx,
  system: Answering,
  { trace, photoId }: { trace: string; photoId: string },
): Promise<void> {
  const { says, doubt } = await tx
    .insertInto('photo_traces')
    .values({ street_id: system.streetId, trace_id: trace, photo_id: photoId, says: null, doubt: null })
    .onConflict((conflict) => conflict.columns(['street_id', 'trace_id']).doUpdateSet({ photo_id: photoId }))
    .returning(['says', 'doubt'])
    .executeTakeFirstOrThrow()
  // The two columns were written from one verdict.
  if (says !== null) await judge(tx, system, { photoId, verdict: { says, doubt } as Verdict })
}

/** The check says something of a photo. */
export async function judge(
  tx: Tx,
  system: Answering,
  { photoId, verdict }: { photoId: string; verdict: Verdict },
): Promise<void> {
  const before = await lockPhoto(tx, system.streetId, photoId)
  if (!before) return
  const after = answered(before, verdict)
  if (after !== before) await settlePhoto(tx, system, { before, after, at: await system.clock(tx) })
}

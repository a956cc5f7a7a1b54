import type { OutputOf, ParsedOf } from '#contracts/operations'
import { looked } from '#core/content/photo'
import { canSee } from '#core/people/permissions'
import { ok, type Result, refuse } from '#core/result'
import { findConcern } from '../concerns/load'
import { lockPhoto, settlePhoto } from '../content/kept-photo'
import type { Asking, HandlersOf } from '../operation'
import { pageOf, readCursor } from '../queries/cursor'
import { countToReview, photosToReview, waitingPhoto } from '../queries/photos-to-review'

export const contentHandlers: HandlersOf<'content.queue' | 'content.decide'> = {
  'content.queue': async (input, asking) => {
    const after = readCursor(input.cursor)
    if (!after.ok) return after
    const { rows, cursor } = pageOf(await photosToReview(asking, after.value), ({ at, id }) => ({ at, id }))
    const items = rows.map((row) => waitingPhoto(row, asking))
    return ok({ items, cursor, waiting: await countToReview(asking) })
  },

  'content.decide': decide,
}

/** 可以显示 / 不显示: load, ask the rule, save with who and when. */
async function decide(
  { photoId, ...look }: ParsedOf<'content.decide'>,
  { tx, actor, now, system }: Asking,
): Promise<Result<OutputOf<'content.decide'>>> {
  const { streetId } = system
  const before = await lockPhoto(tx, streetId, photoId)
  const kept = before?.concernId && (await findConcern(tx, { streetId, id: before.concernId, now }))
  if (!before || !kept || !canSee(actor, kept.concern, false)) return refuse('NOT_FOUND')

  const decided = looked(before, look, { actor, concern: kept.concern })
  if (!decided.ok) return decided
  await settlePhoto(tx, system, { before, after: decided.value, reason: look.reason, at: now })
  return ok({ photoId, state: decided.value.state })
}

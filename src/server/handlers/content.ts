import type { OutputOf, ParsedOf } from '#contracts/operations'
import { looked } from '#core/content/photo'
import { canSee } from '#core/people/permissions'
import { ok, type Result, refuse } from '#core/result'
import { findConcern } from '../concerns/load'
import { type KeptPhoto, lockPhoto, settlePhoto } from '../content/kept-photo'
import { deedOf } from '../council/deeds'
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
  asking: Asking,
): Promise<Result<OutputOf<'content.decide'>>> {
  const { tx, actor, now, system } = asking
  const before = await lockPhoto(tx, system.streetId, photoId)
  const shows =
    before &&
    (before.use === 'avatar'
      ? await homeOf(asking, before)
      : ((await matterOf(asking, before)) ?? (await deedOf(asking, photoId))))
  if (!shows) return refuse('NOT_FOUND')

  const decided = looked(before, look, { actor, ...shows })
  if (!decided.ok) return decided
  await settlePhoto(tx, system, { before, after: decided.value, reason: look.reason, at: now })
  return ok({ photoId, state: decided.value.state })
}

/** `null` for a photo of nothing yet, and of what this person may not read. */
async function matterOf({ tx, actor, now, system: { streetId } }: Asking, { concernId }: KeptPhoto) {
  const kept = concernId !== null && (await findConcern(tx, { streetId, id: concernId, now }))
  return kept && canSee(actor, kept.concern, false) ? { concern: kept.concern } : null
}

/** Where the owner of a face says he lives, or the whole street; `null` once he shows it no more. */
async function homeOf({ tx, system: { streetId } }: Asking, { id }: KeptPhoto) {
  const found = await tx
    .selectFrom('persons as face')
    .leftJoin('residencies as r', (on) =>
      on
        .onRef('r.street_id', '=', 'face.street_id')
        .onRef('r.person_id', '=', 'face.id')
        .on('r.to_at', 'is', null),
    )
    .leftJoin('buildings as home', (on) =>
      on.onRef('home.street_id', '=', 'r.street_id').onRef('home.id', '=', 'r.building_id'),
    )
    .select('home.grid_path as gridPath')
    .where('face.street_id', '=', streetId)
    .where('face.avatar_id', '=', id)
    .executeTakeFirst()
  return found ? { home: { gridPath: found.gridPath ?? streetId, buildingId: null } } : null
}

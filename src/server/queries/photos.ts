import { sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import type { Concern } from '#core/concerns/concern'
import { canSeePhoto, type PhotoState } from '#core/content/photo'
import type { Asking } from '../operation'
import { beholderOf } from '../photos/links'

type Shown = OutputOf<'concerns.get'>['photos'][number]

/**
 * A concern's photos in the order they were given, with addresses that hold for an hour or two. One that has not
 * passed has an address for its author and for those who handle the matter alone; others are told that it waits,
 * and not whether that is for a machine or for a person.
 */
export async function photosOf(
  { tx, now, actor, system }: Asking,
  concern: Concern,
  ids: string[],
): Promise<Shown[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('photos')
    .select(['id', 'width', 'height', 'state', 'uploader_id as uploaderId'])
    .where('street_id', '=', system.streetId)
    .where('id', 'in', ids)
    .execute()
  const addressOf = ({ id, state }: (typeof rows)[number]) =>
    system.photoLinks.url(id, beholderOf(state), now)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const photo = byId.get(id)
    return photo ? [shown(photo, canSeePhoto(actor, concern, photo) ? addressOf(photo) : null)] : []
  })
}

const shown = (
  { uploaderId: _, ...photo }: Omit<Shown, 'url'> & { uploaderId: string },
  url: string | null,
) => ({
  ...photo,
  state: url === null && photo.state === 'review' ? 'pending' : photo.state,
  url,
})

/** What a list row must know of the concern's first photo (the concern is aliased `c`). */
export interface ThumbRow {
  thumb_state: PhotoState | null
  thumb_by: string | null
}

const ofFirstPhoto = <Value>(column: 'state' | 'uploader_id') => sql<Value>`(
  select ${sql.ref(`p.${column}`)} from photos p
  where p.street_id = c.street_id and p.id = c.body -> 'photoIds' ->> 0
)`

export const thumbColumns = [
  ofFirstPhoto<PhotoState | null>('state').as('thumb_state'),
  ofFirstPhoto<string | null>('uploader_id').as('thumb_by'),
] as const

/** The first photo's address for a list, for who may see it; a picture that waits is simply not there. */
export function thumbOf(concern: Concern, row: ThumbRow, { actor, now, system }: Asking): string | null {
  const [id] = concern.photoIds
  const { thumb_state: state, thumb_by: uploaderId } = row
  if (!id || !state || !uploaderId) return null
  return canSeePhoto(actor, concern, { state, uploaderId })
    ? system.photoLinks.url(id, beholderOf(state), now)
    : null
}

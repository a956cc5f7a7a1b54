import type { Asking } from '../operation'

/** The photos with addresses that hold for an hour or two, in the order they were given. */
export async function photosOf({ tx, now, system }: Asking, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('photos')
    .select(['id', 'width', 'height'])
    .where('street_id', '=', system.streetId)
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const photo = byId.get(id)
    return photo ? [{ ...photo, url: system.photoLinks.url(id, now) }] : []
  })
}

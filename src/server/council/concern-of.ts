import type { OutputOf } from '#contracts/operations'
import type { Asking } from '../operation'

/** The concern it grew out of; whoever proposed it could read it, and so can everybody. */
export async function concernOf(
  { tx, system }: Asking,
  id: string | null,
): Promise<OutputOf<'motions.get'>['concern']> {
  if (id === null) return null
  const row = await tx
    .selectFrom('concerns')
    .select(['id', 'body'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .where('visibility', '=', 'public')
    .executeTakeFirst()
  return row ? { id: row.id, title: row.body.title } : null
}

import { type SqlBool, sql } from 'kysely'
import { type Rejected, rejectedAt, sameMatter } from '#core/council/again'
import { wordsOf } from '#core/council/motion'
import type { Asking } from '../operation'

interface Proposed {
  councilId: string
  concernId: string | null
  words: { title: string }
}

/** The same matter, voted down and resting still: grown out of the same concern, or under the same title. */
export async function rejectedBefore(
  { tx, now, system }: Asking,
  { councilId, concernId, words }: Proposed,
): Promise<Rejected | undefined> {
  const rows = await tx
    .selectFrom('motions')
    .select('body')
    .where('street_id', '=', system.streetId)
    .where('council_id', '=', councilId)
    .where('state', '=', 'ended')
    .where(sql<SqlBool>`body ->> 'ending' = 'rejected'`)
    .orderBy('proposed_at', 'desc')
    .execute()
  const found = rows
    .map(({ body }) => body)
    .find(
      (motion) =>
        (concernId !== null && motion.concernId === concernId) ||
        sameMatter(wordsOf(motion).title) === sameMatter(words.title),
    )
  if (found?.state !== 'ended') return undefined
  const again = rejectedAt(found.id, found.endedAt)
  return now < again.until ? again : undefined
}

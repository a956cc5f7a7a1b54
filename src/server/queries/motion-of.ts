import type { OutputOf } from '#contracts/operations'
import { wordsOf } from '#core/council/motion'
import type { Asking } from '../operation'

/** The last motion that grew out of a concern: from a matter people follow it to the vote, and back. */
export async function motionOf(
  { tx, system }: Asking,
  concernId: string,
): Promise<OutputOf<'concerns.get'>['motion']> {
  const row = await tx
    .selectFrom('motions')
    .select('body')
    .where('street_id', '=', system.streetId)
    .where('concern_id', '=', concernId)
    .orderBy('proposed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { id: row.body.id, title: wordsOf(row.body).title, state: row.body.state } : null
}

import type { OutputOf } from '#contracts/operations'
import { wordsOf } from '#core/council/motion'
import { projectOfMotion } from '../council/project-view'
import type { Asking } from '../operation'

/** The last motion that grew out of a concern: from a matter people follow it to the vote, and back. */
export async function motionOf(
  asking: Asking,
  concernId: string,
): Promise<OutputOf<'concerns.get'>['motion']> {
  const { tx, system } = asking
  const row = await tx
    .selectFrom('motions')
    .select('body')
    .where('street_id', '=', system.streetId)
    .where('concern_id', '=', concernId)
    .orderBy('proposed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { id, state } = row.body
  return { id, title: wordsOf(row.body).title, state, project: await projectOfMotion(asking, id) }
}

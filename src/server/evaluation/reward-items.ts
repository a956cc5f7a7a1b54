import type { RewardItem } from '#core/evaluation/reward'
import type { Asking } from '../operation'
import { under } from '../queries/under'

interface Wanted {
  gridPath: string
  items: { lifeId: string; amount: number }[]
}

/** Whom the cards are of: published cards of heads under the grid, all of them or nothing. */
export async function rewardedIn(
  { tx, system }: Asking,
  { gridPath, items }: Wanted,
): Promise<RewardItem[] | undefined> {
  const rows = await tx
    .selectFrom('score_lives')
    .select(['id', 'person_id'])
    .where('street_id', '=', system.streetId)
    .where('kind', '=', 'head')
    .where('state', '=', 'published')
    .where(under('grid_path', gridPath))
    .where(
      'id',
      'in',
      items.map(({ lifeId }) => lifeId),
    )
    .execute()
  const persons = new Map(rows.map(({ id, person_id }) => [id, person_id]))
  const rewarded: RewardItem[] = []
  for (const { lifeId, amount } of items) {
    const personId = persons.get(lifeId)
    if (!personId) return undefined
    rewarded.push({ lifeId, personId, amount })
  }
  return rewarded
}

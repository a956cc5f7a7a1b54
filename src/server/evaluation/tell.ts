import type { Life } from '#core/evaluation/life'
import { tellPeople } from '../heads/tell'
import type { Tx } from '../storage/database'
import type { Keeping } from './keep-cards'

type Told = 'score_preview' | 'score_revised' | 'score_answered' | 'score_published'

/** Whom a card is about: the head, or whoever leads the grid now. */
export async function tellOfCard(
  tx: Tx,
  system: Keeping,
  { life, kind, now }: { life: Life; kind: Told; now: number },
): Promise<void> {
  const title = await labelOf(tx, system.streetId, life)
  const personIds = life.personId ? [life.personId] : await leadersOf(tx, system.streetId, { life, now })
  await tellPeople(tx, system, { personIds, kind, title, now })
}

async function labelOf(tx: Tx, streetId: string, { kind, subjectId }: Life): Promise<string> {
  if (kind === 'head') {
    const house = tx.selectFrom('buildings').select('label').where('street_id', '=', streetId)
    return (await house.where('id', '=', subjectId).executeTakeFirstOrThrow()).label
  }
  const grid = tx.selectFrom('grids').select('name').where('street_id', '=', streetId)
  return (await grid.where('path', '=', subjectId).executeTakeFirstOrThrow()).name
}

async function leadersOf(
  tx: Tx,
  streetId: string,
  { life, now }: { life: Life; now: number },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('role_grants')
    .select('person_id')
    .distinct()
    .where('street_id', '=', streetId)
    .where('grid_path', '=', life.gridPath)
    .where('role', '=', 'grid_head')
    .where('from_at', '<=', now)
    .where('to_at', '>', now)
    .orderBy('person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}

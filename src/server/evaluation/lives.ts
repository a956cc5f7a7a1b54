import type { ScoreCard } from '#core/evaluation/card'
import type { Life } from '#core/evaluation/life'
import { readCard } from '#core/evaluation/verify'
import { ok, type Result, refuse } from '#core/result'
import type { Tx } from '../storage/database'

/** A life as it is kept, with the version it has now and the card in force. */
export interface KeptLife {
  id: string
  version: number
  cardId: string
  life: Life
}

/** A life by its id, held until the transaction ends. */
export async function lockLife(tx: Tx, streetId: string, id: string): Promise<KeptLife | undefined> {
  return livesOf(tx, streetId).where('id', '=', id).forUpdate().executeTakeFirst()
}

export const livesOf = (tx: Tx, streetId: string) =>
  tx
    .selectFrom('score_lives')
    .select(['id', 'version', 'card_id as cardId', 'body as life'])
    .where('street_id', '=', streetId)

export interface KeptCard {
  id: string
  card: ScoreCard
  text: string
  hash: string
  computedAt: number
}

/** Cards by id. One that cannot be read was altered behind the database's back. */
export async function loadCards(tx: Tx, streetId: string, ids: string[]): Promise<Map<string, KeptCard>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('score_cards')
    .select(['id', 'body', 'hash', 'computed_at'])
    .where('street_id', '=', streetId)
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, body, hash, computed_at }) => {
      const card = readCard(body)
      if (!card) throw new Error(`the card ${id} cannot be read`)
      return [id, { id, card, text: body, hash, computedAt: computed_at }]
    }),
  )
}

export async function loadCard(tx: Tx, streetId: string, id: string): Promise<KeptCard> {
  const card = (await loadCards(tx, streetId, [id])).get(id)
  if (!card) throw new Error(`the card ${id} is gone`)
  return card
}

/** Keeps one step of a life; answers the new version. */
export async function saveLife(
  tx: Tx,
  streetId: string,
  { kept, after, cardId }: { kept: KeptLife; after: Life; cardId?: string },
): Promise<Result<number>> {
  const version = kept.version + 1
  const updated = await tx
    .updateTable('score_lives')
    .set({ version, body: after, card_id: cardId ?? kept.cardId })
    .where('street_id', '=', streetId)
    .where('id', '=', kept.id)
    .where('version', '=', kept.version)
    .executeTakeFirst()
  return Number(updated.numUpdatedRows) === 0 ? refuse('VERSION_CONFLICT') : ok(version)
}

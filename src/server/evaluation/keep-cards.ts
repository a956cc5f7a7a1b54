import { createHash } from 'node:crypto'
import { hashOfCard, type ScoreCard, writeCard } from '#core/evaluation/card'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'

export type Keeping = Pick<System, 'streetId' | 'newId'>

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The audit log's name for it; no operation is called so. */
export const COMPUTED = 'score.computed'

interface Kept {
  cards: { id: string; card: ScoreCard }[]
  now: number
}

/** Keeps cards, and notes their fingerprints in the sealed log, so that a card forged as a whole is found, too. */
export async function keepCards(tx: Tx, system: Keeping, { cards, now }: Kept): Promise<void> {
  const written = cards.map(({ id, card }) => ({ id, card, body: writeCard(card) }))
  const hashed = written.map((one) => ({ ...one, hash: hashOfCard(one.body, sha256) }))
  await insertAll(
    tx,
    'score_cards',
    hashed.map(({ id, card, body, hash }) => ({
      street_id: system.streetId,
      id,
      kind: card.kind,
      subject_id: card.subjectId,
      period: card.period,
      edition: card.edition,
      body,
      hash,
      computed_at: now,
    })),
  )
  await insertAll(
    tx,
    'audit_log',
    hashed.map(({ id, card, hash }) => ({
      street_id: system.streetId,
      id: system.newId(),
      at: now,
      actor_id: null,
      office: 'clock' as const,
      operation: COMPUTED,
      subject_id: id,
      request_id: `score.${card.period}`,
      input_hash: hash,
      outcome: 'done',
    })),
  )
}

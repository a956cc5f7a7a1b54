import { cardOf } from '#core/evaluation/card'
import { correctionsOf, type Life, revise } from '#core/evaluation/life'
import { ok, type Result } from '#core/result'
import type { Asking } from '../operation'
import { agreedFor } from './adjustments'
import { type Keeping, keepCards } from './keep-cards'
import { type KeptLife, loadCard, saveLife } from './lives'
import { tellOfCard } from './tell'

/**
 * A new edition of a card, after an appeal was upheld or an adjustment agreed on: the same facts, the corrections and
 * adjustments that stand now, three days of preview anew. The old edition is kept. Answers the life's new version.
 */
export async function reviseCard(
  { tx, now, system }: Pick<Asking, 'tx' | 'now'> & { system: Keeping },
  kept: KeptLife,
  life: Life,
): Promise<Result<number>> {
  const revised = revise(life, now)
  if (!revised.ok) return revised
  const { card: old } = await loadCard(tx, system.streetId, kept.cardId)
  const subject = { id: life.subjectId, personId: life.personId }
  const agreed = await agreedFor(tx, system.streetId, { ...life, subjects: [subject] })
  const card = cardOf({
    ...old,
    edition: revised.value.edition,
    corrections: correctionsOf(life),
    adjustments: agreed.get(life.subjectId) ?? [],
  })
  const id = system.newId()
  await keepCards(tx, system, { cards: [{ id, card }], now })
  const saved = await saveLife(tx, system.streetId, { kept, after: revised.value, cardId: id })
  if (!saved.ok) return saved
  await tellOfCard(tx, system, { life: revised.value, kind: 'score_revised', now })
  return ok(saved.value)
}

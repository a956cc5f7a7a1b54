import { cardOf } from '#core/evaluation/card'
import { correctionsOf, type Life, revise } from '#core/evaluation/life'
import { ok, type Result } from '#core/result'
import type { Asking } from '../operation'
import { insertAll } from '../storage/insert-all'
import { approvedFor, cardRow, computedLine, type Keeping, told } from './compute'
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
  const asked = { period: life.period, kind: life.kind, ids: [life.subjectId] }
  const agreed = (await approvedFor(tx, system.streetId, asked)).get(life.subjectId) ?? []
  const card = cardOf({
    ...old,
    edition: revised.value.edition,
    corrections: correctionsOf(life),
    adjustments: agreed.filter(({ personId }) => personId === life.personId).map(told),
  })
  const id = system.newId()
  await tx
    .insertInto('score_cards')
    .values(cardRow(id, card, now))
    .execute()
  await insertAll(tx, 'audit_log', [computedLine(system, { id, card, now })])
  const saved = await saveLife(tx, system.streetId, { kept, after: revised.value, cardId: id })
  if (!saved.ok) return saved
  await tellOfCard(tx, system, { life: revised.value, kind: 'score_revised', now })
  return ok(saved.value)
}

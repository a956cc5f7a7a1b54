import type { OutputOf } from '#contracts/operations'
import { ADJUSTMENT_POINTS } from '#core/evaluation/formula'
import { type Life, mayAnswer, mayAppeal, mayConfirm, openAppeals } from '#core/evaluation/life'
import type { Asking } from '../operation'
import { type KeptCard, loadCard } from './lives'
import { type LifeRow, placedOf } from './rows'

type Detail = OutputOf<'scores.get'>

/** A card with everything behind it, for those who may read it. */
export async function detailOf(asking: Asking, row: LifeRow): Promise<Detail> {
  const { life } = row
  const kept = await loadCard(asking.tx, asking.system.streetId, row.cardId)
  const { formula, applicable, points, adjustments } = kept.card
  return {
    ...placedOf(row),
    version: row.version,
    name: row.name,
    formula,
    applicable,
    points,
    components: componentsWithEvents(kept),
    adjustments: adjustments.map(({ reason, evidence }) => ({
      reason,
      evidence,
      points: ADJUSTMENT_POINTS[reason],
    })),
    appeals: life.appeals.map(({ id, component, eventId, words, at, dueAt, answer }) => ({
      id,
      component,
      eventId,
      words,
      at,
      dueAt,
      answer: answer && { as: answer.as, note: answer.note, at: answer.at },
    })),
    editions: await editionsOf(asking, life),
    text: kept.text,
    hash: kept.hash,
    talk: life.state === 'published' && life.talk ? { plan: life.talk.plan?.words ?? null } : null,
    may: stepsFor(asking, life),
  }
}

const componentsWithEvents = ({ card }: KeptCard): Detail['components'] =>
  card.components.map(({ key, weight, num, den }) => ({
    key,
    weight,
    num,
    den,
    events: card.facts
      .filter(({ component }) => component === key)
      .map(({ eventId, at, num: counted, den: due }) => ({ id: eventId, at, num: counted, den: due })),
  }))

const editionsOf = ({ tx, system }: Asking, { kind, subjectId, period }: Life) =>
  tx
    .selectFrom('score_cards')
    .select(['edition', 'score', 'stars', 'computed_at as computedAt'])
    .where('street_id', '=', system.streetId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where('period', '=', period)
    .orderBy('edition')
    .execute()

function stepsFor({ actor, now }: Asking, life: Life): Detail['may'] {
  const may: Detail['may'] = []
  if (life.state === 'preview' && now < life.previewUntil && mayAppeal(actor, life)) may.push('appeal')
  if (openAppeals(life).some(({ by }) => by !== actor.personId) && mayAnswer(actor, life)) may.push('answer')
  const isToTalk = life.state === 'published' && life.talk !== null && life.talk.plan === null
  if (isToTalk && mayConfirm(actor, life)) may.push('plan')
  return may
}

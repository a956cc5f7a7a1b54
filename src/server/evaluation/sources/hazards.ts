import { hazardFact } from '#core/evaluation/facts'
import { type HeadSubject, idsOf, type Source, tenureIn } from './source'

/** 隐患: dangers found in the house in the month, by whomever. */
export const hazards: Source<HeadSubject> = async (asked) => {
  const { tx, streetId, window } = asked
  const rows = await tx
    .selectFrom('hazards')
    .select(['building_id', 'body'])
    .where('street_id', '=', streetId)
    .where('building_id', 'in', idsOf(asked))
    .where('found_at', '>=', window.from)
    .where('found_at', '<', window.to)
    .execute()
  return rows.map(({ building_id, body }) => ({
    subjectId: building_id,
    facts: hazardFact(body, tenureIn(asked, building_id)),
  }))
}

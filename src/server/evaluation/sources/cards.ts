import { recordFact } from '#core/evaluation/facts'
import type { HeadSubject, Source } from './source'
import { idsOf } from './source'

/** 楼栋卡: what somebody confirmed of the house. A house nobody has a card of yet is not the head's to answer for. */
export const cards: Source<HeadSubject> = async (asked) => {
  const rows = await asked.tx
    .selectFrom('registrations')
    .select(['building_id', 'body'])
    .where('street_id', '=', asked.streetId)
    .where('building_id', 'in', idsOf(asked))
    .where('state', '=', 'verified')
    .execute()
  return rows.map(({ building_id, body }) => ({
    subjectId: building_id,
    facts: [recordFact(body, asked.window)],
  }))
}

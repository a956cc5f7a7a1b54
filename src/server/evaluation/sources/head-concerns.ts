import { type SqlBool, sql } from 'kysely'
import { closingFact, contactFact, ratingFact } from '#core/evaluation/facts'
import { inMonth } from './in-month'
import { type HeadSubject, idsOf, type Source, tenureIn } from './source'

/** 民情: what stood on the head's own desk. What neighbours raised and others handled is not looked at. */
export const headConcerns: Source<HeadSubject> = async (asked) => {
  const { tx, streetId, window } = asked
  const rows = await tx
    .selectFrom('concerns as c')
    .select(['c.body', 'c.building_id'])
    .where('c.street_id', '=', streetId)
    .where('c.building_id', 'in', idsOf(asked))
    .where(inMonth(window))
    .where(sql<SqlBool>`exists (
      select from concern_events e where e.street_id = c.street_id and e.concern_id = c.id
        and e.kind = 'accept' and e.detail ->> 'desk' = 'head' and e.at < ${window.to}
    )`)
    .execute()
  return rows.map(({ body, building_id }) => {
    const tenure = tenureIn(asked, building_id)
    return {
      subjectId: building_id ?? '',
      facts: [
        ...contactFact('contact', body, tenure),
        ...closingFact({ component: 'closing', level: 3 }, body, tenure),
        ...ratingFact(body, tenure),
      ],
    }
  })
}

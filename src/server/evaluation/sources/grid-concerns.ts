import { type SqlBool, sql } from 'kysely'
import { closingFact, contactFact, onTimeFact, ratingFact, resolutionFact } from '#core/evaluation/facts'
import { ancestorAt } from '#core/grids/grid'
import { inMonth, openAtEnd } from './in-month'
import type { GridSubject, Source } from './source'

/** 民情: every matter whose place lies in the grid, whoever handles it. */
export const gridConcerns: Source<GridSubject> = async ({ tx, streetId, window, subjects }) => {
  const grids = new Set(subjects.map(({ id }) => id))
  const rows = await tx
    .selectFrom('concerns as c')
    .select('c.body')
    .where('c.street_id', '=', streetId)
    .where(sql<SqlBool>`(${inMonth(window)} or ${openAtEnd(window)})`)
    .execute()
  return rows
    .map(({ body }) => ({ subjectId: ancestorAt(body.gridPath, 2), body }))
    .filter(({ subjectId }) => grids.has(subjectId))
    .map(({ subjectId, body }) => ({
      subjectId,
      facts: [
        ...contactFact('response', body, window),
        ...resolutionFact(body, window),
        ...closingFact({ component: 'own_level', level: 2 }, body, window),
        ...ratingFact(body, window),
        ...onTimeFact(body, window),
      ],
    }))
}

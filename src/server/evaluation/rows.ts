import { type InferResult, sql } from 'kysely'
import type { SubjectKind } from '#core/evaluation/formula'
import type { Life } from '#core/evaluation/life'
import type { Asking } from '../operation'

/** Lives with what any list says of them: whose they are called, and what the card in force says. */
export const lifeRows = ({ tx, system }: Pick<Asking, 'tx' | 'system'>) =>
  tx
    .selectFrom('score_lives as l')
    .innerJoin('score_cards as c', (on) =>
      on.onRef('c.street_id', '=', 'l.street_id').onRef('c.id', '=', 'l.card_id'),
    )
    .leftJoin('buildings as b', (on) =>
      on
        .onRef('b.street_id', '=', 'l.street_id')
        .onRef('b.id', '=', 'l.subject_id')
        .on('l.kind', '=', sql.lit('head')),
    )
    .leftJoin('grids as g', (on) =>
      on
        .onRef('g.street_id', '=', 'l.street_id')
        .onRef('g.path', '=', 'l.subject_id')
        .on('l.kind', '=', sql.lit('grid')),
    )
    .leftJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'l.street_id').onRef('p.id', '=', 'l.person_id'),
    )
    .select(['l.id', 'l.version', 'l.card_id as cardId', 'l.body as life', 'c.score', 'c.stars'])
    .select(['p.public_name as name', 'b.no', 'g.residents'])
    .select(sql<string>`coalesce(b.label, g.name, '')`.as('label'))
    .where('l.street_id', '=', system.streetId)

export type LifeRow = InferResult<ReturnType<typeof lifeRows>>[number]

export const placedOf = ({ id, life, label, score, stars }: LifeRow) => ({
  id,
  kind: life.kind,
  period: life.period,
  label,
  state: life.state,
  edition: life.edition,
  score,
  stars,
  previewUntil: life.state === 'preview' ? life.previewUntil : null,
})

/** Months of which there are cards, the newest first. */
export async function periodsOf(
  { tx, system }: Pick<Asking, 'tx' | 'system'>,
  kind: SubjectKind,
  states?: readonly Life['state'][],
): Promise<string[]> {
  let known = tx
    .selectFrom('score_lives')
    .select('period')
    .distinct()
    .where('street_id', '=', system.streetId)
    .where('kind', '=', kind)
    .orderBy('period', 'desc')
    .limit(24)
  if (states) known = known.where('state', 'in', states)
  return (await known.execute()).map(({ period }) => period)
}

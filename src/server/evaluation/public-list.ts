import type { OutputOf, ParsedOf } from '#contracts/operations'
import { BANDS, bandOf } from '#core/evaluation/formula'
import type { Asking } from '../operation'
import { under } from '../queries/under'
import { type LifeRow, lifeRows, periodsOf } from './rows'

type List = OutputOf<'scores.list'>

/** A grid has a few hundred heads at the most, a street a hundred grids. */
const MOST = 500

/** What was published, best first; grids only beside those of their size. */
export async function publicList(asking: Asking, asked: ParsedOf<'scores.list'>): Promise<List> {
  const { kind, gridPath } = asked
  const periods = await periodsOf(asking, kind, ['published'])
  const period = asked.period ?? periods[0] ?? null
  const rows = period
    ? await lifeRows(asking)
        .where('l.kind', '=', kind)
        .where('l.period', '=', period)
        .where('l.state', '=', 'published')
        .where(under('l.grid_path', gridPath))
        .orderBy('c.score', (order) => order.desc().nullsLast())
        .orderBy('b.no')
        .orderBy('l.subject_id')
        .limit(MOST)
        .execute()
    : []
  return { period, periods, groups: kind === 'head' ? [groupOf(null, rows)] : byBand(rows) }
}

const byBand = (rows: LifeRow[]): List['groups'] =>
  BANDS.map((band) =>
    groupOf(
      band,
      rows.filter(({ residents }) => bandOf(residents ?? 0) === band),
    ),
  ).filter(({ n }) => n > 0)

const groupOf = (band: List['groups'][number]['band'], rows: LifeRow[]): List['groups'][number] => ({
  band,
  n: rows.length,
  items: rows.map(({ id, life, label, name, score, stars }) => ({
    id,
    subjectId: life.subjectId,
    label,
    name,
    score,
    stars,
  })),
})

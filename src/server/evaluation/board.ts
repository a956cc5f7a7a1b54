import { type SqlBool, sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { LIFE_STATES, mayConfirm, openAppeals } from '#core/evaluation/life'
import { lastPeriodAt } from '#core/evaluation/period'
import { mayAt } from '#core/people/place-rights'
import type { Asking } from '../operation'
import { under } from '../queries/under'
import { type LifeRow, lifeRows, periodsOf } from './rows'

type Board = OutputOf<'scores.board'>
type Asked = ParsedOf<'scores.board'>

/** How far a month has come under a grid, and what waits for whom. */
export async function boardOf(asking: Asking, asked: Asked): Promise<Board> {
  const periods = await periodsOf(asking, asked.kind)
  const period = asked.period ?? periods[0] ?? lastPeriodAt(asking.now)
  const month = { ...asked, period }
  const lives = await attention(asking, month)
  return {
    period,
    periods,
    missing: !periods.includes(lastPeriodAt(asking.now)),
    ...(await countsOf(asking, month)),
    appeals: lives.flatMap(appealsOf).sort((a, b) => a.dueAt - b.dueAt),
    talks: lives.filter(({ life }) => life.state === 'published').map(named),
    adjustments: asked.kind === 'head' ? await adjustmentsOf(asking, month) : [],
    may: stepsFor(asking, asked),
  }
}

type Month = Omit<Asked, 'period'> & { period: string }

/** Lives with an open appeal, or with a talk still to come. */
const attention = (asking: Asking, { kind, gridPath, period }: Month) =>
  lifeRows(asking)
    .where('l.kind', '=', kind)
    .where('l.period', '=', period)
    .where(under('l.grid_path', gridPath))
    .where(sql<SqlBool>`(
      l.body -> 'talk' -> 'plan' = 'null'::jsonb
      or exists (select from jsonb_array_elements(l.body -> 'appeals') a where a -> 'answer' = 'null'::jsonb)
    )`)
    .orderBy('l.id')
    .limit(100)
    .execute()

const named = ({ id, label, name }: LifeRow) => ({ lifeId: id, label, name })

const appealsOf = (row: LifeRow): Board['appeals'] =>
  openAppeals(row.life).map(({ dueAt }) => ({ ...named(row), dueAt }))

async function countsOf(
  { tx, now, system }: Asking,
  { kind, gridPath, period }: Month,
): Promise<Pick<Board, 'states' | 'ready'>> {
  const rows = await tx
    .selectFrom('score_lives')
    .select(['state', sql<number>`count(*)::int`.as('n')])
    .select(
      sql<number>`count(*) filter (where preview_until <= ${now} and not exists (
        select from jsonb_array_elements(body -> 'appeals') a where a -> 'answer' = 'null'::jsonb))::int`.as(
        'ready',
      ),
    )
    .where('street_id', '=', system.streetId)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .where(under('grid_path', gridPath))
    .groupBy('state')
    .execute()
  const of = (state: Board['states'] extends Record<infer State, number> ? State : never) =>
    rows.find((row) => row.state === state)?.n ?? 0
  const [computed, preview, confirmed, published] = LIFE_STATES.map(of)
  return {
    states: {
      computed: computed ?? 0,
      preview: preview ?? 0,
      confirmed: confirmed ?? 0,
      published: published ?? 0,
    },
    ready: rows.reduce((sum, { ready }) => sum + ready, 0),
  }
}

async function adjustmentsOf(
  { tx, actor, system }: Asking,
  { gridPath }: Month,
): Promise<Board['adjustments']> {
  const rows = await tx
    .selectFrom('score_adjustments as a')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'a.street_id').onRef('b.id', '=', 'a.building_id'),
    )
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'a.street_id').on(sql<SqlBool>`p.id = a.body ->> 'personId'`),
    )
    .select(['a.id', 'a.version', 'a.body', 'b.label', 'p.public_name as name'])
    .where('a.street_id', '=', system.streetId)
    .where(under('a.grid_path', gridPath))
    .where('a.approved', 'is', null)
    .orderBy('a.id')
    .limit(100)
    .execute()
  return rows.map(({ id, version, body, label, name }) => ({
    id,
    version,
    label,
    name,
    reason: body.reason,
    evidence: body.evidence,
    mine: body.proposedBy === actor.personId || body.personId === actor.personId,
  }))
}

function stepsFor({ actor }: Asking, place: Asked): Board['may'] {
  const may: Board['may'] = []
  const at = { gridPath: place.gridPath, buildingId: null }
  if (mayAt(actor, 'score.compute', at)) may.push('compute')
  if (mayConfirm(actor, place)) may.push('confirm')
  if (place.kind === 'head' && mayAt(actor, 'score.adjust', at)) may.push('adjust')
  return may
}

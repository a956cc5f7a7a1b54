import { sql } from 'kysely'
import type { Share } from '#core/dashboard/figures'
import { under } from '../queries/under'
import { type Asked, type Figured, instants } from './asked'

interface Row {
  share: Share
  month: number
  num: number
  den: number
}

const RATES = ['resolution', 'response', 'satisfaction'] as const

/**
 * 事件跑起来, 三率: solved in time, first contact in time, what reporters answered. What counts in which month is what
 * the evaluation of a grid counts (core/evaluation/facts.ts); here the database adds up a year of it.
 */
export async function concerns(asked: Asked): Promise<Figured> {
  const rows = await rates(asked)
  const of = (wanted: Share) => rows.filter(({ share }) => share === wanted)
  return {
    shares: RATES.map((share) => ({ share, ...sumOf(of(share)) })),
    trend: asked.until.map((_, at) => sumOf(of('resolution').filter(({ month }) => month === at + 1))),
    counts: [],
  }
}

const sumOf = (rows: readonly Row[]): { num: number; den: number } => ({
  num: rows.reduce((sum, { num }) => sum + num, 0),
  den: rows.reduce((sum, { den }) => sum + den, 0),
})

async function rates({ asking: { tx, system }, gridPath, from, until }: Asked): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select f.share, width_bucket(f.at, ${instants(from)}) as month, sum(f.num)::int as num, sum(f.den)::int as den
    from (
      select state, closed_at, due_at, body -> 'outcome' as outcome, body -> 'rating' as rating,
        (body ->> 'contactDueAt')::bigint as contact_due, (body ->> 'contactedAt')::bigint as contacted
      from concerns c
      where c.street_id = ${system.streetId} and ${under('c.grid_path', gridPath)}
    ) c
    cross join lateral (values
      ('response', c.contact_due, (coalesce(c.contacted <= c.contact_due, false))::int, 1,
        c.state <> 'closed' or jsonb_typeof(c.outcome) = 'object'),
      ('resolution', c.closed_at, ((c.outcome ->> 'at')::bigint <= c.due_at)::int, 1,
        c.state = 'closed' and jsonb_typeof(c.outcome) = 'object'),
      ('satisfaction', (c.rating ->> 'at')::bigint, (c.rating ->> 'stars')::int, 5,
        c.state = 'closed' and jsonb_typeof(c.rating) = 'object')
    ) f(share, at, num, den, counts)
    where f.counts and f.at >= ${from[0] ?? 0} and f.at < ${until[until.length - 1] ?? 0}
    group by 1, 2`.execute(tx)
  return rows
}

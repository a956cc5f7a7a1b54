import { sql } from 'kysely'
import { stayedInGrid } from '#core/concerns/ladder'
import type { Level } from '#core/grids/grid'
import { under } from '../queries/under'
import type { Asked, Figured } from './asked'

interface Row {
  level: Level
  /** A department above the street brought it about. */
  outside: boolean
  n: number
}

/** 小事不出网格，大事不出街道: where matters were closed that came to a result within the year. */
export async function levels({ asking: { tx, system }, gridPath, from }: Asked): Promise<Figured> {
  const { rows } = await sql<Row>`
    select (c.body ->> 'closedAtLevel')::int as level, coalesce(d.level <> 'street', false) as outside,
      count(*)::int as n
    from concerns c
    left join departments d on d.street_id = c.street_id and d.id = c.department_id
    where c.street_id = ${system.streetId} and c.state = 'closed' and c.closed_at >= ${from[0] ?? 0}
      and jsonb_typeof(c.body -> 'outcome') = 'object' and ${under('c.grid_path', gridPath)}
    group by 1, 2`.execute(tx)
  const sum = (some: readonly Row[]) => some.reduce((total, { n }) => total + n, 0)
  const all = sum(rows)
  const inside = rows.filter(({ outside }) => !outside)
  return {
    shares: [
      { share: 'in_grid', num: sum(inside.filter(({ level }) => stayedInGrid(level))), den: all },
      { share: 'in_street', num: sum(inside), den: all },
    ],
    trend: [],
    counts: [
      ...inside.map(({ level, n }) => ({ key: String(level), n })),
      { key: 'outside', n: all - sum(inside) },
    ],
  }
}

/** 大家说得最多的: what was raised within the year, whoever may read it. */
export async function topics({ asking: { tx, system }, gridPath, from }: Asked): Promise<Figured> {
  const { rows } = await sql<{ key: string; n: number }>`
    select c.category as key, count(*)::int as n from concerns c
    where c.street_id = ${system.streetId} and c.submitted_at >= ${from[0] ?? 0} and c.state <> 'held'
      and ${under('c.grid_path', gridPath)}
    group by 1`.execute(tx)
  return { shares: [], trend: [], counts: rows }
}

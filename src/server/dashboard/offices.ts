import { sql } from 'kysely'
import { SEATS } from '#core/offices/seats'
import { under } from '../queries/under'
import { type Asked, type Figured, instants, lastOf, monthsBefore, type Standing, standingAt } from './asked'

/** 队伍强起来: seats that are taken, of eight in each level-2 grid; and houses that have a head. */
export async function team(asked: Asked): Promise<Figured> {
  const { seats, houses } = await placesIn(asked)
  const taken = await seatsTaken(asked)
  const headed = standingAt(await heads(asked), asked)
  return {
    shares: [
      { share: 'seats', num: lastOf(taken), den: seats },
      { share: 'headed', num: lastOf(headed), den: houses },
    ],
    trend: taken.map((num) => ({ num, den: seats })),
    counts: [],
  }
}

async function placesIn({
  asking: { tx, system },
  gridPath,
}: Asked): Promise<{ seats: number; houses: number }> {
  const { rows } = await sql<{ grids: number; houses: number }>`
    select
      (select count(*)::int from grids where street_id = ${system.streetId} and level = 2 and closed_at is null
        and ${under('path', gridPath)}) as grids,
      (select count(*)::int from buildings where street_id = ${system.streetId}
        and ${under('grid_path', gridPath)}) as houses`.execute(tx)
  const { grids = 0, houses = 0 } = rows[0] ?? {}
  return { seats: grids * SEATS.length, houses }
}

/** At the end of each month; a grid may have several 网格员 on one seat. */
async function seatsTaken(asked: Asked): Promise<number[]> {
  const { tx, system } = asked.asking
  const seats = sql.join(SEATS.map(({ role, acting }) => sql`(${role}, ${acting}::boolean)`))
  const { rows } = await sql<{ month: number; taken: number }>`
    select m.month::int as month, count(distinct (o.grid_path, o.role, o.acting))::int as taken
    from unnest(${instants(asked.until)}) with ordinality m(at, month)
    left join (
      select g.grid_path, g.role, g.acting, g.from_at, g.to_at
      from role_grants g
      join grids s on s.street_id = g.street_id and s.path = g.grid_path and s.level = 2 and s.closed_at is null
      where g.street_id = ${system.streetId} and g.role <> 'head' and (g.role, g.acting) in (${seats})
        and ${under('g.grid_path', asked.gridPath)}
    ) o on o.from_at < m.at and o.to_at >= m.at
    group by m.month order by m.month`.execute(tx)
  return rows.map(({ taken }) => taken)
}

async function heads(asked: Asked): Promise<Standing[]> {
  const { tx, system } = asked.asking
  const { rows } = await sql<Standing>`
    select ${monthsBefore(sql`from_at`, asked)} as came, ${monthsBefore(sql`to_at`, asked)} as went,
      count(*)::int as n
    from role_grants
    where street_id = ${system.streetId} and role = 'head' and ${under('grid_path', asked.gridPath)}
    group by 1, 2`.execute(tx)
  return rows
}

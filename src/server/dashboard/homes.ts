import { sql } from 'kysely'
import { levelOf } from '#core/grids/grid'
import { under } from '../queries/under'
import {
  type Asked,
  type Figured,
  lastOf,
  monthsBefore,
  residentsIn,
  type Standing,
  standingAt,
} from './asked'

/** 平台建起来: people whose home somebody confirmed, of the residents the grid is known to have. */
export async function platform(asked: Asked): Promise<Figured> {
  const residents = await residentsIn(asked)
  const homes = standingAt(await confirmedHomes(asked), asked)
  return {
    shares: [{ share: 'homes', num: lastOf(homes), den: residents }],
    trend: homes.map((num) => ({ num, den: residents })),
    counts: [],
  }
}

async function confirmedHomes(asked: Asked): Promise<Standing[]> {
  const { tx, system } = asked.asking
  // The whole street needs no look at where each house stands.
  const here =
    levelOf(asked.gridPath) === 0
      ? sql``
      : sql`and exists (select from buildings b where b.street_id = r.street_id and b.id = r.building_id
          and ${under('b.grid_path', asked.gridPath)})`
  const { rows } = await sql<Standing>`
    select ${monthsBefore(sql`r.confirmed_at`, asked)} as came,
      ${monthsBefore(sql`least(r.to_at, r.expires_at)`, asked)} as went, count(*)::int as n
    from residencies r
    where r.street_id = ${system.streetId} and r.confirmed_at is not null ${here}
    group by 1, 2`.execute(tx)
  return rows
}

import { sql } from 'kysely'
import { STALE_AFTER } from '#core/buildings/registration'
import { under } from '../queries/under'
import type { Asked, Figured } from './asked'

/** 数据活起来: houses whose card somebody confirmed within ninety days. What it was a month ago is not kept. */
export async function register({ asking: { tx, system, now }, gridPath }: Asked): Promise<Figured> {
  const { rows } = await sql<{ houses: number; fresh: number }>`
    select count(*)::int as houses,
      count(*) filter (where r.state = 'verified' and r.confirmed_at >= ${now - STALE_AFTER})::int as fresh
    from buildings b
    left join registrations r on r.street_id = b.street_id and r.building_id = b.id
    where b.street_id = ${system.streetId} and ${under('b.grid_path', gridPath)}`.execute(tx)
  const { houses = 0, fresh = 0 } = rows[0] ?? {}
  return { shares: [{ share: 'fresh', num: fresh, den: houses }], trend: [], counts: [] }
}

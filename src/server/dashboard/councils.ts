import { sql } from 'kysely'
import { DAY } from '#core/concerns/calendar'
import { under } from '../queries/under'
import type { Asked, Figured } from './asked'

/** A council that did nothing for two months has gone to sleep. */
const AWAKE_FOR = 60 * DAY

/** 机制转起来: councils in which a motion moved within sixty days; a body of one house sleeps while there is nothing to decide. */
export async function councils({ asking: { tx, system, now }, gridPath }: Asked): Promise<Figured> {
  const { rows } = await sql<{ all: number; awake: number }>`
    select count(*)::int as all, count(*) filter (where exists (
      select from motions m
      join motion_events e on e.street_id = m.street_id and e.motion_id = m.id and e.at >= ${now - AWAKE_FOR}
      where m.street_id = c.street_id and m.council_id = c.id
    ))::int as awake
    from councils c
    where c.street_id = ${system.streetId} and c.state = 'active' and c.building_id is null and ${under('c.grid_path', gridPath)}`.execute(
    tx,
  )
  const { all = 0, awake = 0 } = rows[0] ?? {}
  return { shares: [{ share: 'active', num: awake, den: all }], trend: [], counts: [] }
}

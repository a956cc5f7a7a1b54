import { sql } from 'kysely'
import { dayOf } from '#core/concerns/calendar'
import { under } from '../queries/under'
import { type Asked, type Figured, instants, residentsIn } from './asked'

/** 服务提起来: minutes of confirmed service in the year, of the residents the grid is known to have. */
export async function service(asked: Asked): Promise<Figured> {
  const residents = await residentsIn(asked)
  const served = await minutesByMonth(asked)
  const trend = asked.from.map((_, at) => ({ num: served.get(at + 1) ?? 0, den: residents }))
  const num = trend.reduce((sum, month) => sum + month.num, 0)
  return { shares: [{ share: 'minutes', num, den: residents }], trend, counts: [] }
}

/** A reversal takes away in the month of the service what it turns around. */
async function minutesByMonth({
  asking: { tx, system },
  gridPath,
  from,
}: Asked): Promise<Map<number, number>> {
  const days = from.map(dayOf)
  const { rows } = await sql<{ month: number; minutes: number }>`
    select width_bucket(day, ${instants(days)}::int[]) as month, sum(minutes)::int as minutes
    from service_records
    where street_id = ${system.streetId} and day >= ${days[0] ?? 0} and ${under('grid_path', gridPath)}
    group by 1`.execute(tx)
  return new Map(rows.map(({ month, minutes }) => [month, minutes]))
}

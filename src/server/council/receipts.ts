import { sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import type { Asking } from '../operation'
import { placesOf } from './listed-units'
import { unitsSpokenFor } from './seats'

type Receipts = OutputOf<'ballots.mine'>['items']

/**
 * Receipts of the houses somebody heads now: a ballot is the building's, so its receipt goes with the office. Those of a
 * place in a list stay with him who has or had it.
 */
export async function receiptsOf(asking: Asking, personId: string): Promise<Receipts> {
  const { tx, now, system } = asking
  const places = await placesOf(asking, [personId]).execute()
  const units = [...(await unitsSpokenFor(asking, { personIds: [personId], now })), ...places].map(
    ({ unitId }) => unitId,
  )
  if (units.length === 0) return []
  const { rows } = await sql<Omit<Receipts[number], 'closed'> & { state: string }>`
    select p.motion_id as "motionId", p.title, p.state, p.closes_at as "closesAt",
      b.unit_id as "unitId", u.label, b.receipt
    from (
      select street_id, poll_id, unit_id, receipt from ballots
      union all select street_id, poll_id, unit_id, receipt from poll_participants
    ) b
    join polls p on p.street_id = b.street_id and p.id = b.poll_id and p.state <> 'void'
    join poll_units u on u.street_id = b.street_id and u.poll_id = b.poll_id and u.unit_id = b.unit_id
    where b.street_id = ${system.streetId} and b.unit_id in (${sql.join(units)})
    order by p.closes_at desc, p.id, u.place
    limit 50`.execute(tx)
  return rows.map(({ state, ...row }) => ({ ...row, closed: state === 'closed' }))
}

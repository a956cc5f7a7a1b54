import { sql } from 'kysely'
import { DAY } from '#core/concerns/calendar'
import type { Duties } from '#core/people/closing'
import type { Tx } from '../../storage/database'

interface Whose {
  streetId: string
  personId: string
  now: number
}

/** Helping out as a volunteer ties nobody: it ends with the account. */
const FREE = 'volunteer'

/** An office that ended longer ago than this has found its way without a checklist. */
const HANDOVER_WAITS = 30 * DAY

/** What ties this person to the neighbourhood now. */
export async function dutiesOf(tx: Tx, { streetId, personId, now }: Whose): Promise<Duties> {
  const { rows } = await sql<Duties>`
    select
      (select count(*)::int from role_grants
        where street_id = ${streetId} and person_id = ${personId} and role <> ${FREE} and to_at > ${now}
          and appointment_id is null)
      + (select count(*)::int from head_appointments
        where street_id = ${streetId} and person_id = ${personId} and state in ('nominated', 'confirmed', 'active'))
      + (select count(*)::int from office_requests
        where street_id = ${streetId} and person_id = ${personId} and answered_at is null)
      as offices,
      (select count(*)::int from head_appointments
        where street_id = ${streetId} and person_id = ${personId} and state = 'ended'
          and body ->> 'handover' is null and to_at > ${now - HANDOVER_WAITS})
      as handovers`.execute(tx)
  return rows[0] ?? { offices: 0, handovers: 0 }
}

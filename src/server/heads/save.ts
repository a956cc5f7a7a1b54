import type { Appointment } from '#core/heads/appointment'
import { ok, type Result, refuse } from '#core/result'
import type { Tx } from '../storage/database'
import type { Kept } from './load'

export async function saveNew(tx: Tx, appointment: Appointment): Promise<void> {
  await tx
    .insertInto('head_appointments')
    .values({ street_id: appointment.streetId, id: appointment.id, version: 1, body: appointment })
    .execute()
}

/** Keeps one step and, in the same transaction, the office that permissions read; answers the new version. */
export async function saveStep(
  tx: Tx,
  before: Kept,
  { after, grantId }: { after: Appointment; grantId: string },
): Promise<Result<number>> {
  const version = before.version + 1
  const updated = await tx
    .updateTable('head_appointments')
    .set({ version, body: after })
    .where('street_id', '=', after.streetId)
    .where('id', '=', after.id)
    .where('version', '=', before.version)
    .executeTakeFirst()
  if (Number(updated.numUpdatedRows) === 0) return refuse('VERSION_CONFLICT')
  if (after.state === 'active' && before.appointment.state !== 'active') await giveOffice(tx, after, grantId)
  if (after.state === 'ended' && before.appointment.state === 'active') await endOffice(tx, after)
  return ok(version)
}

type InOffice = Extract<Appointment, { state: 'active' }>
type Ended = Extract<Appointment, { state: 'ended' }>

const giveOffice = (tx: Tx, appointment: InOffice, grantId: string) =>
  tx
    .insertInto('role_grants')
    .values({
      street_id: appointment.streetId,
      id: grantId,
      person_id: appointment.personId,
      role: 'head',
      grid_path: appointment.gridPath,
      building_id: appointment.buildingId,
      department_id: null,
      acting: appointment.kind === 'acting',
      from_at: appointment.from,
      to_at: appointment.to,
      appointment_id: appointment.id,
      granted_by: appointment.nominatedBy,
      seconded_by: appointment.confirmedBy,
    })
    .execute()

/** An office that ends in the moment it began never was. */
async function endOffice(tx: Tx, { streetId, id, from, to, ending }: Ended): Promise<void> {
  const ofIt = tx
    .updateTable('role_grants')
    .where('street_id', '=', streetId)
    .where('appointment_id', '=', id)
  if (to > from) {
    const endedBy = ending.kind === 'revoked' ? ending.by : null
    await ofIt.set({ to_at: to, ended_by: endedBy, end_reason: ending.kind }).execute()
    return
  }
  await tx
    .deleteFrom('role_grants')
    .where('street_id', '=', streetId)
    .where('appointment_id', '=', id)
    .execute()
}

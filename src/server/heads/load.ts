import type { Appointment } from '#core/heads/appointment'
import type { Tx } from '../storage/database'

/** An appointment as it is kept, with the version it has now. */
export interface Kept {
  appointment: Appointment
  version: number
}

/** One building has one head: everything that changes who holds it takes this lock first. */
export async function lockBuilding(
  tx: Tx,
  streetId: string,
  buildingId: string,
): Promise<{ gridPath: string; estateId: string | null } | undefined> {
  return tx
    .selectFrom('buildings')
    .select(['grid_path as gridPath', 'estate_id as estateId'])
    .where('street_id', '=', streetId)
    .where('id', '=', buildingId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function findAppointment(tx: Tx, streetId: string, id: string): Promise<Kept | undefined> {
  return appointments(tx, streetId).where('id', '=', id).executeTakeFirst()
}

/** Who is in office in a building, and who is confirmed to come next. Read under the building's lock. */
export async function holdersOf(
  tx: Tx,
  streetId: string,
  buildingId: string,
): Promise<{ inOffice: Kept | undefined; next: Kept | undefined }> {
  const rows = await appointments(tx, streetId)
    .where('building_id', '=', buildingId)
    .where('state', 'in', ['active', 'confirmed'])
    .execute()
  const inState = (state: Appointment['state']) => rows.find(({ appointment }) => appointment.state === state)
  return { inOffice: inState('active'), next: inState('confirmed') }
}

/** Other buildings this person heads or is to head. */
export async function headedBy(
  tx: Tx,
  streetId: string,
  { personId, except }: { personId: string; except: string },
): Promise<number> {
  const rows = await tx
    .selectFrom('head_appointments')
    .select('id')
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('building_id', '<>', except)
    .where('state', 'in', ['active', 'confirmed'])
    .execute()
  return rows.length
}

const appointments = (tx: Tx, streetId: string) =>
  tx
    .selectFrom('head_appointments')
    .select(['body as appointment', 'version'])
    .where('street_id', '=', streetId)

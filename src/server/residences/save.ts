import type { Updateable } from 'kysely'
import type { Residence } from '#core/residences/residence'
import type { Keys } from '../households/keep'
import { leaveHousehold } from '../households/leave'
import type { Tx } from '../storage/database'
import type { Tables } from '../storage/tables'

/** Writes what a step made of a home; the database itself keeps the stretch in which it had been vouched for. */
export async function saveResidence(tx: Tx, system: Keys, residence: Residence): Promise<void> {
  await tx
    .updateTable('residencies')
    .set(columnsOf(residence))
    .where('street_id', '=', system.streetId)
    .where('id', '=', residence.id)
    .execute()
  // Whoever does not live in the house belongs to no household of it.
  if (residence.state === 'ended') {
    await leaveHousehold(tx, system, { personId: residence.personId, now: residence.endedAt })
  }
}

function columnsOf(residence: Residence): Updateable<Tables['residencies']> {
  if (residence.state === 'ended') {
    const { endedAt, ending, endedBy, reason } = residence
    return {
      to_at: endedAt,
      ended_kind: ending,
      ended_by: endedBy,
      end_reason: reason,
      renewal_asked_at: null,
    }
  }
  if (residence.state === 'waiting') {
    return { confirmed_by: null, confirmed_at: null, expires_at: null, renewal_asked_at: null }
  }
  const { confirmedBy, confirmedAt, expiresAt, renewalAskedAt } = residence
  return {
    confirmed_by: confirmedBy,
    confirmed_at: confirmedAt,
    expires_at: expiresAt,
    renewal_asked_at: renewalAskedAt,
    // Told once for each year: a renewal begins another one.
    ...(renewalAskedAt === null && { reminded_at: null }),
  }
}

import type { Actor, Grant } from '#core/people/actor'
import type { Tx } from '../storage/database'

/** The person with the offices in force now: `from_at <= now < to_at`. */
export async function actorOf(tx: Tx, streetId: string, personId: string, now: number): Promise<Actor> {
  const { phone_enc } = await tx
    .selectFrom('persons')
    .select('phone_enc')
    .where('street_id', '=', streetId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const grants = await grantsInForce(tx, streetId, personId, now)
  if (await hasConfirmedHome(tx, streetId, personId, now)) return { personId, realNameLevel: 2, grants }
  return { personId, realNameLevel: phone_enc ? 1 : 0, grants }
}

const grantsInForce = (tx: Tx, streetId: string, personId: string, now: number): Promise<Grant[]> =>
  tx
    .selectFrom('role_grants')
    .select(['role', 'grid_path as gridPath', 'building_id as buildingId', 'department_id as departmentId'])
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('from_at', '<=', now)
    .where('to_at', '>', now)
    .orderBy('grid_path')
    .orderBy('id')
    .execute()

/** A home counts once a head or grid staff confirmed it, and only until the confirmation runs out. */
async function hasConfirmedHome(tx: Tx, streetId: string, personId: string, now: number): Promise<boolean> {
  const found = await tx
    .selectFrom('residencies')
    .select('id')
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('to_at', 'is', null)
    .where('confirmed_at', '<=', now)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]))
    .executeTakeFirst()
  return found !== undefined
}

import type { Tx } from '../storage/database'

interface Street {
  streetId: string
}

/**
 * These photos are now to be seen by others, so those nobody has checked are: the errand is written with what calls
 * for it, and carried out by the clock. Asking twice changes nothing.
 */
export async function sendToCheck(
  tx: Tx,
  { system: { streetId }, ids, now }: { system: Street; ids: string[]; now: number },
): Promise<void> {
  if (ids.length === 0) return
  const unchecked = await tx
    .selectFrom('photos')
    .select('id')
    .where('street_id', '=', streetId)
    .where('id', 'in', ids)
    .where('state', '=', 'pending')
    .execute()
  if (unchecked.length === 0) return
  await tx
    .insertInto('photo_checks')
    .values(unchecked.map(({ id }) => ({ street_id: streetId, photo_id: id, step: 'ask', due_at: now })))
    .onConflict((conflict) => conflict.columns(['street_id', 'photo_id']).doNothing())
    .execute()
}

export const forgetErrand = (tx: Tx, { streetId }: Street, photoId: string) =>
  tx.deleteFrom('photo_checks').where('street_id', '=', streetId).where('photo_id', '=', photoId).execute()

import { left } from '#core/households/household'
import type { Tx } from '../storage/database'
import { type Keys, loadHousehold, lockHousehold, membershipOf, saveHousehold } from './keep'

/** Ends somebody's part in his household, or his asking for it; who speaks for the others follows from it. */
export async function leaveHousehold(
  tx: Tx,
  keys: Keys,
  { personId, now }: { personId: string; now: number },
): Promise<boolean> {
  const found = await membershipOf(tx, keys, personId)
  if (!found) return false
  const id = found.household_id
  await lockHousehold(tx, keys, id)
  const before = await loadHousehold(tx, keys, id)
  await tx
    .updateTable('household_members')
    .set({ to_at: now })
    .where('street_id', '=', keys.streetId)
    .where('id', '=', found.id)
    .execute()
  await saveHousehold(tx, keys, { id, before, after: left(before, personId, now), now })
  return true
}

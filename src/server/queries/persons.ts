import type { Asking } from '../operation'

/** Whether each of them is registered and has not closed his account. */
export async function arePersons({ tx, system }: Asking, wanted: (string | null)[]): Promise<boolean> {
  const ids = [...new Set(wanted.filter((id) => id !== null))]
  if (ids.length === 0) return true
  const found = await tx
    .selectFrom('persons')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('id', 'in', ids)
    .where('erased_at', 'is', null)
    .execute()
  return found.length === ids.length
}

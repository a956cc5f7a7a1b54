import type { Asking } from '../operation'

/** Whether every one of them is a department of this street. */
export async function departmentsExist({ tx, system }: Asking, ids: string[]): Promise<boolean> {
  const found = await tx
    .selectFrom('departments')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('id', 'in', ids)
    .execute()
  const known = new Set(found.map(({ id }) => id))
  return ids.every((id) => known.has(id))
}

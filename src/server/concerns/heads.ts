import type { Tx } from '../storage/database'

/** The building head in office now; the appointed one before one who only stands in. */
export async function headOf(
  tx: Tx,
  streetId: string,
  { buildingId, now }: { buildingId: string | null; now: number },
): Promise<string | null> {
  if (buildingId === null) return null
  const head = await tx
    .selectFrom('role_grants')
    .select('person_id')
    .where('street_id', '=', streetId)
    .where('building_id', '=', buildingId)
    .where('role', '=', 'head')
    .where('from_at', '<=', now)
    .where('to_at', '>', now)
    .orderBy('acting')
    .orderBy('from_at', 'desc')
    .executeTakeFirst()
  return head?.person_id ?? null
}

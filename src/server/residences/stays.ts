import type { Stay } from '#core/residences/roll'
import type { System } from '../operation'
import type { Tx } from '../storage/database'

interface House {
  streetId: System['streetId']
  buildingId: string
}

/** Every stay in a house that was ever vouched for: what a roll of residents at an instant is drawn from. */
export async function staysIn(tx: Tx, { streetId, buildingId }: House): Promise<Stay[]> {
  const rows = await tx
    .selectFrom('residencies as r')
    .leftJoin('residency_vouchings as v', (on) =>
      on.onRef('v.street_id', '=', 'r.street_id').onRef('v.residency_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.person_id', 'r.to_at', 'r.confirmed_at', 'r.expires_at', 'v.from_at', 'v.until_at'])
    .where('r.street_id', '=', streetId)
    .where('r.building_id', '=', buildingId)
    .execute()
  const stays = new Map<string, Stay & { vouched: { from: number; until: number | null }[] }>()
  for (const row of rows) {
    const now = row.confirmed_at === null ? [] : [{ from: row.confirmed_at, until: row.expires_at }]
    const stay = stays.get(row.id) ?? {
      personId: row.person_id,
      buildingId,
      endedAt: row.to_at,
      vouched: now,
    }
    if (row.from_at !== null) stay.vouched.push({ from: row.from_at, until: row.until_at })
    stays.set(row.id, stay)
  }
  return [...stays.values()]
}

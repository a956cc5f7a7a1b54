import type { OutputOf } from '#contracts/operations'
import { allowed } from '#core/residences/machine'
import { countsAt } from '#core/residences/residence'
import type { Asking } from '../operation'
import { homeRows, residenceOf } from './rows'

type Mine = OutputOf<'residences.mine'>

/** 住处: where he lives, where he lived, and what he may do about it. */
export async function myHomes(asking: Asking, personId: string): Promise<Mine> {
  const rows = await homeRows(asking)
    .where('r.person_id', '=', personId)
    .orderBy('r.to_at', (by) => by.desc().nullsFirst())
    .orderBy('r.id', 'desc')
    .limit(20)
    .execute()
  const { actor, now } = asking
  const told = rows.map((row) => {
    const residence = residenceOf(row)
    return {
      id: row.id,
      buildingId: row.building_id,
      buildingLabel: row.label,
      kind: row.kind,
      floating: row.floating,
      since: row.from_at,
      state: residence.state,
      counts: countsAt(residence, now),
      until: residence.state === 'confirmed' ? residence.expiresAt : null,
      renewal: residence.state === 'confirmed' && residence.renewalAskedAt !== null,
      endedAt: residence.state === 'ended' ? residence.endedAt : null,
      ending: residence.state === 'ended' ? residence.ending : null,
      reason: residence.state === 'ended' ? residence.reason : '',
      may: allowed(residence, { actor, now, ofHead: false }),
    }
  })
  return {
    home: told.find(({ state }) => state !== 'ended') ?? null,
    before: told.filter(({ state }) => state === 'ended'),
  }
}

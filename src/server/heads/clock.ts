import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { settleBuilding } from './settle'

type Terms = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'report'>

/** Lets terms that are over end and those that have come begin; answers in how many buildings. One that fails is left. */
export async function runTerms(system: Terms, limit: number): Promise<number> {
  const failed: string[] = []
  let settled = 0
  while (settled + failed.length < limit) {
    let buildingId: string | undefined
    try {
      buildingId = await system.store.transaction(async (tx) => {
        const now = await system.clock(tx)
        const due = await claim(tx, system.streetId, { now, failed })
        buildingId = due
        if (due) await settleBuilding(tx, system, { buildingId: due, now })
        return due
      })
      if (!buildingId) return settled
      settled += 1
    } catch (surprise) {
      if (!buildingId) throw surprise
      system.report(surprise, `clock.term.${buildingId}`)
      failed.push(buildingId)
    }
  }
  return settled
}

/** A building whose office is due, locked; one that somebody else is at is passed over. */
async function claim(
  tx: Tx,
  streetId: string,
  { now, failed }: { now: number; failed: string[] },
): Promise<string | undefined> {
  let due = tx
    .selectFrom('head_appointments as a')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'a.street_id').onRef('b.id', '=', 'a.building_id'),
    )
    .select('a.building_id')
    .where('a.street_id', '=', streetId)
    .where((is) =>
      is.or([
        is.and([is('a.state', '=', 'active'), is('a.to_at', '<=', now)]),
        is.and([is('a.state', '=', 'confirmed'), is('a.from_at', '<=', now)]),
      ]),
    )
    .orderBy('a.id')
    .limit(1)
    .forNoKeyUpdate(['b'])
    .skipLocked()
  if (failed.length > 0) due = due.where('a.building_id', 'not in', failed)
  return (await due.executeTakeFirst())?.building_id
}

import { type Asked, oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { settleBuilding } from './settle'

type Terms = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'report'>

/** Lets terms that are over end and those that have come begin; answers in how many buildings. */
export const runTerms = (system: Terms, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) => claim(tx, system.streetId, asked),
    idOf: (buildingId) => buildingId,
    nameOf: (buildingId) => `clock.term.${buildingId}`,
    work: (tx, buildingId, now) => settleBuilding(tx, system, { buildingId, now }),
  })

/** A building whose office is due, locked; one that somebody else is at is passed over. */
async function claim(tx: Tx, streetId: string, { now, failed }: Asked): Promise<string | undefined> {
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

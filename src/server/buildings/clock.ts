import { overdue } from '#core/buildings/hazard-steps'
import type { System } from '../operation'
import { isUnavailable } from '../storage/database'
import { findHazardForStep, saveHazardStep } from './hazards'
import { tellHazard } from './tell-hazard'

type Keeping = Pick<System, 'store' | 'streetId' | 'newId' | 'clock' | 'report'>

/**
 * Sends late hazards one level up, the longest due first, at most `limit` of them; answers how many. Each in a
 * transaction of its own, so that any number of workers may run at once and one may die at any moment.
 */
export async function runHazardClock(system: Keeping, limit: number): Promise<number> {
  const { rows, now } = await due(system, limit)
  let fired = 0
  for (const { id } of rows) {
    try {
      if (await goUp(system, id, now)) fired += 1
    } catch (surprise) {
      if (isUnavailable(surprise)) throw surprise
      system.report(surprise, `clock.hazard.${id}`)
    }
  }
  return fired
}

const due = ({ store, streetId, clock }: Keeping, limit: number) =>
  store.transaction(async (tx) => {
    const now = await clock(tx)
    const rows = await tx
      .selectFrom('hazards')
      .select('id')
      .where('street_id', '=', streetId)
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .orderBy('id')
      .limit(limit)
      .execute()
    return { rows, now }
  })

/** The hazard is asked again under its lock: another worker or a person may have been quicker. */
const goUp = (keeping: Keeping, id: string, now: number): Promise<boolean> =>
  keeping.store.transaction(async (tx) => {
    const kept = await findHazardForStep(tx, { streetId: keeping.streetId, id })
    if (!kept) return false
    const after = overdue(kept.hazard, now)
    if (after === kept.hazard) return false
    const step = { version: kept.version, after, event: { kind: 'overdue' as const } }
    const saved = await saveHazardStep(tx, step, { personId: null, role: 'clock', at: now })
    if (saved.ok) await tellHazard(tx, keeping, { news: 'hazard_late', hazard: after, by: null, now })
    return saved.ok
  })

import { sealAudit } from './audit/seal'
import { runDueTimers } from './concerns/clock'
import { runTerms } from './heads/clock'
import type { System } from './operation'

type Keeping = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'report'>

/** Everything that happens by itself, at most `limit` of each kind; answers how much was done. */
export async function turnClocks(system: Keeping, limit: number): Promise<number> {
  const fired = await runDueTimers(system, limit)
  const settled = await runTerms(system, limit)
  return fired + settled + (await sealAudit(system, limit * SEALED_FOR_ONE))
}

/** A seal costs a hundredth of what a timer costs. */
const SEALED_FOR_ONE = 10

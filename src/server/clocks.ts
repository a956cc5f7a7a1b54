import { runHazardClock } from './buildings/clock'
import { runDueTimers } from './concerns/clock'
import type { System } from './operation'

type Keeping = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'report'>

/** Everything that happens by itself, at most `limit` things of each kind; answers how many happened. */
export async function runClocks(system: Keeping, limit: number): Promise<number> {
  const concerns = await runDueTimers(system, limit)
  return concerns + (await runHazardClock(system, limit))
}

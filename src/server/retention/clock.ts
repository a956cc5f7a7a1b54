import type { PassingKind } from '#core/people/personal-data'
import type { System } from '../operation'
import { removeDropped } from '../photos/dropped'
import { SWEEPS } from './sweeps'

type Keeping = Pick<System, 'store' | 'streetId' | 'vault' | 'clock' | 'report' | 'photoBytes'>

const KINDS = Object.keys(SWEEPS) as PassingKind[]

/**
 * Takes away what the catalogue no longer lets us keep, at most `limit` rows of each kind, and the bytes of photos
 * that nobody names any more; answers how many. Each kind in a transaction of its own: any number of workers may run
 * at once and one may die at any moment.
 */
export async function runRetention(system: Keeping, limit: number): Promise<number> {
  const { store, streetId, vault } = system
  let gone = 0
  for (const kind of KINDS) {
    gone += await store.transaction(async (tx) =>
      SWEEPS[kind](tx, { streetId, vault, now: await system.clock(tx), limit }),
    )
  }
  return gone + (await removeDropped(system, limit))
}

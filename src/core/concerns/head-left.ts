import type { Concern } from './concern'
import { became } from './step'

/**
 * A house that is left without a head leaves nothing on an empty desk: what its head had, or could have taken, is
 * the grid's, at the same step and with the same deadline. `null`: nothing of his.
 */
export function leftByHead(concern: Concern): Concern | null {
  if (concern.desk !== 'head') return null
  const toGrid = { desk: 'grid' as const, ownerId: null }
  if (concern.state === 'in_progress' || concern.state === 'accepted')
    return became(concern, { state: 'accepted' }, toGrid)
  if (concern.state === 'submitted' || concern.state === 'held' || concern.state === 'paused')
    return { ...concern, ...toGrid }
  return null
}

import type { OperationName } from '#contracts/operations'
import type { Store } from './storage/database'

/** What reads a whole street at once. */
const HEAVY: ReadonlySet<OperationName> = new Set<OperationName>(['dashboard.figure'])

const queues = new WeakMap<Store, Promise<unknown>>()

/**
 * Lets heavy operations of one database take turns. Eight figures that open at once then leave room between them: a
 * neighbour who reports a lamp waits for one of them at most, not for all eight.
 */
export function inTurn<Answer>(
  store: Store,
  operation: OperationName,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!HEAVY.has(operation)) return work()
  const mine = (queues.get(store) ?? Promise.resolve()).then(work)
  queues.set(
    store,
    mine.catch(() => undefined),
  )
  return mine
}

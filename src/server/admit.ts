import { type OperationName, operations } from '#contracts/operations'
import { may } from '#core/people/permissions'
import { ok, type Result, refuse } from '#core/result'
import type { System } from './operation'
import { type Credentials, identify } from './people/identity'
import { isUnavailable, type Tx } from './storage/database'

type Keys = Pick<System, 'streetId' | 'vault' | 'clock'>

/**
 * Whether this caller may call at all, before what he sends is taken in: for operations with megabytes in them. The
 * operation itself asks again, in its own transaction.
 */
export async function admit(
  system: Keys & Pick<System, 'store'>,
  name: OperationName,
  credentials: Credentials,
): Promise<Result<null>> {
  try {
    return await system.store.transaction((tx) => asked(tx, system, { name, credentials }))
  } catch (surprise) {
    if (isUnavailable(surprise)) return refuse('UNAVAILABLE')
    throw surprise
  }
}

async function asked(
  tx: Tx,
  system: Keys,
  { name, credentials }: { name: OperationName; credentials: Credentials },
): Promise<Result<null>> {
  const identity = await identify(tx, system, credentials, await system.clock(tx))
  if (!identity.ok) return identity
  const { actor } = identity.value
  if (may(actor, operations[name].action, null)) return ok(null)
  return refuse(actor.personId ? 'FORBIDDEN' : 'NOT_AUTHENTICATED')
}

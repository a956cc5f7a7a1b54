import { ok, type Result, refuse } from '#core/result'
import type { System } from '../operation'
import type { Tx } from '../storage/database'

/** A picture being sent up at this moment must be known before its bytes are called nobody's. */
const SETTLED_AFTER = 10 * 60_000
/** Longer than a storage takes to answer; then another worker removes them. */
const LEASE = 5 * 60_000

interface Dropping {
  streetId: string
  photoIds: string[]
  now: number
}

/** Forgets photos and all that hung on them; their bytes go with the clock, if no other photo shows the same. */
export async function dropFiles(tx: Tx, { streetId, photoIds, now }: Dropping): Promise<void> {
  if (photoIds.length === 0) return
  for (const table of ['photo_checks', 'photo_traces'] as const)
    await tx.deleteFrom(table).where('street_id', '=', streetId).where('photo_id', 'in', photoIds).execute()
  const gone = await tx
    .deleteFrom('photos')
    .where('street_id', '=', streetId)
    .where('id', 'in', photoIds)
    .returning(['sha256', 'file_id'])
    .execute()
  const files = new Map(gone.map((file) => [file.sha256, file]))
  if (files.size === 0) return
  await tx
    .insertInto('dropped_files')
    .values([...files.values()].map((file) => ({ street_id: streetId, ...file, at: now })))
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'sha256']).doUpdateSet({ at: now, leased_until: null }),
    )
    .execute()
}

/**
 * Asked in the transaction that makes a photo known: the same picture may just have been dropped. If so it is taken
 * back, or UNAVAILABLE while its bytes are being removed, which is over in a moment.
 */
export async function takeBack(tx: Tx, streetId: string, sha256: string): Promise<Result<null>> {
  const dropped = await tx
    .selectFrom('dropped_files')
    .select('leased_until')
    .where('street_id', '=', streetId)
    .where('sha256', '=', sha256)
    .forUpdate()
    .executeTakeFirst()
  if (!dropped) return ok(null)
  if (dropped.leased_until !== null) return refuse('UNAVAILABLE')
  await forget(tx, streetId, sha256)
  return ok(null)
}

type Keeping = Pick<System, 'store' | 'streetId' | 'clock' | 'report' | 'photoBytes'>

/**
 * Removes bytes that no photo names, at most `limit`; answers how many rows it settled. The storage is asked outside
 * any transaction; one that does not answer is asked again after the lease.
 */
export async function removeDropped(system: Keeping, limit: number): Promise<number> {
  const { store, streetId, photoBytes, report } = system
  for (let done = 0; done < limit; done += 1) {
    const file = await store.transaction((tx) => claim(tx, system))
    if (file === 'none') return done
    if (file === 'kept') continue
    try {
      await photoBytes.remove(file)
    } catch (failure) {
      report(failure, `photo bytes ${file.sha256.slice(0, 8)}`)
      return done
    }
    await store.transaction((tx) => forget(tx, streetId, file.sha256))
  }
  return limit
}

/** `kept`: another photo shows the same picture. */
async function claim(tx: Tx, system: Keeping) {
  const now = await system.clock(tx)
  const file = await tx
    .selectFrom('dropped_files')
    .select(['sha256', 'file_id as fileId'])
    .where('street_id', '=', system.streetId)
    .where('at', '<=', now - SETTLED_AFTER)
    .where(({ eb, or }) => or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .orderBy('at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!file) return 'none'
  const shown = await tx
    .selectFrom('photos')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('sha256', '=', file.sha256)
    .limit(1)
    .executeTakeFirst()
  if (shown) {
    await forget(tx, system.streetId, file.sha256)
    return 'kept'
  }
  await tx
    .updateTable('dropped_files')
    .set({ leased_until: now + LEASE })
    .where('street_id', '=', system.streetId)
    .where('sha256', '=', file.sha256)
    .execute()
  return file
}

const forget = (tx: Tx, streetId: string, sha256: string) =>
  tx.deleteFrom('dropped_files').where('street_id', '=', streetId).where('sha256', '=', sha256).execute()

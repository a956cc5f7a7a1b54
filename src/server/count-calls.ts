import { sql } from 'kysely'
import { ok, type Result, refuse } from '#core/result'
import { type Counted, LIMITS } from './limits'
import type { System } from './operation'

const MINUTE = 60_000

/**
 * Counts one call where no process sees them all, as in the cloud: one statement on the caller's own row.
 * RATE_LIMITED when there have been too many in this minute of the database's clock.
 */
export async function countCall(
  { store, streetId }: Pick<System, 'store' | 'streetId'>,
  { caller, counted }: { caller: string; counted: Counted },
  limits = LIMITS,
): Promise<Result<null>> {
  const { calls } = await store.db
    .insertInto('call_counts')
    .values({
      street_id: streetId,
      caller,
      counted,
      minute: sql`floor(extract(epoch from clock_timestamp()) * 1000 / ${MINUTE})`,
      calls: 1,
    })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'caller', 'counted']).doUpdateSet({
        minute: sql`excluded.minute`,
        calls: sql`case when call_counts.minute = excluded.minute then call_counts.calls + 1 else 1 end`,
      }),
    )
    .returning('calls')
    .executeTakeFirstOrThrow()
  return calls > limits[counted] ? refuse('RATE_LIMITED') : ok(null)
}

import { sql } from 'kysely'
import { concernNumber, numberDay } from '#core/concerns/number'
import type { Tx } from '../storage/database'

/** Takes the next number of the day. Its row stays locked until the transaction ends, so this is asked last. */
export async function nextNumber(tx: Tx, streetId: string, now: number): Promise<string> {
  const day = numberDay(now)
  const { last } = await tx
    .insertInto('daily_numbers')
    .values({ street_id: streetId, day, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'day']).doUpdateSet({ last: sql`daily_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return concernNumber(day, last)
}

import type { Tx } from '../storage/database'

/**
 * Where a file and a proven number meet, held until the transaction ends. A file that is written holds the row alone,
 * whoever proves a number holds it with all others who do: without it both could look for what the other has not
 * committed yet, and an office would wait for ever for somebody who has come. Taken before any row of a person.
 */
export async function passGate(tx: Tx, streetId: string, as: 'file' | 'number'): Promise<void> {
  await tx
    .insertInto('register_gates')
    .values({ street_id: streetId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const gate = tx.selectFrom('register_gates').select('street_id').where('street_id', '=', streetId)
  await (as === 'file' ? gate.forUpdate() : gate.forShare()).execute()
}

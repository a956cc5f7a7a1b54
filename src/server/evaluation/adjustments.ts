import type { Proposed } from '#core/evaluation/adjust'
import { ok, type Result, refuse } from '#core/result'
import type { Tx } from '../storage/database'

/** Keeps a proposal; the same reason with the same evidence counts once in a month. */
export async function saveNewAdjustment(tx: Tx, streetId: string, body: Proposed): Promise<Result<null>> {
  const kept = await tx
    .insertInto('score_adjustments')
    .values({ street_id: streetId, id: body.id, version: 1, body })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(kept.numInsertedOrUpdatedRows) === 1 ? ok(null) : refuse('NOT_IN_THIS_STATE')
}

export const saveAdjustment = (tx: Tx, streetId: string, body: Proposed) =>
  tx
    .updateTable('score_adjustments')
    .set((row) => ({ version: row('version', '+', 1), body }))
    .where('street_id', '=', streetId)
    .where('id', '=', body.id)
    .execute()

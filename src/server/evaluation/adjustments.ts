import type { Proposed } from '#core/evaluation/adjust'
import type { Adjustment } from '#core/evaluation/card'
import type { SubjectKind } from '#core/evaluation/formula'
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

interface Judged {
  period: string
  kind: SubjectKind
  subjects: readonly { id: string; personId: string | null }[]
}

/** What two people have agreed on about each head in a month, by house, as a card names it. Grids have none. */
export async function agreedFor(
  tx: Tx,
  streetId: string,
  { period, kind, subjects }: Judged,
): Promise<Map<string, Adjustment[]>> {
  const agreed = new Map<string, Adjustment[]>()
  if (kind === 'grid') return agreed
  const rows = await tx
    .selectFrom('score_adjustments')
    .select('body')
    .where('street_id', '=', streetId)
    .where('period', '=', period)
    .where(
      'building_id',
      'in',
      subjects.map(({ id }) => id),
    )
    .where('approved', '=', true)
    .execute()
  for (const { id, personId } of subjects) {
    const own = rows.filter(({ body }) => body.buildingId === id && body.personId === personId)
    agreed.set(
      id,
      own.map(({ body }) => named(body)),
    )
  }
  return agreed
}

const named = ({ id, reason, evidence, proposedBy, decision }: Proposed): Adjustment => ({
  id,
  reason,
  evidence,
  proposedBy,
  approvedBy: decision?.by ?? '',
})

import type { ClosingOutcome } from '#core/people/closing'
import type { Tx } from '../../storage/database'

interface Whose {
  streetId: string
  personId: string
}

export interface Closing {
  id: string
  askedAt: number
  eraseAt: number
}

/** The closing that is being thought over; locked, so that the clock and the person take turns. */
export const openClosing = (tx: Tx, { streetId, personId }: Whose): Promise<Closing | undefined> =>
  tx
    .selectFrom('account_closings')
    .select(['id', 'asked_at as askedAt', 'erase_at as eraseAt'])
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const endClosing = (
  tx: Tx,
  streetId: string,
  { id, outcome, at }: { id: string; outcome: ClosingOutcome; at: number },
) =>
  tx
    .updateTable('account_closings')
    .set({ ended_at: at, outcome })
    .where('street_id', '=', streetId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()

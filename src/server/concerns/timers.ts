import type { Calendar } from '#core/concerns/calendar'
import type { Concern } from '#core/concerns/concern'
import { timersOf } from '#core/concerns/timers'
import type { Tx } from '../storage/database'

/**
 * Makes the clocks that still run those the concern calls for. One that has fired stays as it is, so that
 * it cannot fire again. The concern's row is locked or new, so nobody else changes its clocks meanwhile.
 */
export async function setTimers(tx: Tx, concern: Concern, calendar: Calendar): Promise<void> {
  const { id, streetId } = concern
  await tx
    .deleteFrom('timers')
    .where('street_id', '=', streetId)
    .where('concern_id', '=', id)
    .where('fired_at', 'is', null)
    .execute()
  const timers = timersOf(concern, calendar)
  if (timers.length === 0) return

  await tx
    .insertInto('timers')
    .values(
      timers.map(({ kind, clock, dueAt }) => ({
        street_id: streetId,
        concern_id: id,
        kind,
        clock,
        due_at: dueAt,
        fired_at: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['street_id', 'concern_id', 'kind', 'clock']).doNothing())
    .execute()
}

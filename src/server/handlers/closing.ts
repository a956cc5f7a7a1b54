import type { OutputOf } from '#contracts/operations'
import { DAY } from '#core/concerns/calendar'
import { mayClose, THINK_OVER } from '#core/people/closing'
import { ok, type Result, refuse } from '#core/result'
import type { Asking, HandlersOf } from '../operation'
import { dutiesOf } from '../people/closing/duties'
import { endClosing, openClosing } from '../people/closing/rows'
import { exportOf, moreOf } from '../people/export/export'
import { looksAt } from '../queries/looks'

type ClosingOperation =
  | 'people.looks'
  | 'people.closing'
  | 'people.closeAccount'
  | 'people.keepAccount'
  | 'people.export'
  | 'people.exportMore'

/** What somebody may do with his own account and what is kept about him. */
export const closingHandlers: HandlersOf<ClosingOperation> = {
  'people.looks': (input, asking) => looksAt(input, asking),

  'people.export': (_, asking) => exportOf(asking),
  'people.exportMore': moreOf,

  'people.closing': async (_, asking) => {
    const { personId } = asking.actor
    return personId ? closingOf(asking, personId) : refuse('NOT_AUTHENTICATED')
  },

  'people.closeAccount': async (_, asking) => {
    const { tx, now, system } = asking
    const { personId } = asking.actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    const free = mayClose(await dutiesOf(tx, { streetId: system.streetId, personId, now }))
    if (!free.ok) return free
    // Asking again changes nothing: the seven days count from the first time.
    await tx
      .insertInto('account_closings')
      .values({
        street_id: system.streetId,
        id: system.newId(),
        person_id: personId,
        asked_at: now,
        erase_at: now + THINK_OVER,
      })
      .onConflict((conflict) =>
        conflict.columns(['street_id', 'person_id']).where('ended_at', 'is', null).doNothing(),
      )
      .execute()
    return closingOf(asking, personId)
  },

  'people.keepAccount': async (_, asking) => {
    const { tx, now, system } = asking
    const { personId } = asking.actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    const open = await openClosing(tx, { streetId: system.streetId, personId })
    if (open) await endClosing(tx, system.streetId, { id: open.id, outcome: 'taken_back', at: now })
    return closingOf(asking, personId)
  },
}

async function closingOf(asking: Asking, personId: string): Promise<Result<OutputOf<'people.closing'>>> {
  const { tx, now, system } = asking
  const whose = { streetId: system.streetId, personId }
  const open = await openClosing(tx, whose)
  return ok({
    closing: open ? { askedAt: open.askedAt, eraseAt: open.eraseAt } : null,
    duties: await dutiesOf(tx, { ...whose, now }),
    days: THINK_OVER / DAY,
  })
}

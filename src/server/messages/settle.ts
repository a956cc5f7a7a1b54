import type { Tx } from '../storage/database'
import type { MessageOutcome } from '../storage/tables/messages'
import type { Verdict } from './answers'
import type { Claimed } from './claim'
import { endGrants, giveBackGrant } from './grants'

interface Ending {
  outcome: MessageOutcome
  at: number
  errcode?: number | null
  wechatId?: string | null
}

/** Nothing more is done about this message. */
export async function settle(tx: Tx, streetId: string, id: string, ending: Ending): Promise<void> {
  const { outcome, at, errcode = null, wechatId = null } = ending
  await tx
    .updateTable('outgoing_messages')
    .set({ settled_at: at, outcome, errcode, wechat_id: wechatId, leased_until: null })
    .where('street_id', '=', streetId)
    .where('id', '=', id)
    .execute()
}

/** Writes down how a try ended, unless the lease was lost and the message is another worker's by now. */
export async function carryOut(
  tx: Tx,
  streetId: string,
  { id, personId, template, leasedUntil }: Claimed,
  { verdict, now }: { verdict: Verdict; now: number },
): Promise<void> {
  const given = await tx
    .updateTable('outgoing_messages')
    .set({ leased_until: null })
    .where('street_id', '=', streetId)
    .where('id', '=', id)
    .where('leased_until', '=', leasedUntil)
    .executeTakeFirst()
  if (Number(given.numUpdatedRows) === 0) return

  if (verdict.kind !== 'over') return postpone(tx, streetId, id, verdict)
  await settle(tx, streetId, id, { ...verdict, at: now })
  if (verdict.grant === 'back') await giveBackGrant(tx, streetId, id)
  if (verdict.grant === 'none left') await endGrants(tx, { streetId, personId }, [template], now)
}

async function postpone(
  tx: Tx,
  streetId: string,
  id: string,
  { kind, dueAt, errcode }: Exclude<Verdict, { kind: 'over' }>,
): Promise<void> {
  await tx
    .updateTable('outgoing_messages')
    .set({ due_at: dueAt, errcode })
    .where('street_id', '=', streetId)
    .where('id', '=', id)
    .execute()
  if (kind !== 'all later') return
  await tx
    .updateTable('outgoing_messages')
    .set({ due_at: dueAt })
    .where('street_id', '=', streetId)
    .where('settled_at', 'is', null)
    .where('leased_until', 'is', null)
    .where('due_at', '<', dueAt)
    .execute()
}

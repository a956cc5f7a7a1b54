import { type Checked, noticeOf, type PhotoUse } from '#core/content/photo'
import type { System } from '../operation'
import type { Tx } from '../storage/database'

export interface KeptPhoto extends Checked {
  id: string
  uploaderId: string
  concernId: string | null
  use: PhotoUse
}

/** One photo, with everybody else who wants to take it further waiting until this transaction ends. */
export async function lockPhoto(tx: Tx, streetId: string, id: string): Promise<KeptPhoto | undefined> {
  const row = await tx
    .selectFrom('photos')
    .select(['state', 'doubt', 'decided_by', 'uploader_id', 'concern_id', 'use'])
    .where('street_id', '=', streetId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id,
      state: row.state,
      doubt: row.doubt,
      decidedBy: row.decided_by,
      uploaderId: row.uploader_id,
      concernId: row.concern_id,
      use: row.use,
    }
  )
}

export interface Settled {
  before: KeptPhoto
  after: Checked
  /** What a person said about it. */
  reason?: string
  at: number
}

/** Keeps what became of a photo and tells its author when it is not shown, or is after all. */
export async function settlePhoto(
  tx: Tx,
  system: Pick<System, 'streetId' | 'newId'>,
  settled: Settled,
): Promise<void> {
  const { before, after, reason, at } = settled
  const person = after.decidedBy !== null && { decided_by: after.decidedBy, decided_at: at, reason }
  await tx
    .updateTable('photos')
    .set({ state: after.state, doubt: after.doubt, ...person })
    .where('street_id', '=', system.streetId)
    .where('id', '=', before.id)
    .execute()

  const kind = noticeOf(before, after, before.use)
  if (!kind) return
  await tx
    .insertInto('inbox_messages')
    .values({
      street_id: system.streetId,
      id: system.newId(),
      person_id: before.uploaderId,
      kind,
      concern_id: before.concernId,
      detail: reason ? { note: reason } : {},
      at,
      read_at: null,
    })
    .execute()
}

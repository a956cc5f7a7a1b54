import type { Asking } from '../operation'

interface Look {
  /** Whose data was read; by the id of the matter, the house or the grid where no single account stands for it. */
  subjectId: string
  what: string
  reason: string
  /** The matter it was read for. */
  concernId?: string
}

/** 谁看过: one line in the transaction of the look itself. */
export async function noteLook(
  { tx, actor, now, system }: Asking,
  { subjectId, what, reason, concernId }: Look,
): Promise<void> {
  await tx
    .insertInto('access_log')
    .values({
      street_id: system.streetId,
      id: system.newId(),
      actor_id: actor.personId ?? '',
      subject_id: subjectId,
      concern_id: concernId ?? null,
      what,
      reason,
      at: now,
    })
    .execute()
}

import type { Asking } from '../operation'

interface Look {
  /** Whose words were read; by the id of the matter where he has no account. */
  subjectId: string
  what: 'visit_notes' | 'hardship_case'
  reason: string
}

/** 谁看过: one line in the transaction of the look itself. */
export async function noteLook(
  { tx, actor, now, system }: Asking,
  { subjectId, what, reason }: Look,
): Promise<void> {
  await tx
    .insertInto('access_log')
    .values({
      street_id: system.streetId,
      id: system.newId(),
      actor_id: actor.personId ?? '',
      subject_id: subjectId,
      concern_id: null,
      what,
      reason,
      at: now,
    })
    .execute()
}

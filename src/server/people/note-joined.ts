import type { System } from '../operation'
import type { Tx } from '../storage/database'

interface Joined {
  streetId: string
  operation: 'people.joined' | 'pairings.joined' | 'hardship.joined'
  /** What came to him. */
  subjectId: string
  personId: string
  now: number
}

/** A line of its own in the audit log: the command's own line does not tell that something changed hands. */
export async function noteJoined(
  tx: Tx,
  { vault, newId }: Pick<System, 'vault' | 'newId'>,
  { streetId, operation, subjectId, personId, now }: Joined,
): Promise<void> {
  await tx
    .insertInto('audit_log')
    .values({
      street_id: streetId,
      id: newId(),
      at: now,
      actor_id: personId,
      office: 'resident',
      operation,
      subject_id: subjectId,
      request_id: subjectId,
      input_hash: vault.index(JSON.stringify([operation, subjectId, personId]), 'command'),
      outcome: 'done',
    })
    .execute()
}

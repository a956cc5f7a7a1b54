import { electedIn } from '#core/council/candidates'
import type { Motion } from '#core/council/motion'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import type { MotionDeed } from './save'

type Keeping = Pick<System, 'streetId' | 'newId' | 'vault'>

/**
 * 当选的上任, in the transaction in which the result comes into force: the council has another chair or secretary from
 * here on, and the audit log says so in a line of its own, because nobody's command names whom it gave the office to.
 */
export async function takeOffices(
  tx: Tx,
  system: Keeping,
  { after, deed }: { after: Motion; deed: MotionDeed },
): Promise<void> {
  const { election } = after
  if (after.state !== 'in_force' || !election) return
  const { office } = election
  for (const { personId } of electedIn(election)) {
    await tx
      .insertInto('council_terms')
      .values({
        street_id: system.streetId,
        motion_id: after.id,
        council_id: after.councilId,
        office,
        person_id: personId,
        from_at: deed.at,
      })
      .execute()
    if (office !== 'member')
      await tx
        .updateTable('councils')
        .set(office === 'chair' ? { chair_id: personId } : { secretary_id: personId })
        .where('street_id', '=', system.streetId)
        .where('id', '=', after.councilId)
        .execute()
    await note(tx, system, { after, deed, personId })
  }
}

const note = (
  tx: Tx,
  { streetId, newId, vault }: Keeping,
  { after, deed, personId }: { after: Motion; deed: MotionDeed; personId: string },
) =>
  tx
    .insertInto('audit_log')
    .values({
      street_id: streetId,
      id: newId(),
      at: deed.at,
      actor_id: deed.personId,
      office: deed.role,
      operation: 'councils.took_office',
      subject_id: personId,
      request_id: after.id,
      input_hash: vault.index(JSON.stringify([after.councilId, after.election?.office, personId]), 'command'),
      outcome: 'done',
    })
    .execute()

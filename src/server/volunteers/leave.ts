import { calledOff, LIVE } from '#core/volunteers/sign-up'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { findSignUpForStep } from './load'
import { promoteQueue } from './queue'
import { saveSignUp } from './save'

/** 注销: whoever leaves for good leaves his places to those who wait. What he has served stays written. */
export async function leaveShifts(
  tx: Tx,
  system: Pick<System, 'streetId' | 'newId'>,
  { personId, now }: { personId: string; now: number },
): Promise<void> {
  const { streetId } = system
  const live = await tx
    .selectFrom('volunteer_signups')
    .select('id')
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('state', 'in', LIVE)
    .orderBy('shift_id')
    .execute()
  for (const { id } of live) {
    const found = await findSignUpForStep(tx, { streetId, id })
    // Who is there just now has served, and his leader says how long.
    if (!found || found.signUp.state === 'present') continue
    await saveSignUp(tx, calledOff(found.signUp, now))
    await promoteQueue(tx, system, { task: found.task, shiftId: found.shift.id, now })
  }
}

import { hasRoom, promoted, type SignUp } from '#core/volunteers/sign-up'
import type { Shift, Task } from '#core/volunteers/task'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { shiftRows, signUpRows } from './load'
import { saveShift, saveSignUp } from './save'
import { tellOfTask } from './tell'

type Keeping = Pick<System, 'streetId' | 'newId'>

interface Freed {
  task: Task
  shiftId: string
  now: number
}

/**
 * 候补递补: places that are free go to the queue, the first in it first, each told once. The shift's row is held, so
 * that a place is given once, however many cancel at the same moment.
 */
export async function promoteQueue(tx: Tx, system: Keeping, { task, shiftId, now }: Freed): Promise<Shift> {
  let shift = await shiftNow(tx, system.streetId, shiftId)
  while (hasRoom(shift, now)) {
    const first = await firstWaiting(tx, system.streetId, shiftId)
    if (!first) break
    const next = promoted(first, shift, now)
    await saveSignUp(tx, next)
    const offer =
      next.state === 'offered' ? { kind: 'signup_offered', until: next.until } : { kind: 'signup_promoted' }
    await tellOfTask(tx, system, { task, personIds: [next.personId], ...offer, now })
    shift = await shiftNow(tx, system.streetId, shiftId)
  }
  await saveShift(tx, system.streetId, shift)
  return shift
}

const shiftNow = (tx: Tx, streetId: string, id: string): Promise<Shift> =>
  shiftRows(tx, streetId).where('id', '=', id).executeTakeFirstOrThrow()

async function firstWaiting(tx: Tx, streetId: string, shiftId: string): Promise<SignUp | undefined> {
  const row = await signUpRows(tx, streetId)
    .where('s.shift_id', '=', shiftId)
    .where('s.state', '=', 'waiting')
    .orderBy('s.turn')
    .limit(1)
    .executeTakeFirst()
  return row?.signUp
}

/** How many wait for a place of a shift, up to and with the given turn. */
export async function waitingUpTo(
  tx: Tx,
  streetId: string,
  { shiftId, turn }: { shiftId: string; turn?: number },
): Promise<number> {
  let asked = tx
    .selectFrom('volunteer_signups')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('street_id', '=', streetId)
    .where('shift_id', '=', shiftId)
    .where('state', '=', 'waiting')
  if (turn !== undefined) asked = asked.where('turn', '<=', turn)
  const { n } = await asked.executeTakeFirstOrThrow()
  return Number(n)
}

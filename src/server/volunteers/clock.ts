import { dueOfShift } from '#core/volunteers/due'
import { settled } from '#core/volunteers/presence'
import { minimumIsAsked, nextTime, publish } from '#core/volunteers/publish'
import { calledOff, offerOver, type SignUp } from '#core/volunteers/sign-up'
import type { Shift, Task } from '#core/volunteers/task'
import { firstDue, oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { findTask, isRepeated, shiftRows, shiftsOf, signUpRows, taskRow } from './load'
import { promoteQueue } from './queue'
import { saveNewTask, saveShift, saveSignUp, saveTask } from './save'
import { signedUp, tellOfTask } from './tell'

type Keeping = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'report'>
type Own = Pick<System, 'streetId' | 'newId'>

/**
 * What happens to shifts by themselves: too few people a day before, a place that was offered in vain, the end with
 * its absentees. Answers how many shifts moved.
 */
export const runVolunteerClock = (system: Keeping, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) =>
      firstDue(shiftRows(tx, system.streetId), 'volunteer_shifts', asked).executeTakeFirst(),
    idOf: ({ id }) => id,
    nameOf: ({ id }) => `clock.volunteers.${id}`,
    work: (tx, shift, now) => strike(tx, system, shift, now),
  })

/** The one thing that is due on a shift that is held. */
export async function strike(tx: Tx, system: Own, shift: Shift, now: number): Promise<void> {
  const { streetId } = system
  const kept = await findTask(tx, { streetId, id: shift.taskId })
  if (!kept) throw new Error('a shift of no task')
  const { task } = kept
  const signUps = await signUpsIn(tx, streetId, shift.id)
  const offered = signUps.flatMap((one) => (one.state === 'offered' ? [one.until] : []))
  const due = dueOfShift(shift, offered.length > 0 ? Math.min(...offered) : null)
  if (!due || task.state !== 'open') throw new Error('nothing is due on this shift')
  // Somebody came before his offer ran out: its clock is wound anew.
  if (due.at > now) return saveShift(tx, streetId, shift)
  const place = { task, shift, signUps, now }
  if (due.kind === 'minimum') await askMinimum(tx, system, place)
  else if (due.kind === 'offer') await endOffers(tx, system, place)
  else await finish(tx, system, place)
}

interface Place {
  task: Task
  shift: Shift
  signUps: SignUp[]
  now: number
}

async function signUpsIn(tx: Tx, streetId: string, shiftId: string): Promise<SignUp[]> {
  const rows = await signUpRows(tx, streetId).where('s.shift_id', '=', shiftId).orderBy('s.turn').execute()
  return rows.map(({ signUp }) => signUp)
}

/** 人不够: with less than its minimum a day before, a shift does not take place. */
async function askMinimum(tx: Tx, system: Own, { task, shift, signUps, now }: Place): Promise<void> {
  if (shift.taken >= shift.minimum) return saveShift(tx, system.streetId, { ...shift, minimumAsked: true })
  await callOff(tx, signUps, now)
  await saveShift(tx, system.streetId, { ...shift, state: 'cancelled', minimumAsked: true })
  const personIds = [...signedUp(signUps), task.leaderId]
  await tellOfTask(tx, system, { task, personIds, kind: 'task_too_few', now })
  await repeat(tx, system, task.id, now)
}

/** Ends every sign-up that is still to be reckoned with. */
export async function callOff(tx: Tx, signUps: readonly SignUp[], now: number): Promise<void> {
  for (const signUp of signUps)
    if (['asked', 'accepted', 'waiting', 'offered'].includes(signUp.state))
      await saveSignUp(tx, calledOff(signUp, now))
}

async function endOffers(tx: Tx, system: Own, { task, shift, signUps, now }: Place): Promise<void> {
  const over = signUps.filter((one) => one.state === 'offered' && one.until <= now)
  for (const signUp of over) await saveSignUp(tx, offerOver(signUp, now))
  const personIds = over.map(({ personId }) => personId)
  await tellOfTask(tx, system, { task, personIds, kind: 'signup_offer_over', now })
  await promoteQueue(tx, system, { task, shiftId: shift.id, now })
}

/** 结束: who came, who did not; names of those who were brought along are forgotten. */
async function finish(tx: Tx, system: Own, { task, shift, signUps, now }: Place): Promise<void> {
  const absent: string[] = []
  for (const signUp of signUps) {
    const after = settled(signUp, shift, now)
    if (after.state === 'no_show' && after.guestEnc === null) absent.push(after.personId)
    if (after !== signUp || after.guestEnc)
      await saveSignUp(tx, after.guestEnc === null ? after : { ...after, guestEnc: '' })
  }
  await saveShift(tx, system.streetId, { ...shift, state: 'over' })
  await tellOfTask(tx, system, { task, personIds: absent, kind: 'signup_no_show', now })
  await tellOfTask(tx, system, { task, personIds: [task.leaderId], kind: 'service_to_confirm', now })
  await repeat(tx, system, task.id, now)
}

/**
 * 定期: once all its shifts are over, a recurring task is written anew, its time later, and published. Where its
 * series ends, its leader and who proposed it are asked whether it is still wanted.
 */
export async function repeat(tx: Tx, system: Own, taskId: string, now: number): Promise<void> {
  const { streetId } = system
  // Two shifts that end together: whoever is second sees what the first one did.
  const { task } = await taskRow(tx, { streetId, id: taskId }).forNoKeyUpdate().executeTakeFirstOrThrow()
  const shifts = await shiftsOf(tx, { streetId, id: task.id })
  if (shifts.some(({ state }) => state === 'open')) return
  if (!task.repeats || (await isRepeated(tx, { streetId, id: taskId }))) return
  const next = nextTime(task, shifts, now)
  if (!next) {
    const personIds = [task.leaderId, task.proposerId]
    return tellOfTask(tx, system, { task, personIds, kind: 'task_series_over', now })
  }
  const draft: Task = { ...next.task, id: system.newId(), state: 'draft' }
  const fresh = await saveNewTask(tx, system, { task: draft, plans: next.plans })
  const published = publish({ task: draft, shifts: fresh, by: null, now })
  if (published.ok)
    await open(tx, streetId, { kept: { task: draft, version: 1 }, task: published.value, shifts: fresh, now })
}

interface Opening {
  kept: { task: Task; version: number }
  task: Task
  shifts: Shift[]
  now: number
}

/** Keeps a published task and starts the clocks of its shifts. */
export async function open(tx: Tx, streetId: string, { kept, task, shifts, now }: Opening): Promise<number> {
  for (const shift of shifts)
    await saveShift(tx, streetId, { ...shift, minimumAsked: minimumIsAsked(shift, now) })
  return saveTask(tx, kept, { task, shifts })
}

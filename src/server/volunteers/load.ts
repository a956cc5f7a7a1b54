import { mayAt } from '#core/people/place-rights'
import type { Action } from '#core/people/policy'
import type { SignUp } from '#core/volunteers/sign-up'
import type { Shift, Task } from '#core/volunteers/task'
import type { Asking } from '../operation'
import type { Tx } from '../storage/database'

interface Asked {
  streetId: string
  id: string
}

export interface KeptTask {
  task: Task
  version: number
}

export const taskRow = (tx: Tx, { streetId, id }: Asked) =>
  tx
    .selectFrom('volunteer_tasks')
    .select(['body as task', 'version'])
    .where('street_id', '=', streetId)
    .where('id', '=', id)

export const findTask = (tx: Tx, asked: Asked): Promise<KeptTask | undefined> =>
  taskRow(tx, asked).executeTakeFirst()

/** Whether a recurring task has its next time already; that one goes on with the series. */
export const isRepeated = async (tx: Tx, { streetId, id }: Asked): Promise<boolean> =>
  (await tx
    .selectFrom('volunteer_tasks')
    .select('id')
    .where('street_id', '=', streetId)
    .where('repeat_of', '=', id)
    .executeTakeFirst()) !== undefined

const SHIFT = [
  'id',
  'task_id as taskId',
  'label',
  'starts_at as startsAt',
  'ends_at as endsAt',
  'capacity',
  'minimum',
  'state',
  'taken',
  'moved_at as movedAt',
  'minimum_asked as minimumAsked',
] as const

export const shiftRows = (tx: Tx, streetId: string) =>
  tx.selectFrom('volunteer_shifts').select(SHIFT).where('street_id', '=', streetId)

/** The shifts of a task, earliest first. */
export const shiftsOf = (tx: Tx, { streetId, id }: Asked): Promise<Shift[]> =>
  shiftRows(tx, streetId).where('task_id', '=', id).orderBy('starts_at').orderBy('id').execute()

/** A task and all its shifts, theirs and its row held until the transaction ends. */
export async function findTaskForStep(
  tx: Tx,
  asked: Asked,
): Promise<(KeptTask & { shifts: Shift[] }) | undefined> {
  const kept = await taskRow(tx, asked).forUpdate().executeTakeFirst()
  if (!kept) return undefined
  const held = await shiftRows(tx, asked.streetId)
    .where('task_id', '=', asked.id)
    .orderBy('id')
    .forUpdate()
    .execute()
  return { ...kept, shifts: held.sort((a, b) => a.startsAt - b.startsAt) }
}

/** One shift, held: whoever wants one of its places comes by here, one after another. */
export const findShiftForStep = (tx: Tx, { streetId, id }: Asked): Promise<Shift | undefined> =>
  shiftRows(tx, streetId).where('id', '=', id).forUpdate().executeTakeFirst()

export const signUpRows = (tx: Tx, streetId: string) =>
  tx.selectFrom('volunteer_signups as s').select('s.body as signUp').where('s.street_id', '=', streetId)

/** The sign-ups of a task in the order of their turns. */
export async function signUpsOf(tx: Tx, { streetId, id }: Asked): Promise<SignUp[]> {
  const rows = await signUpRows(tx, streetId).where('s.task_id', '=', id).orderBy('s.turn').execute()
  return rows.map(({ signUp }) => signUp)
}

export async function findSignUp(tx: Tx, { streetId, id }: Asked): Promise<SignUp | undefined> {
  const row = await signUpRows(tx, streetId).where('s.id', '=', id).executeTakeFirst()
  return row?.signUp
}

/** A sign-up with its shift held and its task, as it stands once the shift is held. */
export async function findSignUpForStep(tx: Tx, asked: Asked) {
  const before = await findSignUp(tx, asked)
  if (!before) return undefined
  const shift = await findShiftForStep(tx, { streetId: asked.streetId, id: before.shiftId })
  const kept = await findTask(tx, { streetId: asked.streetId, id: before.taskId })
  const signUp = await findSignUp(tx, asked)
  if (!shift || !kept || !signUp) throw new Error('a sign-up of no shift')
  return { signUp, shift, task: kept.task }
}

/** Whether an office of the asker reaches a task. */
export const mayOnTask = ({ actor }: Pick<Asking, 'actor'>, action: Action, task: Task): boolean =>
  mayAt(actor, action, { gridPath: task.gridPath, buildingId: null }) !== null

/** 领队, or whoever may publish it: they see who comes, and write down who came. */
export const leads = (asking: Pick<Asking, 'actor'>, task: Task): boolean =>
  task.leaderId === asking.actor.personId || mayOnTask(asking, 'task.publish', task)

/** Who leads it, or who wrote it: they change it, cancel it and go on with it. */
export const isHis = (asking: Pick<Asking, 'actor'>, task: Task): boolean =>
  leads(asking, task) || task.proposerId === asking.actor.personId

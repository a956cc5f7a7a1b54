import { sql } from 'kysely'
import { dueOfShift } from '#core/volunteers/due'
import type { SignUp } from '#core/volunteers/sign-up'
import type { Shift, ShiftPlan, Task } from '#core/volunteers/task'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import type { KeptTask } from './load'

type Keeping = Pick<System, 'streetId' | 'newId'>

const spanOf = (plans: readonly ShiftPlan[]) => ({
  starts_at: Math.min(...plans.map(({ startsAt }) => startsAt)),
  ends_at: Math.max(...plans.map(({ endsAt }) => endsAt)),
})

/** Writes a task that begins here, with its shifts; nothing happens to a draft by itself. */
export async function saveNewTask(
  tx: Tx,
  { streetId, newId }: Keeping,
  { task, plans }: { task: Task; plans: readonly ShiftPlan[] },
): Promise<Shift[]> {
  await tx
    .insertInto('volunteer_tasks')
    .values({ street_id: streetId, id: task.id, version: 1, body: task, ...spanOf(plans) })
    .execute()
  const shifts = plans.map(
    (plan): Shift => ({
      ...plan,
      id: newId(),
      taskId: task.id,
      state: 'open',
      taken: 0,
      movedAt: null,
      minimumAsked: true,
    }),
  )
  await tx
    .insertInto('volunteer_shifts')
    .values(
      shifts.map(({ taken: _, ...shift }) => ({
        street_id: streetId,
        ...columnsOf(shift),
        id: shift.id,
        next_at: null,
      })),
    )
    .execute()
  return shifts
}

const columnsOf = (shift: Omit<Shift, 'taken'>) => ({
  task_id: shift.taskId,
  label: shift.label,
  starts_at: shift.startsAt,
  ends_at: shift.endsAt,
  capacity: shift.capacity,
  minimum: shift.minimum,
  state: shift.state,
  moved_at: shift.movedAt,
  minimum_asked: shift.minimumAsked,
})

/** Keeps a task whose row is held, as its next version; `shifts`: all of its shifts, as they are now. */
export async function saveTask(
  tx: Tx,
  before: KeptTask,
  { task, shifts }: { task: Task; shifts: readonly Shift[] },
): Promise<number> {
  const version = before.version + 1
  await tx
    .updateTable('volunteer_tasks')
    .set({ version, body: task, ...spanOf(shifts) })
    .where('street_id', '=', task.streetId)
    .where('id', '=', task.id)
    .execute()
  return version
}

/** Keeps a shift that is held, and sets its clock by what is due next; nothing is while its task is a draft. */
export async function saveShift(tx: Tx, streetId: string, shift: Shift, isDraft = false): Promise<void> {
  const { until } = await tx
    .selectFrom('volunteer_signups')
    .select(({ fn }) => fn.min('until').as('until'))
    .where('street_id', '=', streetId)
    .where('shift_id', '=', shift.id)
    .where('state', '=', 'offered')
    .executeTakeFirstOrThrow()
  const due = isDraft ? null : dueOfShift(shift, until)
  await tx
    .updateTable('volunteer_shifts')
    .set({ ...columnsOf(shift), next_at: due?.at ?? null })
    .where('street_id', '=', streetId)
    .where('id', '=', shift.id)
    .execute()
}

/** The next turn in a shift's order; its row is held. */
export async function nextTurn(tx: Tx, streetId: string, shiftId: string): Promise<number> {
  const { next_turn } = await tx
    .updateTable('volunteer_shifts')
    .set({ next_turn: sql`next_turn + 1` })
    .where('street_id', '=', streetId)
    .where('id', '=', shiftId)
    .returning('next_turn')
    .executeTakeFirstOrThrow()
  return next_turn - 1
}

export async function saveNewSignUp(tx: Tx, signUp: SignUp): Promise<void> {
  await tx
    .insertInto('volunteer_signups')
    .values({ street_id: signUp.streetId, id: signUp.id, body: signUp })
    .execute()
}

export async function saveSignUp(tx: Tx, signUp: SignUp): Promise<void> {
  await tx
    .updateTable('volunteer_signups')
    .set({ body: signUp })
    .where('street_id', '=', signUp.streetId)
    .where('id', '=', signUp.id)
    .execute()
}

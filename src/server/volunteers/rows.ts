import type { OutputOf } from '#contracts/operations'
import { FREE_UNTIL, type SignUp } from '#core/volunteers/sign-up'
import { phaseOf, type Shift, type Task } from '#core/volunteers/task'
import type { Asking } from '../operation'
import { guestName } from './join'
import { shiftRows, signUpRows } from './load'

type Row = OutputOf<'tasks.list'>['items'][number]

/** Tasks as lists show them, each with its shifts and with what the reader himself has signed up for. */
export async function rowsOf(asking: Asking, tasks: readonly Task[]): Promise<Row[]> {
  const { tx, system } = asking
  const ids = tasks.map(({ id }) => id)
  if (ids.length === 0) return []
  const shifts = await shiftRows(tx, system.streetId)
    .where('task_id', 'in', ids)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  const waiting = await waitingIn(asking, ids)
  const mine = await ownIn(asking, ids)
  return tasks.map((task) =>
    rowOf(asking, { task, shifts: shifts.filter((one) => one.taskId === task.id), waiting, mine }),
  )
}

interface Around {
  task: Task
  shifts: Shift[]
  /** Of each shift the turns that wait, in order. */
  waiting: Map<string, number[]>
  mine: SignUp[]
}

function rowOf(asking: Asking, { task, shifts, waiting, mine }: Around): Row {
  const { title, kind, risk, riskNote, insurance, minAge, place } = task.words
  const own = mine.filter(({ taskId }) => taskId === task.id)
  return {
    id: task.id,
    title,
    kind,
    risk,
    riskNote,
    insured: insurance !== '',
    minAge,
    place,
    phase: phaseOf(task, shifts, asking.now),
    shifts: shifts.map(({ taskId: _, movedAt: __, minimumAsked: ___, ...shift }) => ({
      ...shift,
      waiting: waiting.get(shift.id)?.length ?? 0,
    })),
    mine: own.flatMap((signUp) => {
      const shift = shifts.find(({ id }) => id === signUp.shiftId)
      return shift ? [mineOf(asking, signUp, { shift, turns: waiting.get(shift.id) ?? [] })] : []
    }),
  }
}

function mineOf(
  asking: Asking,
  signUp: SignUp,
  { shift, turns }: { shift: Shift; turns: readonly number[] },
): Row['mine'][number] {
  return {
    id: signUp.id,
    shiftId: signUp.shiftId,
    state: signUp.state,
    place: signUp.state === 'waiting' ? turns.indexOf(signUp.turn) + 1 : null,
    until: signUp.state === 'offered' ? signUp.until : null,
    guest: guestName(asking, signUp),
    at: signUp.at,
    freeUntil: shift.startsAt - FREE_UNTIL,
    minutes: signUp.state === 'done' ? signUp.minutes : null,
  }
}

async function waitingIn({ tx, system }: Asking, taskIds: string[]): Promise<Map<string, number[]>> {
  const rows = await tx
    .selectFrom('volunteer_signups')
    .select(['shift_id', 'turn'])
    .where('street_id', '=', system.streetId)
    .where('task_id', 'in', taskIds)
    .where('state', '=', 'waiting')
    .orderBy('turn')
    .execute()
  const turns = new Map<string, number[]>()
  for (const { shift_id, turn } of rows) turns.set(shift_id, [...(turns.get(shift_id) ?? []), turn])
  return turns
}

/** The reader's own sign-ups; what he cancelled is not shown any more. */
async function ownIn({ tx, actor, system }: Asking, taskIds: string[]): Promise<SignUp[]> {
  if (!actor.personId) return []
  const rows = await signUpRows(tx, system.streetId)
    .where('s.task_id', 'in', taskIds)
    .where('s.person_id', '=', actor.personId)
    .where('s.state', '<>', 'cancelled')
    .orderBy('s.turn')
    .execute()
  return rows.map(({ signUp }) => signUp)
}

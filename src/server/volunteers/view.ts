import type { OutputOf } from '#contracts/operations'
import { confirmed } from '#core/volunteers/hours'
import { lateCancels } from '#core/volunteers/missed'
import { goOn } from '#core/volunteers/publish'
import type { SignUp } from '#core/volunteers/sign-up'
import type { Task } from '#core/volunteers/task'
import type { Asking } from '../operation'
import { personNames } from '../queries/names'
import { guestName } from './join'
import { recordedIn } from './ledger'
import { isHis, isRepeated, type KeptTask, leads, mayOnTask, signUpsOf } from './load'
import { rowsOf } from './rows'
import { sourceOf } from './source'

type View = OutputOf<'tasks.get'>
type Person = NonNullable<View['roster']>[number]

/** One task as its own page shows it. */
export async function viewOfTask(asking: Asking, { task, version }: KeptTask): Promise<View> {
  const [row] = await rowsOf(asking, [task])
  if (!row) throw new Error('a task without a row')
  const { detail, insurance, training, point, skills } = task.words
  const names = await personNames(asking, [task.leaderId])
  const source = await sourceOf(asking, task.source)
  const kept = leads(asking, task) && task.state !== 'draft' ? await signUpsIn(asking, task) : null
  return {
    ...row,
    version,
    gridPath: task.gridPath,
    detail,
    insurance,
    training,
    point,
    skills,
    leader: names.get(task.leaderId) ?? '',
    leads: task.leaderId === asking.actor.personId,
    source: source && 'title' in source ? source : null,
    repeats: task.repeats,
    note: task.state === 'cancelled' ? task.note : '',
    roster: kept && (await rosterOf(asking, task, kept)),
    late: kept && (await lateOf(asking, kept)),
    may: await mayOf(asking, task, row),
  }
}

async function mayOf(asking: Asking, task: Task, { shifts }: Pick<View, 'shifts'>): Promise<View['may']> {
  const isLeading = leads(asking, task)
  const his = isHis(asking, task)
  const begun = shifts.some(({ state, startsAt }) => state === 'open' && asking.now >= startsAt)
  const isOver = shifts.every(({ state }) => state !== 'open')
  const isAlive = task.state !== 'cancelled' && !isOver
  const goesOn =
    his &&
    goOn(task, asking.now).ok &&
    !(await isRepeated(asking.tx, { streetId: task.streetId, id: task.id }))
  return [
    ...(task.state === 'draft' && mayOnTask(asking, 'task.publish', task) ? (['publish'] as const) : []),
    ...(his && isAlive && !begun ? (['change', 'cancel'] as const) : []),
    ...(goesOn ? (['go_on'] as const) : []),
    ...(isLeading && task.state === 'open' ? (['lead'] as const) : []),
  ]
}

const signUpsIn = ({ tx, system }: Asking, { id }: Task): Promise<SignUp[]> =>
  signUpsOf(tx, { streetId: system.streetId, id })

/** 晚退的: so that who leads knows whom to ring up; nothing else follows from it. */
async function lateOf(asking: Asking, signUps: readonly SignUp[]): Promise<NonNullable<View['late']>> {
  const late = lateCancels(signUps)
  const names = await personNames(
    asking,
    late.map(({ personId }) => personId),
  )
  return late.map(({ personId, shiftId, at }) => ({ shiftId, name: names.get(personId) ?? '', at }))
}

/** Who signed up, for the leader: the list by hand, and whose hours wait for him. */
async function rosterOf(asking: Asking, task: Task, all: readonly SignUp[]): Promise<Person[]> {
  const signUps = all.filter(({ state }) => state !== 'cancelled' && state !== 'declined')
  const names = await personNames(
    asking,
    signUps.map(({ personId }) => personId),
  )
  const recorded = await recordedIn(asking, task.id)
  return signUps.map((signUp) => {
    const guest = guestName(asking, signUp)
    const isConfirmed = recorded.has(signUp.id)
    return {
      signUpId: signUp.id,
      shiftId: signUp.shiftId,
      name: guest || (names.get(signUp.personId) ?? ''),
      guest: guest !== null,
      state: signUp.state,
      ...presenceOf(signUp),
      confirmed: isConfirmed,
      mayConfirm: !isConfirmed && mayConfirm(asking, task, signUp),
    }
  })
}

const presenceOf = (signUp: SignUp): Pick<Person, 'inAt' | 'outAt' | 'inHow' | 'near' | 'minutes'> => ({
  inAt: 'inAt' in signUp ? signUp.inAt : null,
  outAt: 'outAt' in signUp ? signUp.outAt : null,
  inHow: 'inHow' in signUp ? signUp.inHow : null,
  near: 'near' in signUp ? signUp.near : null,
  minutes: 'minutes' in signUp ? signUp.minutes : null,
})

/** Whether this reader may confirm these hours: the leader, or an office; nobody his own. */
function mayConfirm(asking: Asking, task: Task, signUp: SignUp): boolean {
  const { personId } = asking.actor
  if (!personId || !confirmed({ signUp, by: personId, thatDay: 0 }).ok) return false
  return task.leaderId === personId || mayOnTask(asking, 'service.confirm', task)
}

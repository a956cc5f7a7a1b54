import type { OutputOf, ParsedOf } from '#contracts/operations'
import { ok, type Result, refuse } from '#core/result'
import { checkIn, checkOut, mark, metresBetween, placeToEnter } from '#core/volunteers/presence'
import { became, cancelOwn, confirmOffer, type Near, type SignUp } from '#core/volunteers/sign-up'
import type { Task } from '#core/volunteers/task'
import type { Asking, HandlersOf } from '../operation'
import { hasSeenCode } from '../presence/rotating-code'
import { join } from '../volunteers/join'
import { findSignUpForStep, findTaskForStep, leads, mayOnTask, signUpsOf } from '../volunteers/load'
import { promoteQueue } from '../volunteers/queue'
import { saveShift, saveSignUp } from '../volunteers/save'
import { tellOfTask } from '../volunteers/tell'

type Names =
  | 'signups.join'
  | 'signups.cancel'
  | 'signups.confirm'
  | 'signups.decide'
  | 'signups.checkIn'
  | 'signups.checkOut'
  | 'signups.mark'

/** One's own sign-up for a step, its shift held. */
async function own(asking: Asking, id: string) {
  const found = await findSignUpForStep(asking.tx, { streetId: asking.system.streetId, id })
  return found && found.signUp.personId === asking.actor.personId
    ? { ...found, now: await asking.instant() }
    : undefined
}

/** 领队点名: each line for itself; what stands already is answered as it stands. */
async function markAll(
  { taskId, marks }: ParsedOf<'signups.mark'>,
  asking: Asking,
): Promise<Result<OutputOf<'signups.mark'>>> {
  const { tx, system } = asking
  const { streetId } = system
  const kept = await findTaskForStep(tx, { streetId, id: taskId })
  if (!kept) return refuse('NOT_FOUND')
  if (!leads(asking, kept.task)) return refuse('FORBIDDEN')
  const now = await asking.instant()
  const signUps = await signUpsOf(tx, { streetId, id: taskId })
  const items: OutputOf<'signups.mark'>['items'] = []
  for (const { signUpId, inAt, outAt } of marks) {
    const signUp = signUps.find(({ id }) => id === signUpId)
    const shift = kept.shifts.find(({ id }) => id === signUp?.shiftId)
    const marked = signUp && shift ? mark(signUp, shift, { inAt, outAt, now }) : null
    if (marked?.ok && marked.value !== signUp) await saveSignUp(tx, marked.value)
    items.push({ signUpId, state: marked?.ok ? marked.value.state : null })
  }
  return ok({ items })
}

/** How far the phone says it stands from the meeting point; it never decides anything. */
function nearOf(task: Task, at: ParsedOf<'signups.checkIn'>['at']): Near | null {
  if (!at || !task.words.point) return null
  return { metres: metresBetween(at, task.words.point), accuracyM: at.accuracyM }
}

/** 签到: whoever is signed up for this very task and has just seen its code. */
async function enter(
  { taskId, code, at }: ParsedOf<'signups.checkIn'>,
  asking: Asking,
): Promise<Result<OutputOf<'signups.checkIn'>>> {
  const { tx, actor, system } = asking
  const { streetId } = system
  const kept = await findTaskForStep(tx, { streetId, id: taskId })
  if (!kept) return refuse('NOT_FOUND')
  const now = await asking.instant()
  const { task, shifts } = kept
  const places = (await signUpsOf(tx, { streetId, id: taskId }))
    .filter(({ personId, guestEnc }) => personId === actor.personId && guestEnc === null)
    .flatMap((signUp) => shifts.filter(({ id }) => id === signUp.shiftId).map((shift) => ({ signUp, shift })))
  const place = placeToEnter(places, now)
  if (!place.ok) return place
  if (!hasSeenCode(system.vault, `task:${taskId}`, { code, now })) return refuse('CODE_STALE')

  const near = nearOf(task, at)
  const { signUp, shift } = place.value
  await saveSignUp(tx, checkIn(signUp, { near, now }))
  await saveShift(tx, streetId, shift)
  return ok({ id: signUp.id, near })
}

/** 队长看看再说: agreed, he gets a place or the end of the queue as it now is. */
async function decide(
  { id, agree }: ParsedOf<'signups.decide'>,
  asking: Asking,
): Promise<Result<OutputOf<'signups.decide'>>> {
  const { tx, system } = asking
  const found = await findSignUpForStep(tx, { streetId: system.streetId, id })
  if (!found) return refuse('NOT_FOUND')
  const { signUp, shift, task } = found
  const now = await asking.instant()
  if (!mayOnTask(asking, 'task.publish', task) || signUp.personId === asking.actor.personId)
    return refuse('FORBIDDEN')
  if (signUp.state !== 'asked' || now >= shift.startsAt) return refuse('NOT_IN_THIS_STATE')
  const after: SignUp = became(signUp, agree ? { state: 'waiting' } : { state: 'declined', at: now })
  await saveSignUp(tx, after)
  const kind = agree ? 'signup_agreed' : 'signup_declined'
  await tellOfTask(tx, system, { task, personIds: [signUp.personId], kind, now })
  await promoteQueue(tx, system, { task, shiftId: shift.id, now })
  return ok({ done: true })
}

export const signUpHandlers: HandlersOf<Names> = {
  'signups.join': join,
  'signups.cancel': async ({ id }, asking) => {
    const found = await own(asking, id)
    if (!found) return refuse('NOT_FOUND')
    const { signUp, shift, task, now } = found
    const cancelled = cancelOwn(signUp, shift, now)
    if (!cancelled.ok) return cancelled
    await saveSignUp(asking.tx, cancelled.value)
    await promoteQueue(asking.tx, asking.system, { task, shiftId: shift.id, now })
    return ok({ id, late: cancelled.value.state === 'cancelled' && cancelled.value.late })
  },
  'signups.confirm': async ({ id }, asking) => {
    const found = await own(asking, id)
    if (!found) return refuse('NOT_FOUND')
    const confirmed = confirmOffer(found.signUp, found.now)
    if (!confirmed.ok) return confirmed
    await saveSignUp(asking.tx, confirmed.value)
    await saveShift(asking.tx, asking.system.streetId, found.shift)
    return ok({ done: true })
  },
  'signups.decide': decide,
  'signups.checkIn': enter,
  'signups.checkOut': async ({ id }, asking) => {
    const found = await own(asking, id)
    if (!found) return refuse('NOT_FOUND')
    const left = checkOut(found.signUp, found.shift, found.now)
    if (!left.ok) return left
    await saveSignUp(asking.tx, left.value)
    return ok({ id, minutes: left.value.state === 'done' ? left.value.minutes : 0 })
  },
  'signups.mark': markAll,
}

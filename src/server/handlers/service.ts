import type { OutputOf, ParsedOf } from '#contracts/operations'
import { dayOf } from '#core/concerns/calendar'
import { reachOf } from '#core/people/policy'
import { ok, type Result, refuse } from '#core/result'
import { whyNotDispute } from '#core/volunteers/hours'
import type { Asking, HandlersOf } from '../operation'
import { personNames } from '../queries/names'
import { under } from '../queries/under'
import { holdPerson } from '../volunteers/join'
import { correctService, enterService, standingEntry } from '../volunteers/ledger'
import { findSignUp, findTask, findTaskForStep, mayOnTask, shiftsOf, signUpsOf } from '../volunteers/load'
import { exchange, offer, pointsOf } from '../volunteers/points'
import { recordOf } from '../volunteers/record'
import { captainsOf, tellOfTask } from '../volunteers/tell'

type Names =
  | 'service.mine'
  | 'service.waiting'
  | 'service.confirm'
  | 'service.correct'
  | 'service.dispute'
  | 'service.answer'
  | 'points.mine'
  | 'points.exchange'
  | 'points.offer'

/** 确认时长: what stands already is passed over; one that may not be confirmed refuses all. */
async function confirmAll(
  { taskId, signUpIds }: ParsedOf<'service.confirm'>,
  asking: Asking,
): Promise<Result<OutputOf<'service.confirm'>>> {
  const { tx, actor, system } = asking
  const { streetId } = system
  if (!actor.personId) return refuse('NOT_AUTHENTICATED')
  const kept = await findTaskForStep(tx, { streetId, id: taskId })
  if (!kept) return refuse('NOT_FOUND')
  const { task, shifts } = kept
  if (task.leaderId !== actor.personId && !mayOnTask(asking, 'service.confirm', task))
    return refuse('FORBIDDEN')
  const now = await asking.instant()
  const signUps = (await signUpsOf(tx, { streetId, id: taskId }))
    .filter(({ id }) => signUpIds.includes(id))
    .sort((a, b) => (a.personId < b.personId ? -1 : 1))
  const told: string[] = []
  for (const signUp of signUps) {
    const shift = shifts.find(({ id }) => id === signUp.shiftId)
    if (!shift) throw new Error('a sign-up of no shift')
    await holdPerson(asking, signUp.personId)
    if (await standingEntry(asking, signUp.id)) continue
    const entered = await enterService(asking, { task, shift, signUp }, { by: actor.personId, now })
    if (!entered.ok) return entered
    told.push(signUp.personId)
  }
  await tellOfTask(tx, system, { task, personIds: told, kind: 'service_confirmed', now })
  return ok({ confirmed: told.length })
}

/** A service by its sign-up, with its person held. */
async function serviceOf(asking: Asking, signUpId: string) {
  const { tx, system } = asking
  const { streetId } = system
  const signUp = await findSignUp(tx, { streetId, id: signUpId })
  if (!signUp || signUp.guestEnc !== null) return undefined
  await holdPerson(asking, signUp.personId)
  const kept = await findTask(tx, { streetId, id: signUp.taskId })
  const shift = (await shiftsOf(tx, { streetId, id: signUp.taskId })).find(({ id }) => id === signUp.shiftId)
  if (!kept || !shift) throw new Error('a sign-up of no task')
  return { task: kept.task, shift, signUp }
}

async function correct(
  { signUpId, minutes, reason }: ParsedOf<'service.correct'>,
  asking: Asking,
): Promise<Result<{ done: boolean }>> {
  const { tx, actor, system } = asking
  const service = await serviceOf(asking, signUpId)
  if (!service || !actor.personId) return refuse('NOT_FOUND')
  if (!mayOnTask(asking, 'service.confirm', service.task)) return refuse('FORBIDDEN')
  if (service.signUp.state !== 'done') return refuse('NOT_IN_THIS_STATE')
  const now = await asking.instant()
  const done = await correctService(asking, service, { minutes, reason, by: actor.personId, now })
  if (!done.ok) return done
  const told = { task: service.task, personIds: [service.signUp.personId], note: reason, now }
  await tellOfTask(tx, system, { ...told, kind: 'service_corrected' })
  return ok({ done: true })
}

/** 异议: his own service only, once at a time. */
async function dispute(
  { signUpId, minutes, words }: ParsedOf<'service.dispute'>,
  asking: Asking,
): Promise<Result<{ done: boolean }>> {
  const { tx, actor, system, now } = asking
  const { streetId } = system
  const service = await serviceOf(asking, signUpId)
  if (!service || !actor.personId || service.signUp.personId !== actor.personId) return refuse('NOT_FOUND')
  const { task, shift, signUp } = service
  const standing = await standingEntry(asking, signUpId)
  const waiting = await tx
    .selectFrom('service_disputes')
    .select('id')
    .where('street_id', '=', streetId)
    .where('signup_id', '=', signUpId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  const since = Math.max(shift.endsAt, standing?.confirmedAt ?? 0)
  const refusal = whyNotDispute(signUp, { since, open: waiting !== undefined, now })
  if (refusal) return refuse(refusal)
  const said = {
    person_id: actor.personId,
    signup_id: signUpId,
    words,
    minutes,
    at: now,
    state: 'open' as const,
  }
  await tx
    .insertInto('service_disputes')
    .values({
      street_id: streetId,
      id: system.newId(),
      ...said,
      answer: null,
      answered_by: null,
      answered_at: null,
    })
    .execute()
  const personIds = await captainsOf(tx, streetId, { task, now })
  await tellOfTask(tx, system, { task, personIds, kind: 'service_disputed', now })
  return ok({ done: true })
}

/** 答复: by another than who wrote the hours down and than who asks. */
async function answer(
  { id, minutes, note }: ParsedOf<'service.answer'>,
  asking: Asking,
): Promise<Result<{ done: boolean }>> {
  const { tx, actor, system, now } = asking
  const by = actor.personId
  const said = await tx
    .selectFrom('service_disputes')
    .select(['signup_id as signUpId', 'state'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const service = said && (await serviceOf(asking, said.signUpId))
  if (!service || !by) return refuse('NOT_FOUND')
  const { task, signUp } = service
  if (!mayOnTask(asking, 'service.confirm', task)) return refuse('FORBIDDEN')
  if (said.state !== 'open') return refuse('NOT_IN_THIS_STATE')
  const standing = await standingEntry(asking, signUp.id)
  if (standing?.confirmedBy === by || signUp.personId === by) return refuse('SELF_APPROVAL')
  if (minutes !== null) {
    const done = await correctService(asking, service, { minutes, reason: note, by, now })
    if (!done.ok) return done
  }
  await tx
    .updateTable('service_disputes')
    .set({
      state: minutes === null ? 'upheld' : 'corrected',
      answer: note,
      answered_by: by,
      answered_at: now,
    })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
  await tellOfTask(tx, system, { task, personIds: [signUp.personId], kind: 'service_answered', note, now })
  return ok({ done: true })
}

/** Disputes under the grids of whoever may answer them. */
async function waiting(asking: Asking): Promise<Result<OutputOf<'service.waiting'>>> {
  const { tx, actor, system } = asking
  const grids = actor.grants
    .filter(({ role }) => reachOf('service.confirm', role) === 'grid')
    .map(({ gridPath }) => gridPath)
  const rows = await tx
    .selectFrom('service_disputes as d')
    .innerJoin('volunteer_signups as s', (on) =>
      on.onRef('s.street_id', '=', 'd.street_id').onRef('s.id', '=', 'd.signup_id'),
    )
    .innerJoin('volunteer_tasks as t', (on) =>
      on.onRef('t.street_id', '=', 's.street_id').onRef('t.id', '=', 's.task_id'),
    )
    .innerJoin('volunteer_shifts as h', (on) =>
      on.onRef('h.street_id', '=', 's.street_id').onRef('h.id', '=', 's.shift_id'),
    )
    .select([
      'd.id',
      'd.person_id',
      'd.signup_id',
      'd.words',
      'd.minutes',
      't.body as task',
      'h.starts_at as startsAt',
    ])
    .where('d.street_id', '=', system.streetId)
    .where('d.state', '=', 'open')
    .where((is) => is.or(grids.map((path) => under('t.grid_path', path))))
    .orderBy('d.at')
    .limit(50)
    .execute()
  const names = await personNames(
    asking,
    rows.map(({ person_id }) => person_id),
  )
  const disputes: OutputOf<'service.waiting'>['disputes'] = []
  for (const { id, person_id, signup_id, words, minutes, task, startsAt } of rows)
    disputes.push({
      id,
      name: names.get(person_id) ?? '',
      title: task.words.title,
      day: dayOf(startsAt),
      recorded: (await standingEntry(asking, signup_id))?.minutes ?? 0,
      minutes,
      words,
    })
  return ok({ disputes })
}

export const serviceHandlers: HandlersOf<Names> = {
  'service.mine': (_, asking) => recordOf(asking),
  'service.waiting': (_, asking) => waiting(asking),
  'service.confirm': confirmAll,
  'service.correct': correct,
  'service.dispute': dispute,
  'service.answer': answer,
  'points.mine': (_, asking) => pointsOf(asking),
  'points.exchange': exchange,
  'points.offer': offer,
}

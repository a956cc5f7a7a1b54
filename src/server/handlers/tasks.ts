import type { OutputOf, ParsedOf } from '#contracts/operations'
import { mayAt } from '#core/people/place-rights'
import { ok, type Result, refuse } from '#core/result'
import { cancel, change, goOn, publish, whyNotShifts } from '#core/volunteers/publish'
import type { Task } from '#core/volunteers/task'
import { mayBeShown } from '../content/said'
import type { Asking, HandlersOf } from '../operation'
import { arePersons } from '../queries/persons'
import { callOff, open, repeat } from '../volunteers/clock'
import { findTaskForStep, isHis, isRepeated, mayOnTask, signUpsOf } from '../volunteers/load'
import { promoteQueue } from '../volunteers/queue'
import { saveNewTask, saveShift, saveTask } from '../volunteers/save'
import { sourceOf } from '../volunteers/source'
import { captainsOf, signedUp, tellOfTask } from '../volunteers/tell'

type Moved = Result<OutputOf<'tasks.publish'>>

async function draft(input: ParsedOf<'tasks.draft'>, asking: Asking): Promise<Moved> {
  const { tx, actor, now, system } = asking
  const { gridPath, words, source, repeats, shifts } = input
  if (!actor.personId) return refuse('NOT_AUTHENTICATED')
  if (!mayAt(actor, 'task.write', { gridPath, buildingId: null })) return refuse('FORBIDDEN')
  const leaderId = input.leaderId ?? actor.personId
  if (!(await isKnown(asking, gridPath, leaderId)) || !(await sourceOf(asking, source)))
    return refuse('NOT_FOUND')
  if (!mayBeShown(asking, textsOf(input))) return refuse('CONTENT_RISKY')
  const refusal = whyNotShifts(shifts, now)
  if (refusal) return refuse(refusal)

  const task: Task = {
    id: system.newId(),
    streetId: system.streetId,
    gridPath,
    words,
    leaderId,
    source,
    repeats,
    repeatOf: null,
    proposerId: actor.personId,
    proposedAt: now,
    state: 'draft',
  }
  await saveNewTask(tx, system, { task, plans: shifts })
  const captains = await captainsOf(tx, system.streetId, { task, now })
  const personIds = captains.filter((id) => id !== actor.personId)
  await tellOfTask(tx, system, { task, personIds, kind: 'task_to_publish', now })
  return ok({ id: task.id, version: 1 })
}

/** What of a task people will read; ids and instants look like phone numbers to a screening. */
const textsOf = ({ words, shifts }: Pick<ParsedOf<'tasks.draft'>, 'words' | 'shifts'>): unknown => [
  words.title,
  words.detail,
  words.riskNote,
  words.insurance,
  words.training,
  words.place,
  shifts.map(({ label }) => label),
]

async function isKnown(asking: Asking, gridPath: string, personId: string): Promise<boolean> {
  const { tx, system } = asking
  const grid = await tx
    .selectFrom('grids')
    .select('path')
    .where('street_id', '=', system.streetId)
    .where('path', '=', gridPath)
    .executeTakeFirst()
  return grid !== undefined && (await arePersons(asking, [personId]))
}

type Step = { id: string; version: number }
type Held = NonNullable<Awaited<ReturnType<typeof findTaskForStep>>>

/** A task for one step of whoever may take it, or why not. */
async function forStep(
  { id, version }: Step,
  asking: Asking,
  may: (task: Task) => boolean,
): Promise<Result<Held & { now: number }>> {
  const kept = await findTaskForStep(asking.tx, { streetId: asking.system.streetId, id })
  if (!kept) return refuse('NOT_FOUND')
  if (!may(kept.task)) return refuse('FORBIDDEN')
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  return ok({ ...kept, now: await asking.instant() })
}

async function publishTask(input: Step, asking: Asking): Promise<Moved> {
  const held = await forStep(input, asking, (task) => mayOnTask(asking, 'task.publish', task))
  if (!held.ok) return held
  const { task, shifts, now, version } = held.value
  const published = publish({ task, shifts, by: asking.actor.personId, now })
  if (!published.ok) return published
  const kept = { task, version }
  const opened = { kept, task: published.value, shifts, now }
  const next = await open(asking.tx, asking.system.streetId, opened)
  return ok({ id: task.id, version: next })
}

/** 变更: everybody who is signed up is told; more places go to the queue. */
async function changeTask(input: ParsedOf<'tasks.change'>, asking: Asking): Promise<Moved> {
  const { tx, system } = asking
  const { streetId } = system
  const held = await forStep(input, asking, (task) => isHis(asking, task))
  if (!held.ok) return held
  if (!mayBeShown(asking, textsOf(input))) return refuse('CONTENT_RISKY')
  const { task, shifts, now, version } = held.value
  const changed = change({ task, shifts, words: input.words, plans: input.shifts, now })
  if (!changed.ok) return changed

  const { task: after, shifts: moved } = changed.value
  const isDraft = task.state === 'draft'
  for (const shift of moved) await saveShift(tx, streetId, shift, isDraft)
  const all = shifts.map((shift) => moved.find(({ id }) => id === shift.id) ?? shift)
  const next = await saveTask(tx, { task, version }, { task: after, shifts: all })
  if (isDraft) return ok({ id: task.id, version: next })
  for (const { id } of moved) await promoteQueue(tx, system, { task: after, shiftId: id, now })
  const personIds = signedUp(await signUpsOf(tx, { streetId, id: task.id }))
  await tellOfTask(tx, system, { task: after, personIds, kind: 'task_changed', now })
  return ok({ id: task.id, version: next })
}

/** 再续: the latest time of a series alone, whose row is held; where all is over, the next time is written at once. */
async function goOnWith(input: Step, asking: Asking): Promise<Moved> {
  const { tx, system } = asking
  const held = await forStep(input, asking, (task) => isHis(asking, task))
  if (!held.ok) return held
  const { task, shifts, now, version } = held.value
  if (await isRepeated(tx, { streetId: system.streetId, id: task.id })) return refuse('NOT_IN_THIS_STATE')
  const longer = goOn(task, now)
  if (!longer.ok) return longer
  const next = await saveTask(tx, { task, version }, { task: longer.value, shifts })
  await repeat(tx, system, task.id, now)
  return ok({ id: task.id, version: next })
}

async function cancelTask({ note, ...input }: ParsedOf<'tasks.cancel'>, asking: Asking): Promise<Moved> {
  const { tx, system } = asking
  const { streetId } = system
  const held = await forStep(input, asking, (task) => isHis(asking, task))
  if (!held.ok) return held
  if (!mayBeShown(asking, note)) return refuse('CONTENT_RISKY')
  const { task, shifts, now, version } = held.value
  const cancelled = cancel(task, shifts, { note, now })
  if (!cancelled.ok) return cancelled

  const signUps = await signUpsOf(tx, { streetId, id: task.id })
  await callOff(tx, signUps, now)
  for (const shift of shifts)
    if (shift.state === 'open') await saveShift(tx, streetId, { ...shift, state: 'cancelled' })
  const next = await saveTask(tx, { task, version }, { task: cancelled.value, shifts })
  const told = { task: cancelled.value, personIds: signedUp(signUps), kind: 'task_cancelled', note, now }
  await tellOfTask(tx, system, told)
  return ok({ id: task.id, version: next })
}

type Names = 'tasks.draft' | 'tasks.publish' | 'tasks.change' | 'tasks.go_on' | 'tasks.cancel'

export const taskHandlers: HandlersOf<Names> = {
  'tasks.draft': draft,
  'tasks.publish': publishTask,
  'tasks.change': changeTask,
  'tasks.go_on': goOnWith,
  'tasks.cancel': cancelTask,
}

import { concernSteps } from '#contracts/concern-commands'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { Concern } from '#core/concerns/concern'
import type { ConcernEvent } from '#core/concerns/events'
import { decide } from '#core/concerns/machine'
import { canSee } from '#core/people/permissions'
import { ok, type Result, refuse } from '#core/result'
import { departmentsExist } from '../concerns/departments'
import { carryFollowers, follows } from '../concerns/followers'
import { headOf } from '../concerns/heads'
import { findConcernForStep, type Kept } from '../concerns/load'
import { loadCalendar } from '../concerns/load-calendar'
import { attachPhotos } from '../concerns/photos'
import { saveStep } from '../concerns/save'
import type { Asking, Handler, HandlersOf } from '../operation'

type StepName = keyof typeof concernSteps
type Answer = Promise<Result<OutputOf<StepName>>>

interface Asked {
  id: string
  version: number
  event: ConcernEvent
}

/** One step on a concern, whichever: load, ask the rules, save, answer. */
async function takeStep({ id, version, event }: Asked, asking: Asking): Answer {
  const { tx, actor, now, system } = asking
  const { kept, target } = await lock(asking, id, event)
  if (!kept || !(await mayRead(asking, kept.concern))) return refuse('NOT_FOUND')
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  if (event.kind === 'whistle' && !(await departmentsExist(asking, event.departmentIds)))
    return refuse('VALIDATION')

  const calendar = await loadCalendar(tx)
  const { buildingId } = kept.concern.place
  const headId = await headOf(tx, system.streetId, { buildingId, now })
  const decision = decide(kept.concern, event, { actor, now, calendar, headId, target: target?.concern })
  if (!decision.ok) return decision

  const { concern: after, grant } = decision.value
  const step = { before: kept.concern, version, after, event }
  const deed = { personId: actor.personId, role: grant.role, at: now, calendar, newId: system.newId }
  const saved = await saveStep(tx, step, deed)
  if (!saved.ok) return saved

  const tied = await tie(asking, { concern: after, event, target: target?.concern })
  return tied.ok ? ok({ id, version: saved.value }) : tied
}

/** Two people who merge two concerns crosswise must not wait for each other: the smaller id is always taken first. */
async function lock({ tx, now, system }: Asking, id: string, event: ConcernEvent) {
  const ids = event.kind === 'merge' ? [...new Set([id, event.into])].sort() : [id]
  const locked = new Map<string, Kept | undefined>()
  for (const one of ids)
    locked.set(one, await findConcernForStep(tx, { streetId: system.streetId, id: one, now }))
  return { kept: locked.get(id), target: event.kind === 'merge' ? locked.get(event.into) : undefined }
}

async function mayRead({ tx, actor, system }: Asking, concern: Concern): Promise<boolean> {
  const { personId } = actor
  return canSee(
    actor,
    concern,
    await follows(tx, { streetId: system.streetId, concernId: concern.id, personId }),
  )
}

/** What belongs to a step besides the concern itself: followers that move, photos that show the result. */
async function tie(
  { tx, actor, now }: Asking,
  { concern, event, target }: { concern: Concern; event: ConcernEvent; target: Concern | undefined },
): Promise<Result<null>> {
  if (event.kind === 'merge' && target) await carryFollowers(tx, concern, target, now)
  if (event.kind !== 'resolve' || actor.personId === null) return ok(null)

  const { photoIds } = event.outcome
  const attaching = { concern, uploaderId: actor.personId, photoIds, now }
  return (await attachPhotos(tx, attaching)) ? ok(null) : refuse('PHOTO_REFUSED')
}

/** The operation's name ends in the event's kind, and its input holds that event's words: the contract says so. */
function handlerOf(name: StepName): Handler<StepName> {
  const kind = name.slice('concerns.'.length)
  return ({ id, version, ...words }: ParsedOf<StepName>, asking) =>
    takeStep({ id, version, event: { kind, ...words } as ConcernEvent }, asking)
}

const names = Object.keys(concernSteps) as StepName[]

export const concernStepHandlers = Object.fromEntries(
  names.map((name) => [name, handlerOf(name)]),
) as unknown as HandlersOf<StepName>

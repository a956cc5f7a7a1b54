import { headSteps } from '#contracts/heads'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { DAY } from '#core/concerns/calendar'
import { type Context, decide } from '#core/heads/machine'
import { nominate } from '#core/heads/nominate'
import type { Step, StepKind } from '#core/heads/steps'
import { ok, type Result, refuse } from '#core/result'
import { findAppointment, headedBy, holdersOf, type Kept, lockBuilding } from '../heads/load'
import { candidateIn, confirmedHomeOf, householdsOf } from '../heads/register'
import { saveNew, saveStep } from '../heads/save'
import { settleBuilding } from '../heads/settle'
import { tellOf } from '../heads/tell'
import { tellHalf } from '../heads/tell-half'
import type { Asking, Handler, HandlersOf } from '../operation'

type StepName = keyof typeof headSteps
type Answer = Promise<Result<OutputOf<StepName>>>

async function propose(input: ParsedOf<'heads.nominate'>, asking: Asking): Answer {
  const { tx, actor, now, system } = asking
  const { days, adultSeen, ...said } = input
  const house = await lockBuilding(tx, system.streetId, said.buildingId)
  if (!house) return refuse('NOT_FOUND')
  const place = { buildingId: said.buildingId, ...house }
  const candidate = await candidateIn(asking, said.personId, place)
  if (!candidate) return refuse('NOT_FOUND')

  const proposal = {
    ...said,
    id: system.newId(),
    streetId: system.streetId,
    gridPath: house.gridPath,
    term: days * DAY,
  }
  const nominated = nominate(proposal, { actor, now, candidate, adultSeen })
  if (!nominated.ok) return nominated
  await saveNew(tx, nominated.value)
  await tellOf(tx, system, { appointment: nominated.value, kind: 'nominate', now })
  return ok({ id: proposal.id, version: 1 })
}

interface Asked {
  id: string
  version: number
  words: object
}

/** One step on an appointment, whichever: load under the building's lock, ask the rules, save, settle the building. */
async function takeStep(kind: StepKind, { id, version, words }: Asked, asking: Asking): Answer {
  const { tx, now, system } = asking
  const kept = await lock(asking, id)
  if (!kept) return refuse('NOT_FOUND')
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  const step = { kind, ...words, ...(await besidesWords(asking, kind, kept)) } as Step
  const decision = decide(kept.appointment, step, await contextOf(asking, kept))
  if (!decision.ok) return decision

  const { appointment } = decision.value
  const saved = await saveStep(tx, kept, { after: appointment, grantId: system.newId() })
  if (!saved.ok) return saved
  await tellOf(tx, system, { appointment, kind, now })
  if (kind === 'ask_removal') await tellHalf(asking, kept.appointment, appointment)
  if (SETTLES.includes(kind)) {
    await settleBuilding(tx, system, { buildingId: appointment.buildingId, now })
  }
  const after = await findAppointment(tx, system.streetId, id)
  return ok({ id, version: after?.version ?? saved.value })
}

/** Steps after which another may hold the building. */
const SETTLES: readonly StepKind[] = ['confirm', 'resign', 'revoke']

/** The building first, then the appointment as it is under that lock. */
async function lock({ tx, system }: Asking, id: string): Promise<Kept | undefined> {
  const seen = await findAppointment(tx, system.streetId, id)
  if (!seen) return undefined
  await lockBuilding(tx, system.streetId, seen.appointment.buildingId)
  return findAppointment(tx, system.streetId, id)
}

export async function contextOf(asking: Asking, { appointment }: Kept): Promise<Context> {
  const { tx, actor, now, system } = asking
  const { buildingId, personId, id } = appointment
  const { inOffice, next } = await holdersOf(tx, system.streetId, buildingId)
  return {
    actor,
    now,
    inOffice: inOffice && inOffice.appointment.id !== id ? inOffice.appointment : null,
    hasNext: next !== undefined && next.appointment.id !== id,
    headed: await headedBy(tx, system.streetId, { personId, except: buildingId }),
    home: await confirmedHomeOf(asking, actor.personId),
    households: await householdsOf(asking, buildingId),
  }
}

/** A checklist holds what is open in the building at this instant; nobody types that. */
async function besidesWords({ tx, system }: Asking, kind: StepKind, { appointment }: Kept): Promise<object> {
  if (kind !== 'hand_over') return {}
  const open = await tx
    .selectFrom('concerns')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('building_id', '=', appointment.buildingId)
    .where('state', '<>', 'closed')
    .where('visibility', '=', 'public')
    .orderBy('id')
    .execute()
  return { concernIds: open.map(({ id }) => id) }
}

/** The operation's name ends in the step's kind, and its input holds that step's words: the contract says so. */
function handlerOf(name: StepName): Handler<StepName> {
  const kind = name.slice('heads.'.length) as StepKind
  return ({ id, version, ...words }: ParsedOf<StepName>, asking) =>
    takeStep(kind, { id, version, words }, asking)
}

const names = Object.keys(headSteps) as StepName[]

export const headHandlers: HandlersOf<StepName | 'heads.nominate'> = {
  'heads.nominate': propose,
  ...(Object.fromEntries(names.map((name) => [name, handlerOf(name)])) as unknown as HandlersOf<StepName>),
}

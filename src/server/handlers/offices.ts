import type { ParsedOf } from '#contracts/operations'
import { assign, endOffice, type OfficeRequest, second } from '#core/offices/offices'
import { ok, type Result, refuse } from '#core/result'
import { tellPeople } from '../heads/tell'
import { assigningOf, countOf, grantsNow, lockGrid } from '../offices/load'
import type { Asking, HandlersOf } from '../operation'
import { chainOf } from '../queries/grids'

type OfficeCommand = 'offices.assign' | 'offices.answer' | 'offices.end' | 'offices.postPhone'

export const officeHandlers: HandlersOf<OfficeCommand> = {
  'offices.assign': async ({ until, ...office }, asking) => {
    const { actor, now, system } = asking
    if (!actor.personId) return refuse('NOT_AUTHENTICATED')
    if (!(await lockGrid(asking, office.gridPath))) return refuse('NOT_FOUND')
    const asked = { askedBy: actor.personId, askedAt: now }
    const request: OfficeRequest = { ...office, ...asked, id: system.newId(), to: until }
    const assigning = await assigningOf(asking, request)
    if (!assigning) return refuse('NOT_FOUND')
    const assigned = assign(request, assigning)
    if (!assigned.ok) return assigned
    if (!(await isKnownDepartment(asking, request.departmentId))) return refuse('VALIDATION')

    const waits = assigned.value === 'waits'
    if (waits && (await isAskedAlready(asking, request))) return refuse('OFFICE_HELD')
    if (waits) await keepRequest(asking, request)
    else await giveOffice(asking, request, null)
    return ok({ id: request.id, waits })
  },

  'offices.answer': (input, asking) => answerRequest(input, asking),

  'offices.end': (input, asking) => end(input, asking),

  'offices.postPhone': async ({ show }, { tx, actor, now, system }) => {
    if (!actor.personId) return refuse('NOT_AUTHENTICATED')
    const mine = { street_id: system.streetId, person_id: actor.personId }
    if (show) {
      await tx
        .insertInto('posted_phones')
        .values({ ...mine, since: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return ok({ done: true })
    }
    await tx
      .deleteFrom('posted_phones')
      .where('street_id', '=', mine.street_id)
      .where('person_id', '=', mine.person_id)
      .execute()
    return ok({ done: true })
  },
}

async function answerRequest(
  { id, approve }: ParsedOf<'offices.answer'>,
  asking: Asking,
): Promise<Result<{ done: boolean }>> {
  const { tx, actor, now, system } = asking
  const request = await waitingRequest(asking, id)
  if (!request) return refuse('NOT_FOUND')
  await lockGrid(asking, request.gridPath)
  const assigning = await assigningOf(asking, request)
  if (!assigning) return refuse('NOT_FOUND')
  const seconded = second(request, assigning)
  // Whoever may not approve may not turn it down either; what only bars an approval does not bar a no.
  const mayNotAnswer = !seconded.ok && ['FORBIDDEN', 'SELF_APPROVAL'].includes(seconded.refusal)
  if (!seconded.ok && (approve || mayNotAnswer)) return seconded

  await tx
    .updateTable('office_requests')
    .set({ answered_by: actor.personId, answered_at: now, approved: approve })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
  if (approve) await giveOffice(asking, request, actor.personId)
  return ok({ done: true })
}

async function waitingRequest({ tx, system }: Asking, id: string): Promise<OfficeRequest | undefined> {
  return tx
    .selectFrom('office_requests')
    .select(['id', 'person_id as personId', 'role', 'grid_path as gridPath', 'department_id as departmentId'])
    .select(['acting', 'to_at as to', 'asked_by as askedBy', 'asked_at as askedAt'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

async function isAskedAlready({ tx, system }: Asking, request: OfficeRequest): Promise<boolean> {
  const asked = await tx
    .selectFrom('office_requests')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', request.personId)
    .where('role', '=', request.role)
    .where('grid_path', '=', request.gridPath)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  return asked !== undefined
}

const keepRequest = ({ tx, system }: Asking, request: OfficeRequest) =>
  tx
    .insertInto('office_requests')
    .values({
      street_id: system.streetId,
      id: request.id,
      person_id: request.personId,
      role: request.role,
      grid_path: request.gridPath,
      department_id: request.departmentId,
      acting: request.acting,
      to_at: request.to,
      asked_by: request.askedBy,
      asked_at: request.askedAt,
    })
    .execute()

async function giveOffice(asking: Asking, request: OfficeRequest, secondedBy: string | null): Promise<void> {
  const { tx, now, system } = asking
  await tx
    .insertInto('role_grants')
    .values({
      street_id: system.streetId,
      id: request.id,
      person_id: request.personId,
      role: request.role,
      grid_path: request.gridPath,
      building_id: null,
      department_id: request.departmentId,
      acting: request.acting,
      from_at: now,
      to_at: request.to,
      granted_by: request.askedBy,
      seconded_by: secondedBy,
    })
    .execute()
  await tellHolder(asking, request, 'office_given')
}

async function end(
  { grantId, reason }: ParsedOf<'offices.end'>,
  asking: Asking,
): Promise<Result<{ done: boolean }>> {
  const { tx, actor, now, system } = asking
  const office = await grantsNow(asking)
    .select(['g.person_id as personId', 'g.role', 'g.grid_path as gridPath', 'g.from_at as from'])
    .where('g.id', '=', grantId)
    .executeTakeFirst()
  if (!office) return refuse('NOT_FOUND')
  await lockGrid(asking, office.gridPath)
  const ended = endOffice({ actor, office, streetAdmins: await countOf(asking, 'street_admin') })
  if (!ended.ok) return ended

  const taken = await tx
    .updateTable('role_grants')
    // The database bears no office without a moment in it.
    .set({ to_at: Math.max(now, office.from + 1), ended_by: actor.personId, end_reason: reason })
    .where('street_id', '=', system.streetId)
    .where('id', '=', grantId)
    .where('to_at', '>', now)
    .executeTakeFirst()
  if (Number(taken.numUpdatedRows) === 0) return refuse('NOT_FOUND')
  if (office.personId !== actor.personId) await tellHolder(asking, office, 'office_ended')
  return ok({ done: true })
}

async function tellHolder(
  asking: Asking,
  { personId, gridPath }: Pick<OfficeRequest, 'personId' | 'gridPath'>,
  kind: 'office_given' | 'office_ended',
): Promise<void> {
  const { tx, now, system } = asking
  const title = (await chainOf(asking, gridPath)).at(-1)?.name ?? ''
  await tellPeople(tx, system, { personIds: [personId], kind, title, now })
}

async function isKnownDepartment({ tx, system }: Asking, id: string | null): Promise<boolean> {
  if (id === null) return true
  const found = await tx
    .selectFrom('departments')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}

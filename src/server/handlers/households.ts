import { againstFounding, againstJoining, type Belonging } from '#core/households/belonging'
import { choose, joined } from '#core/households/household'
import { countsAt } from '#core/residences/residence'
import { ok, type Result, refuse } from '#core/result'
import { tellPeople } from '../heads/tell'
import {
  codeOf,
  loadHousehold,
  lockHousehold,
  membershipOf,
  placeOfRoom,
  saveHousehold,
} from '../households/keep'
import { leaveHousehold } from '../households/leave'
import { myHousehold } from '../households/mine'
import type { Asking, HandlersOf } from '../operation'
import { birthOf } from '../people/birth'
import { homeRows, residenceOf } from '../residences/rows'

type HouseholdOperation = `households.${'mine' | 'found' | 'join' | 'admit' | 'choose' | 'leave'}`
type Done = Result<{ done: boolean }>
const DONE: Done = ok({ done: true })

export const householdHandlers: HandlersOf<HouseholdOperation> = {
  'households.mine': async (_, asking) => {
    const { personId } = asking.actor
    return personId ? ok({ household: await myHousehold(asking, personId) }) : refuse('NOT_AUTHENTICATED')
  },
  'households.found': ({ room }, asking) => asPerson(asking, (personId) => found(asking, personId, room)),
  'households.join': ({ code }, asking) => asPerson(asking, (personId) => join(asking, personId, code)),
  'households.admit': ({ id, admit }, asking) =>
    asPerson(asking, (personId) => admitTo(asking, { personId, id, admit })),
  'households.choose': ({ id }, asking) => asPerson(asking, (personId) => chooseIn(asking, personId, id)),
  'households.leave': (_, asking) =>
    asPerson(asking, async (personId) => {
      const { tx, now, system } = asking
      return (await leaveHousehold(tx, system, { personId, now })) ? DONE : refuse('NOT_FOUND')
    }),
}

const asPerson = async ({ actor }: Asking, deed: (personId: string) => Promise<Done>): Promise<Done> =>
  actor.personId ? deed(actor.personId) : refuse('NOT_AUTHENTICATED')

async function belongingOf(asking: Asking, personId: string): Promise<Belonging> {
  const row = await homeRows(asking)
    .where('r.person_id', '=', personId)
    .where('r.to_at', 'is', null)
    .executeTakeFirst()
  const belongs = (await membershipOf(asking.tx, asking.system, personId)) !== null
  return {
    home: row ? { buildingId: row.building_id, counts: countsAt(residenceOf(row), asking.now) } : null,
    belongs,
  }
}

async function found(asking: Asking, personId: string, room: string): Promise<Done> {
  const { tx, now, system } = asking
  const belonging = await belongingOf(asking, personId)
  const refusal = againstFounding(belonging)
  if (refusal || !belonging.home) return refuse(refusal ?? 'RESIDENCE_NOT_CONFIRMED')
  const id = system.newId()
  await tx
    .insertInto('households')
    .values({
      street_id: system.streetId,
      id,
      building_id: belonging.home.buildingId,
      room_enc: system.vault.seal(room, placeOfRoom(id)),
      code: codeOf(id),
      founded_by: personId,
      founded_at: now,
    })
    .execute()
  if (!(await ask(asking, { personId, household: id }))) return refuse('NOT_IN_THIS_STATE')
  return letIn(asking, { household: id, personId, by: personId })
}

async function join(asking: Asking, personId: string, code: string): Promise<Done> {
  const { tx, now, system } = asking
  const household = await tx
    .selectFrom('households')
    .select(['id', 'building_id'])
    .where('street_id', '=', system.streetId)
    .where('code', '=', code.toUpperCase())
    .executeTakeFirst()
  if (!household) return refuse('NOT_FOUND')
  const refusal = againstJoining(await belongingOf(asking, personId), household.building_id)
  if (refusal) return refuse(refusal)
  if (!(await ask(asking, { personId, household: household.id }))) return refuse('NOT_IN_THIS_STATE')
  const { representative } = await loadHousehold(tx, system, household.id)
  const personIds = representative ? [representative] : []
  await tellPeople(tx, system, { personIds, kind: 'household_asked', title: '', now })
  return DONE
}

/** False when he belongs somewhere already: the database keeps one household a person. */
async function ask(
  { tx, now, system }: Asking,
  { personId, household }: { personId: string; household: string },
): Promise<boolean> {
  const taken = await tx
    .insertInto('household_members')
    .values({
      street_id: system.streetId,
      id: system.newId(),
      household_id: household,
      person_id: personId,
      asked_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'person_id']).where('to_at', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  return Number(taken.numInsertedOrUpdatedRows) === 1
}

async function letIn(
  { tx, now, system }: Asking,
  { household, personId, by }: { household: string; personId: string; by: string },
): Promise<Done> {
  const before = await loadHousehold(tx, system, household)
  const born = await birthOf(tx, system, personId)
  await tx
    .updateTable('household_members')
    .set({ from_at: now, admitted_by: by })
    .where('street_id', '=', system.streetId)
    .where('household_id', '=', household)
    .where('person_id', '=', personId)
    .where('to_at', 'is', null)
    .execute()
  const after = joined(before, { personId, since: now, born, wants: null }, now)
  await saveHousehold(tx, system, { id: household, before, after, now })
  return DONE
}

/** Another part of the household the asking person belongs to, which is locked; `null` when there is none. */
async function fellow({ tx, system }: Asking, personId: string, id: string) {
  const own = await membershipOf(tx, system, personId)
  if (!own || own.from_at === null) return null
  await lockHousehold(tx, system, own.household_id)
  const other = await tx
    .selectFrom('household_members')
    .selectAll()
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .where('household_id', '=', own.household_id)
    .where('to_at', 'is', null)
    .executeTakeFirst()
  return other ?? null
}

async function admitTo(
  asking: Asking,
  { personId, id, admit }: { personId: string; id: string; admit: boolean },
): Promise<Done> {
  const { tx, now, system } = asking
  const other = await fellow(asking, personId, id)
  if (!other) return refuse('NOT_FOUND')
  if (other.from_at !== null) return refuse('NOT_IN_THIS_STATE')
  const news = { personIds: [other.person_id], title: '', now }
  await tellPeople(tx, system, { ...news, kind: admit ? 'household_joined' : 'household_declined' })
  if (admit) return letIn(asking, { household: other.household_id, personId: other.person_id, by: personId })
  await leaveHousehold(tx, system, { personId: other.person_id, now })
  return DONE
}

async function chooseIn(asking: Asking, personId: string, id: string): Promise<Done> {
  const { tx, now, system } = asking
  const other = await fellow(asking, personId, id)
  if (!other) return refuse('NOT_FOUND')
  const before = await loadHousehold(tx, system, other.household_id)
  const after = choose(before, { by: personId, wants: other.person_id, now })
  if (!after.ok) return after
  await saveHousehold(tx, system, { id: other.household_id, before, after: after.value, now })
  return DONE
}

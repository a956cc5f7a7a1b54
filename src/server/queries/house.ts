import { sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import { stepPlate } from '#core/buildings/plate'
import { standingOf } from '#core/buildings/registration'
import { mayAt } from '#core/people/place-rights'
import { findHouse, type House } from '../buildings/house'
import { headOf } from '../concerns/heads'
import type { Asking } from '../operation'
import { personNames } from './names'

type Shown = OutputOf<'buildings.get'>

/** A card is shown whole to those who work on the house and to those who live in it; the others see the front. */
export async function houseCard(asking: Asking, id: string): Promise<Omit<Shown, keyof Front> | null> {
  const house = await findHouse(asking.tx, { streetId: asking.system.streetId, id })
  if (!house) return null
  const mine = await homeIn(asking, id)
  const place = { gridPath: house.gridPath, buildingId: id }
  const works = mayAt(asking.actor, 'building.read', place) !== null
  return {
    status: house.status,
    head: await headOn(
      asking,
      id,
      mine?.confirmed === true || mayAt(asking.actor, 'head.read', place) !== null,
    ),
    standing: standingOf(house.registration, asking.now),
    mine,
    full: works || mine?.confirmed ? await wholeCard(asking, house) : null,
    bodies: works || mine?.confirmed ? await bodiesIn(asking, house.id) : [],
    may: deedsOn(asking, house, mine !== null),
  }
}

/** What `places.plate` tells of a house, and where it stands. */
type Front = Pick<
  Shown,
  | 'id'
  | 'no'
  | 'label'
  | 'gridPath'
  | 'estateId'
  | 'point'
  | 'col'
  | 'row'
  | 'plate'
  | 'address'
  | 'gridName'
  | 'open'
>

async function homeIn({ tx, actor, now, system }: Asking, id: string): Promise<Shown['mine']> {
  if (actor.personId === null) return null
  const home = await tx
    .selectFrom('residencies')
    .select(['confirmed_at', 'expires_at'])
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', actor.personId)
    .where('building_id', '=', id)
    .where('to_at', 'is', null)
    .executeTakeFirst()
  if (!home) return null
  const { confirmed_at, expires_at } = home
  return { confirmed: confirmed_at !== null && (expires_at === null || expires_at > now) }
}

/** 一栋自己的会. */
const bodiesIn = ({ tx, system }: Asking, buildingId: string): Promise<Shown['bodies']> =>
  tx
    .selectFrom('councils')
    .select(['id', 'name'])
    .where('street_id', '=', system.streetId)
    .where('building_id', '=', buildingId)
    .where('state', '=', 'active')
    .orderBy('unit_kind')
    .execute()

async function headOn(asking: Asking, buildingId: string, showsOffice: boolean): Promise<Shown['head']> {
  const { tx, now, system } = asking
  const personId = await headOf(tx, system.streetId, { buildingId, now })
  if (personId === null) return null
  const names = await personNames(asking, [personId])
  const { acting, appointment_id } = await tx
    .selectFrom('role_grants')
    .select(['acting', 'appointment_id'])
    .where('street_id', '=', system.streetId)
    .where('building_id', '=', buildingId)
    .where('person_id', '=', personId)
    .where('role', '=', 'head')
    .where('from_at', '<=', now)
    .where('to_at', '>', now)
    .orderBy('acting')
    .executeTakeFirstOrThrow()
  return {
    name: names.get(personId) ?? '',
    acting,
    appointmentId: showsOffice ? appointment_id : null,
  }
}

async function wholeCard(asking: Asking, house: House): Promise<Shown['full']> {
  const { registration } = house
  const row = await facts(asking, house.id)
  const checkedBy = registration?.state === 'verified' ? registration.checkedBy : null
  const names = await personNames(asking, [registration?.draftedBy, checkedBy])
  const name = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null)
  return {
    ...row,
    version: house.version,
    card: registration?.card ?? null,
    grade: house.grade,
    draftedBy: name(registration?.draftedBy),
    draftedAt: registration?.draftedAt ?? null,
    checkedBy: name(checkedBy),
    confirmedAt: registration?.state === 'verified' ? registration.confirmedAt : null,
    returnReason: registration?.state === 'returned' ? registration.reason : null,
  }
}

/** What is counted of a house, never typed (4.2 I4). */
async function facts({ tx, system }: Asking, id: string) {
  const found = await sql<{
    residents: number
    floating: number
    gradedAt: number | null
    hasOwner: boolean
    hasManager: boolean
    hazards: number
    lastPatrolAt: number | null
    lastSafetyAt: number | null
    plateCode: string | null
  }>`
    select
      (select count(*)::int from residencies r
        where r.street_id = b.street_id and r.building_id = b.id and r.to_at is null) as residents,
      (select count(*)::int from residencies r
        where r.street_id = b.street_id and r.building_id = b.id and r.to_at is null and r.floating) as floating,
      b.graded_at as "gradedAt",
      coalesce(g.owner_enc is not null, false) as "hasOwner",
      coalesce(g.manager_enc is not null, false) as "hasManager",
      (select count(*)::int from hazards h
        where h.street_id = b.street_id and h.building_id = b.id and h.state <> 'cleared') as hazards,
      (select max(i.at) from inspections i
        where i.street_id = b.street_id and i.building_id = b.id and i.kind = 'patrol') as "lastPatrolAt",
      (select max(i.at) from inspections i
        where i.street_id = b.street_id and i.building_id = b.id and i.kind = 'safety') as "lastSafetyAt",
      b.plate_code as "plateCode"
    from buildings b
    left join registrations g on g.street_id = b.street_id and g.building_id = b.id
    where b.street_id = ${system.streetId} and b.id = ${id}`.execute(tx)
  const [row] = found.rows
  if (!row) throw new Error('a house was there and then was not')
  return row
}

function deedsOn({ actor }: Asking, house: House, livesHere: boolean): Shown['may'] {
  const place = { gridPath: house.gridPath, buildingId: house.id }
  const has = (action: Parameters<typeof mayAt>[1]) => mayAt(actor, action, place) !== null
  const state = house.registration?.state
  const isOwn = house.registration?.draftedBy === actor.personId
  const deeds: [Shown['may'][number], boolean][] = [
    ['edit', has('building.edit')],
    ['check', has('building.verify') && state === 'submitted' && !isOwn],
    ['reconfirm', has('building.edit') && state === 'verified'],
    ['read_owner', has('building.read_owner')],
    ['claim', actor.personId !== null && !livesHere],
    ['inspect', has('inspection.record')],
    ['apply', has('plate.apply') && stepPlate(house.plate, 'apply').ok],
    ['mount', has('plate.mount') && stepPlate(house.plate, 'mount').ok],
    ['damage', has('plate.apply') && stepPlate(house.plate, 'damage').ok],
  ]
  return deeds.filter(([, may]) => may).map(([deed]) => deed)
}

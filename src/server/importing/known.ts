import type { Known } from '#core/importing/check'
import type { Register } from '#core/importing/register'
import { seatKey, singleSeat } from '#core/importing/seats'
import type { Tx } from '../storage/database'
import { residencyIdOf } from './people'
import { grantRow, holderOf, type Import } from './rows'

interface Bringing {
  vault: Import['vault']
  joined: Import['joined']
  register: Register
}

/** What the register of this street already holds of what a file may name; nothing when there is no street yet. */
export async function loadKnown(tx: Tx, street: string | null, bringing: Bringing): Promise<Known> {
  const streetId = street ?? ''
  const grids = await tx.selectFrom('grids').select('path').where('street_id', '=', streetId).execute()
  const estates = await tx.selectFrom('estates').select('id').where('street_id', '=', streetId).execute()
  const departments = await tx
    .selectFrom('departments')
    .select('id')
    .where('street_id', '=', streetId)
    .execute()
  const buildings = await tx
    .selectFrom('buildings')
    .select(['id', 'grid_path', 'estate_id', 'no', 'plate_code'])
    .where('street_id', '=', streetId)
    .execute()
  return {
    street,
    grids: new Set(grids.map(({ path }) => path)),
    estates: new Set(estates.map(({ id }) => id)),
    departments: new Set(departments.map(({ id }) => id)),
    buildings: new Map(buildings.map(({ id, grid_path }) => [id, grid_path])),
    numbers: new Map(
      buildings.flatMap(({ id, estate_id, no }) => (estate_id ? [[`${estate_id}|${no}`, id]] : [])),
    ),
    plates: new Map(buildings.flatMap(({ id, plate_code }) => (plate_code ? [[plate_code, id]] : []))),
    heldByOthers: await heldByOthers(tx, streetId, bringing),
    livingElsewhere: await livingElsewhere(tx, streetId, bringing),
  }
}

/** Offices of the file that somebody holds already at that time under another grant (migration 0006, one_holder). */
async function heldByOthers(
  tx: Tx,
  streetId: string,
  { vault, joined, register }: Bringing,
): Promise<Set<string>> {
  const offices = register.offices.filter(({ value }) => singleSeat(value) !== null)
  if (offices.length === 0) return new Set()
  const held = await tx
    .selectFrom('role_grants')
    .select(['id', 'role', 'grid_path', 'building_id', 'acting', 'from_at', 'to_at'])
    .where('street_id', '=', streetId)
    .execute()
  const bySeat = new Map<string, typeof held>()
  for (const one of held) {
    const seat = seatKey(one.role, { ...one, grid: one.grid_path, building: one.building_id })
    bySeat.set(seat, [...(bySeat.get(seat) ?? []), one])
  }
  const row = grantRow({ streetId, vault, joined })
  const others = offices.filter(({ value }) => {
    const own = row(value)
    const seat = singleSeat(value) ?? ''
    return (bySeat.get(seat) ?? []).some(
      (one) => one.id !== own.id && one.from_at < value.to && one.to_at > value.from,
    )
  })
  return new Set(others.map(({ row: at }) => String(at)))
}

/** Who is registered in another house than the file says, by another row than the file's own. */
async function livingElsewhere(tx: Tx, streetId: string, bringing: Bringing): Promise<Set<string>> {
  const { residents } = bringing.register
  if (residents.length === 0) return new Set()
  const homes = await otherHomes(tx, streetId, bringing)
  const elsewhere = residents.filter(({ value }) => {
    const home = homes.get(holderOf(bringing, value.phone))
    return home !== undefined && home !== value.building
  })
  return new Set(elsewhere.map(({ value }) => value.phone))
}

/** The house of everybody whose home stands there by another row than a file's. */
export async function otherHomes(
  tx: Tx,
  streetId: string,
  { joined }: Pick<Bringing, 'joined'>,
): Promise<Map<string, string>> {
  const homes = await tx
    .selectFrom('residencies')
    .select(['id', 'person_id', 'building_id'])
    .where('street_id', '=', streetId)
    .where('to_at', 'is', null)
    .where((is) =>
      is.or([
        is('person_id', 'like', 'i.%'),
        is(
          'person_id',
          'in',
          is.selectFrom('joined_persons').select('person_id').where('street_id', '=', streetId),
        ),
      ]),
    )
    .execute()
  const own = new Set([...joined].map(([imported, person]) => `${residencyIdOf(imported)}|${person}`))
  const other = homes.filter(
    ({ id, person_id }) => id !== residencyIdOf(person_id) && !own.has(`${id}|${person_id}`),
  )
  return new Map(other.map(({ person_id, building_id }) => [person_id, building_id]))
}

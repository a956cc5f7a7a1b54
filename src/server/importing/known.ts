import type { Known } from '#core/importing/check'
import type { Register } from '#core/importing/register'
import type { Vault } from '../people/vault'
import type { Tx } from '../storage/database'
import { importedPersonId } from './people'

interface Bringing {
  vault: Pick<Vault, 'index'>
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
    headedByOthers: await headedByOthers(tx, streetId, bringing),
    livingElsewhere: await livingElsewhere(tx, streetId, bringing),
  }
}

/** Heads of the file for whose building and time somebody else is appointed; who stands in is no obstacle. */
async function headedByOthers(tx: Tx, streetId: string, { vault, register }: Bringing): Promise<Set<string>> {
  const heads = register.offices
    .map(({ value }) => value)
    .filter((one) => one.office === 'head' && !one.acting)
  if (heads.length === 0) return new Set()
  const held = await tx
    .selectFrom('role_grants')
    .select(['building_id', 'person_id', 'from_at', 'to_at'])
    .where('street_id', '=', streetId)
    .where('role', '=', 'head')
    .where('acting', '=', false)
    .execute()
  const ofBuilding = new Map<string | null, typeof held>()
  for (const one of held) ofBuilding.set(one.building_id, [...(ofBuilding.get(one.building_id) ?? []), one])
  const others = heads.filter(({ phone, building, from, to }) =>
    (ofBuilding.get(building) ?? []).some(
      (one) => one.person_id !== importedPersonId(vault, phone) && one.from_at < to && one.to_at > from,
    ),
  )
  return new Set(others.map(({ phone, building }) => `${phone}|${building}`))
}

async function livingElsewhere(
  tx: Tx,
  streetId: string,
  { vault, register }: Bringing,
): Promise<Set<string>> {
  const phones = new Map(
    register.residents.map(({ value }) => [importedPersonId(vault, value.phone), value.phone] as const),
  )
  if (phones.size === 0) return new Set()
  const homes = await tx
    .selectFrom('residencies')
    .select(['id', 'person_id'])
    .where('street_id', '=', streetId)
    .where('to_at', 'is', null)
    .where('person_id', 'like', 'i.%')
    .execute()
  const other = homes.filter(({ id, person_id }) => id !== residencyIdOf(person_id))
  return new Set(other.flatMap(({ person_id }) => phones.get(person_id) ?? []))
}

/** The home a file brought; another one the person or the grid has written since. */
export const residencyIdOf = (personId: string): string => `r.${personId}`

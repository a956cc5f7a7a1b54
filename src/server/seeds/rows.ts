import { createHash } from 'node:crypto'
import type { Insertable } from 'kysely'
import { dayOf, yearOf } from '#core/concerns/calendar'
import { placeOfPhone } from '../people/profile'
import type { Vault } from '../people/vault'
import type { Tables } from '../storage/tables'
import { DAY, STREET } from './codes'
import type { SeedBuilding } from './estate'
import type { SeedGrid } from './grids'
import type { SeedGrant, SeedPerson, SeedResidency } from './people'

export type SealingVault = Pick<Vault, 'seal' | 'index'>

export const gridRow = (grid: SeedGrid): Insertable<Tables['grids']> => ({
  street_id: STREET,
  path: grid.path,
  level: grid.level,
  parent_path: grid.parent,
  name: grid.name,
  kind: grid.kind,
  residents: grid.residents,
  floating: grid.floating,
  buildings: grid.buildings,
  heads: grid.heads,
})

export const buildingRow = (building: SeedBuilding): Insertable<Tables['buildings']> => ({
  street_id: STREET,
  id: building.id,
  estate_id: building.estate,
  grid_path: building.grid,
  no: building.no,
  label: building.label,
  address: building.address,
  plate_status: building.plate,
  plate_code: building.plateCode,
  lat_e6: building.latE6,
  lng_e6: building.lngE6,
  crs: 'GCJ02',
  plan_col: building.col,
  plan_row: building.row,
  use: building.use,
  san_xiao: building.sanXiao,
  floors: building.floors,
  structure: building.structure,
  hazard_grade: building.hazard,
  status: building.status,
})

/** Persons came into the register with the census, a hundred days before the epoch. */
export const personRow =
  (vault: SealingVault, epoch: number) =>
  (person: SeedPerson): Insertable<Tables['persons']> => ({
    street_id: STREET,
    id: person.id,
    public_name: person.name,
    phone_enc: vault.seal(person.phone, placeOfPhone(person.id)),
    phone_index: vault.index(person.phone, 'phone'),
    birth_year: yearOf(dayOf(epoch)) - person.age,
    created_at: epoch - 100 * DAY,
  })

/** A confirmation holds for 400 days after the epoch. */
export const residencyRow =
  (epoch: number) =>
  (residency: SeedResidency): Insertable<Tables['residencies']> => ({
    street_id: STREET,
    id: `r.${residency.person.slice(2)}`,
    person_id: residency.person,
    building_id: residency.building,
    kind: residency.kind,
    floating: residency.floating,
    from_at: epoch - residency.since * DAY,
    to_at: null,
    confirmed_by: residency.confirmedBy,
    confirmed_at: residency.confirmedBy === null ? null : epoch - 100 * DAY,
    expires_at: residency.confirmedBy === null ? null : epoch + 400 * DAY,
  })

export const grantRow =
  (epoch: number) =>
  (grant: SeedGrant): Insertable<Tables['role_grants']> => ({
    street_id: STREET,
    id: grant.id,
    person_id: grant.person,
    role: grant.role,
    grid_path: grant.grid,
    building_id: grant.building,
    department_id: grant.department,
    acting: grant.acting,
    from_at: epoch + grant.from * DAY,
    to_at: epoch + grant.to * DAY,
    appointment_id: grant.role === 'head' ? `a.${grant.id}` : null,
  })

/** SHA-256 of the value as JSON with its keys in order: the same seed gives the same digest everywhere. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('hex')

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inner]) => [name, canonical(inner)]))
}

import type { Insertable } from 'kysely'
import type { Card, Registration } from '#core/buildings/registration'
import { levelOf } from '#core/grids/grid'
import type { RegisterRow } from '#core/importing/sheets'
import { placeOfContact, sealContact } from '../buildings/contacts'
import { placeOfPhone } from '../people/profile'
import type { Vault } from '../people/vault'
import type { Tables } from '../storage/tables'
import { importedGrantId, importedPersonId, residencyIdOf } from './people'

/** What every row is written with. */
export interface Import {
  streetId: string
  vault: Vault
  now: number
  newId(): string
  /** Who imports; `null` is the tool at the first start. */
  by: string | null
  /** Imported people whom somebody has taken over from, and who (`people/imported.ts`). */
  joined: ReadonlyMap<string, string>
}

type Row<Name extends keyof Tables> = Insertable<Tables[Name]>

/** Whoever stands behind a phone of the file by now. */
export const holderOf = ({ vault, joined }: Pick<Import, 'vault' | 'joined'>, phone: string): string => {
  const id = importedPersonId(vault, phone)
  return joined.get(id) ?? id
}

export const streetRow = ({ path, name }: RegisterRow<'street'>): Row<'grids'> => ({
  street_id: path,
  path,
  level: 0,
  parent_path: null,
  name,
  kind: null,
  residents: 0,
  floating: 0,
  buildings: 0,
  heads: 0,
})

export const gridRow =
  ({ streetId }: Import) =>
  ({ path, name, kind, residents, floating, buildings, heads }: RegisterRow<'grids'>): Row<'grids'> => ({
    street_id: streetId,
    path,
    level: levelOf(path),
    parent_path: path.slice(0, path.lastIndexOf('.')),
    name,
    kind: levelOf(path) === 1 ? kind : null,
    residents,
    floating,
    buildings,
    heads,
  })

export const buildingRow =
  ({ streetId }: Import) =>
  (row: RegisterRow<'buildings'>): Row<'buildings'> => ({
    street_id: streetId,
    id: row.id,
    estate_id: row.estate,
    grid_path: row.grid,
    no: row.no,
    label: row.label ?? `${row.no}栋`,
    address: row.address,
    plate_status: row.plate,
    plate_code: row.plateCode,
    lat_e6: row.latE6,
    lng_e6: row.lngE6,
    crs: row.crs,
    use: mainUse(row.uses),
    san_xiao: row.sanXiao,
    floors: row.floorsAbove,
    structure: row.structure,
    status: 'in_use',
    plan_col: (row.no - 1) % 10,
    plan_row: Math.floor((row.no - 1) / 10),
  })

/** The one use by which lists sort: let if any of it is let, empty if nothing else is said. */
export const mainUse = (uses: Card['uses']): 'self' | 'rent' | 'vacant' => {
  if (uses.includes('rent')) return 'rent'
  return uses.length === 1 && uses[0] === 'vacant' ? 'vacant' : 'self'
}

export const registrationRow =
  ({ streetId, vault, now, by }: Import) =>
  (row: RegisterRow<'buildings'>): Row<'registrations'> => {
    const contact = (who: 'owner' | 'manager', name: string | null, phone: string | null) =>
      sealContact(vault, placeOfContact(row.id, who), { name, phone })
    const owner = contact('owner', row.ownerName, row.ownerPhone)
    const manager = contact('manager', row.managerName, row.managerPhone)
    const body: Registration = {
      buildingId: row.id,
      card: cardOf(row),
      draftedBy: by,
      draftedAt: now,
      state: 'submitted',
    }
    return {
      street_id: streetId,
      building_id: row.id,
      version: 1,
      body,
      owner_enc: owner.sealed,
      owner_index: owner.index,
      manager_enc: manager.sealed,
      manager_index: manager.index,
    }
  }

const cardOf = (row: RegisterRow<'buildings'>): Card => ({
  address: row.address,
  floorsAbove: row.floorsAbove,
  floorsBelow: row.floorsBelow,
  areaCm2: row.areaCm2,
  builtYear: row.builtYear,
  structure: row.structure,
  uses: row.uses,
  sanXiao: row.sanXiao,
  alterations: row.alterations,
  rooms: row.rooms,
  crowded: row.crowded,
  permits: row.permits,
})

export const personRow =
  (given: Import) =>
  ({
    name,
    phone,
    birthYear = null,
  }: {
    name: string
    phone: string
    birthYear?: number | null
  }): Row<'persons'> => {
    const { streetId, vault, now } = given
    const id = holderOf(given, phone)
    return {
      street_id: streetId,
      id,
      public_name: name,
      phone_enc: vault.seal(phone, placeOfPhone(id)),
      phone_index: vault.index(phone, 'phone'),
      birth_year: birthYear,
      created_at: now,
    }
  }

export const grantRow =
  (given: Pick<Import, 'streetId' | 'vault' | 'joined'>) =>
  (row: RegisterRow<'offices'>): Row<'role_grants'> => {
    const { streetId, vault } = given
    const person = importedPersonId(vault, row.phone)
    const building = row.office === 'head' ? row.building : null
    const department = row.office === 'department' ? row.department : null
    return {
      street_id: streetId,
      id: importedGrantId(vault, [person, row.office, row.grid, building, department]),
      person_id: holderOf(given, row.phone),
      role: row.office === 'deputy' ? 'grid_head' : row.office,
      grid_path: row.grid,
      building_id: building,
      department_id: department,
      acting: row.acting || row.office === 'deputy',
      from_at: row.from,
      to_at: row.to,
    }
  }

export const residencyRow =
  (given: Import) =>
  (row: RegisterRow<'residents'>): Row<'residencies'> => {
    return {
      street_id: given.streetId,
      id: residencyIdOf(importedPersonId(given.vault, row.phone)),
      person_id: holderOf(given, row.phone),
      building_id: row.building,
      kind: row.kind,
      floating: row.floating,
      from_at: row.since,
      to_at: null,
      // A home counts once the head or the grid has confirmed it, whoever wrote it down.
      confirmed_by: null,
      confirmed_at: null,
      expires_at: null,
    }
  }

import { sql } from 'kysely'
import type { Register } from '#core/importing/register'
import type { Placed } from '#core/importing/sheet'
import type { SheetKey } from '#core/importing/sheets'
import type { Tx } from '../storage/database'
import {
  buildingRow,
  grantRow,
  gridRow,
  type Import,
  personRow,
  registrationRow,
  residencyRow,
  streetRow,
} from './rows'
import { counted, upsert, type Written } from './upsert'

/** How many rows of each table were new, changed, or there already. */
export type Summary = Record<SheetKey, Written>

/**
 * Writes a checked file. What was found on the spot, graded or decided in the app stays: a file changes neither a
 * verified card, nor a grade, nor a confirmed home. The same file again changes nothing.
 */
export async function writeRegister(tx: Tx, register: Register, given: Import): Promise<Summary> {
  // Each may name what stands before it.
  const street = await writeStreet(tx, register)
  const grids = await writeGrids(tx, register, given)
  const departments = await writeDepartments(tx, register, given)
  const estates = await writeEstates(tx, register, given)
  const buildings = await writeBuildings(tx, register, given)
  await writePersons(tx, register, given)
  const offices = await writeOffices(tx, register, given)
  const residents = await writeResidents(tx, register, given)
  return { street, grids, departments, estates, buildings, offices, residents }
}

const valuesOf = <Row>(rows: readonly Placed<Row>[]): Row[] => rows.map(({ value }) => value)

const SIZE = ['residents', 'floating', 'buildings', 'heads'] as const

async function writeStreet(tx: Tx, { street }: Register): Promise<Written> {
  const rows = valuesOf(street).map(streetRow)
  const writing = { table: 'grids', key: 'path', compared: ['name'], once: [...SIZE] } as const
  return counted(await upsert(tx, { ...writing, compared: ['name'], once: [...SIZE] }, rows), rows.length)
}

async function writeGrids(tx: Tx, { grids }: Register, given: Import): Promise<Written> {
  // Parents before children.
  const rows = valuesOf(grids)
    .sort((a, b) => a.path.length - b.path.length)
    .map(gridRow(given))
  const touched = await upsert(tx, { table: 'grids', key: 'path', compared: ['name', 'kind', ...SIZE] }, rows)
  if (touched.added.length + touched.changed.length > 0) await sumStreet(tx, given.streetId)
  return counted(touched, rows.length)
}

/** The street is as large as its villages and communities together. */
const sumStreet = (tx: Tx, streetId: string) =>
  sql`
    update grids g set residents = s.residents, floating = s.floating, buildings = s.buildings, heads = s.heads
    from (
      select sum(residents)::int as residents, sum(floating)::int as floating,
        sum(buildings)::int as buildings, sum(heads)::int as heads
      from grids where street_id = ${streetId} and level = 1
    ) s
    where g.street_id = ${streetId} and g.level = 0 and s.residents is not null`.execute(tx)

async function writeDepartments(tx: Tx, { departments }: Register, given: Import): Promise<Written> {
  const rows = valuesOf(departments).map(({ id, name }) => ({ street_id: given.streetId, id, name }))
  return counted(await upsert(tx, { table: 'departments', key: 'id', compared: ['name'] }, rows), rows.length)
}

async function writeEstates(tx: Tx, { estates }: Register, given: Import): Promise<Written> {
  const rows = valuesOf(estates).map(({ id, name, grid }) => ({
    street_id: given.streetId,
    id,
    name,
    grid_path: grid,
  }))
  const writing = { table: 'estates' as const, key: 'id' as const }
  return counted(await upsert(tx, { ...writing, compared: ['name', 'grid_path'] }, rows), rows.length)
}

async function writeBuildings(tx: Tx, { buildings }: Register, given: Import): Promise<Written> {
  const checked = await verifiedOnes(tx, given.streetId)
  const open = valuesOf(buildings).filter(({ id }) => !checked.has(id))
  const houses = await upsert(
    tx,
    {
      table: 'buildings',
      key: 'id',
      // biome-ignore format: one glance
      compared: [
        'estate_id', 'grid_path', 'no', 'label', 'address', 'plate_status', 'plate_code', 'lat_e6', 'lng_e6', 'crs',
        'use', 'san_xiao', 'floors', 'structure',
      ],
      once: ['status', 'plan_col', 'plan_row'],
    },
    open.map(buildingRow(given)),
  )
  const cards = await upsert(
    tx,
    {
      table: 'registrations',
      key: 'building_id',
      compared: ['body', 'owner_index', 'manager_index'],
      within: { body: 'card' },
    },
    open.map(registrationRow(given)),
  )
  const fresh = new Set(houses.added)
  const changed = [...new Set([...houses.changed, ...cards.changed, ...cards.added])].filter(
    (id) => !fresh.has(id),
  )
  return counted({ added: houses.added, changed }, buildings.length)
}

/** Somebody stood before these houses: what he saw counts more than a file. */
async function verifiedOnes(tx: Tx, streetId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('registrations')
    .select('building_id')
    .where('street_id', '=', streetId)
    .where('state', '=', 'verified')
    .execute()
  return new Set(rows.map(({ building_id }) => building_id))
}

/** An office-holder is called as he is posted; a resident keeps the name he has. */
async function writePersons(tx: Tx, { offices, residents }: Register, given: Import): Promise<void> {
  const byPhone = <Row extends { phone: string }>(rows: Row[]) => [
    ...new Map(rows.map((row) => [row.phone, row])).values(),
  ]
  const holders = byPhone(valuesOf(offices)).map(({ name, phone }) => personRow(given)({ name, phone }))
  const neighbours = byPhone(valuesOf(residents)).map(personRow(given))
  const once = ['phone_enc', 'phone_index', 'created_at'] as const
  await upsert(
    tx,
    { table: 'persons', key: 'id', compared: ['public_name'], once: ['birth_year', ...once] },
    holders,
  )
  await upsert(
    tx,
    { table: 'persons', key: 'id', compared: ['birth_year'], once: ['public_name', ...once] },
    neighbours,
  )
}

async function writeOffices(tx: Tx, { offices }: Register, given: Import): Promise<Written> {
  const rows = valuesOf(offices).map(grantRow(given))
  const writing = { table: 'role_grants' as const, key: 'id' as const }
  return counted(
    await upsert(tx, { ...writing, compared: ['acting', 'from_at', 'to_at'] }, rows),
    rows.length,
  )
}

async function writeResidents(tx: Tx, { residents }: Register, given: Import): Promise<Written> {
  const rows = valuesOf(residents).map(residencyRow(given))
  const touched = await upsert(
    tx,
    {
      table: 'residencies',
      key: 'id',
      compared: ['building_id', 'kind', 'floating', 'from_at'],
      once: ['to_at', 'confirmed_by', 'confirmed_at', 'expires_at'],
    },
    rows,
  )
  return counted(touched, rows.length)
}

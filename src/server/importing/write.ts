import { sql } from 'kysely'
import type { Register } from '#core/importing/register'
import type { Placed } from '#core/importing/sheet'
import type { SheetKey } from '#core/importing/sheets'
import { joinProven } from '../people/imported'
import type { Tx } from '../storage/database'
import { otherHomes } from './known'
import {
  buildingRow,
  grantRow,
  gridRow,
  holderOf,
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
  const named = [...valuesOf(register.offices), ...valuesOf(register.residents)]
  await joinProven(tx, given, { phones: named.map(({ phone }) => phone), now: given.now })
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
  // Somebody may hold two offices, and by two numbers of his.
  const byPerson = <Row extends { phone: string }>(rows: Row[]) => [
    ...new Map(rows.map((row) => [holderOf(given, row.phone), row])).values(),
  ]
  const holders = byPerson(valuesOf(offices)).map(({ name, phone }) => personRow(given)({ name, phone }))
  const neighbours = byPerson(valuesOf(residents)).map(personRow(given))
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
  const touched = await upsert(tx, { ...writing, compared: ['acting', 'from_at', 'to_at'] }, rows)
  if (rows.some(({ role }) => role === 'head')) await appointHeads(tx, given)
  return counted(touched, rows.length)
}

/**
 * A head in office has an appointment, by which he resigns, hands over or is relieved; of one who came by a file the
 * file is the only witness. It keeps the days of the grant.
 */
async function appointHeads(tx: Tx, { streetId, now }: Import): Promise<void> {
  await sql`
    insert into head_appointments (street_id, id, version, body)
    select g.street_id, 'a.' || g.id, 1, jsonb_build_object(
      'id', 'a.' || g.id, 'streetId', g.street_id, 'buildingId', g.building_id, 'gridPath', b.grid_path,
      'personId', g.person_id, 'kind', case when g.acting then 'acting' else 'head' end, 'method', 'recommended',
      'basis', 'residence', 'basisWords', '', 'nominatedBy', 'file', 'nominatedAt', g.from_at,
      'publicUntil', g.from_at, 'term', g.to_at - g.from_at, 'objections', '[]'::jsonb, 'confirmedBy', 'register',
      'confirmedAt', g.from_at, 'note', '', 'from', g.from_at, 'to', g.to_at, 'state', 'active', 'handover', null)
    from role_grants g join buildings b on b.street_id = g.street_id and b.id = g.building_id
    where g.street_id = ${streetId} and g.role = 'head' and g.id like 'i.g.%' and g.appointment_id is null
      and g.from_at <= ${now} and g.to_at > ${now}
    on conflict do nothing`.execute(tx)
  await sql`
    update role_grants g set appointment_id = a.id from head_appointments a
    where g.street_id = ${streetId} and g.appointment_id is null and a.street_id = g.street_id
      and a.id = 'a.' || g.id`.execute(tx)
  await sql`
    update head_appointments a set body = a.body || jsonb_build_object('from', g.from_at, 'to', g.to_at)
    from role_grants g
    where a.street_id = ${streetId} and a.state = 'active' and g.street_id = a.street_id and g.appointment_id = a.id
      and g.id like 'i.g.%' and (a.from_at, a.to_at) is distinct from (g.from_at, g.to_at)`.execute(tx)
}

async function writeResidents(tx: Tx, { residents }: Register, given: Import): Promise<Written> {
  const other = await otherHomes(tx, given.streetId, given)
  const rows = valuesOf(residents)
    .map(residencyRow(given))
    .filter(({ person_id }) => !other.has(person_id))
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
  return counted(touched, residents.length)
}

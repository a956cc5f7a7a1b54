import { type SqlBool, sql } from 'kysely'
import type { Asking } from '../operation'
import { isAnyOf } from '../queries/any'
import { under } from '../queries/under'
import { isOfHouses, linesOf, listedUnits } from './listed-units'
import type { Council } from './load'

interface Peoples {
  personIds: readonly string[]
  now: number
}

/** A unit that a person may vote for. */
export interface OwnUnit {
  personId: string
  unitId: string
}

type Keys = Pick<Asking, 'tx' | 'system'>

/**
 * What people vote and speak for in their own right at an instant: houses they head, and their places in the lists of
 * other bodies. Read where it counts: an office may have ended while a lock was waited for.
 */
export const unitsSpokenFor = (asking: Keys, { personIds, now }: Peoples): Promise<OwnUnit[]> =>
  housesHeaded(asking, { personIds, now })
    .unionAll(linesOf(asking, personIds, now))
    .execute()

/** Whether somebody speaks for a unit, wherever it stands. */
export async function speaksFor(
  asking: Keys,
  { personId, unitId, now }: OwnUnit & { now: number },
): Promise<boolean> {
  const own = await unitsSpokenFor(asking, { personIds: [personId], now })
  return own.some((one) => one.unitId === unitId)
}

const housesHeaded = ({ tx, system }: Keys, { personIds, now }: Peoples) =>
  tx
    .selectFrom('role_grants')
    .select(['person_id as personId', sql<string>`building_id`.as('unitId')])
    .where('street_id', '=', system.streetId)
    .where(isAnyOf('person_id', personIds))
    .where('role', '=', 'head')
    .where('building_id', 'is not', null)
    .where(sql<SqlBool>`from_at <= ${now} and to_at > ${now}`)

/** The plates of houses, or how other units are called, by id. */
export async function labelsOf({ tx, system }: Asking, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  const rows = await tx
    .selectFrom('buildings')
    .select(['id', 'label'])
    .where('street_id', '=', system.streetId)
    .where(isAnyOf('id', wanted))
    .unionAll(
      tx
        .selectFrom('council_units')
        .select(['id', 'label'])
        .where('street_id', '=', system.streetId)
        .where(isAnyOf('id', wanted)),
    )
    .execute()
  return new Map(rows.map(({ id, label }) => [id, label]))
}

interface Represented {
  unitIds: readonly string[]
  council: Council
  now: number
}

/** Who stands for these units of a council now; one without a head, or of whom nobody is known, is left out. */
export async function representing(
  asking: Asking,
  { unitIds, council, now }: Represented,
): Promise<{ unitId: string; personId: string }[]> {
  const { tx, system } = asking
  if (!isOfHouses(council)) {
    const listed = await listedUnits(tx, system.streetId, { body: council, now, unitIds })
    return listed.flatMap(({ id, personId }) => (personId === null ? [] : [{ unitId: id, personId }]))
  }
  const rows = await tx
    .selectFrom('role_grants as g')
    .select(['g.building_id as unitId', 'g.person_id as personId'])
    .where('g.street_id', '=', system.streetId)
    .where('g.role', '=', 'head')
    .where(isAnyOf('g.building_id', unitIds))
    .where(under('g.grid_path', council.gridPath))
    .where('g.from_at', '<=', now)
    .where('g.to_at', '>', now)
    .orderBy('g.building_id')
    .execute()
  return rows.flatMap(({ unitId, personId }) => (unitId === null ? [] : [{ unitId, personId }]))
}

/** The one who stands for a unit of a council now, or `null`. */
export async function speakerOf(
  asking: Asking,
  { unitId, ...where }: Omit<Represented, 'unitIds'> & { unitId: string },
): Promise<string | null> {
  const [speaker] = await representing(asking, { ...where, unitIds: [unitId] })
  return speaker?.personId ?? null
}

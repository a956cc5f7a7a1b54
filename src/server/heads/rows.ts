import { type InferResult, type SqlBool, sql } from 'kysely'
import type { GridPath } from '#core/grids/grid'
import type { Asking } from '../operation'
import { under } from '../queries/under'

/** Appointments with the person's public name and the house's number. */
export const appointmentRows = ({ tx, system }: Asking) =>
  tx
    .selectFrom('head_appointments as a')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'a.street_id').onRef('b.id', '=', 'a.building_id'),
    )
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'a.street_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select(['a.id', 'a.version', 'a.body', 'a.building_id as buildingId', 'b.label as buildingLabel'])
    .select('p.public_name as name')
    .where('a.street_id', '=', system.streetId)

export type AppointmentRow = InferResult<ReturnType<typeof appointmentRows>>[number]

/** What any list says of an appointment. */
export const placedOf = ({ id, version, body, name, buildingId, buildingLabel }: AppointmentRow) => ({
  id,
  version,
  state: body.state,
  kind: body.kind,
  name,
  buildingId,
  buildingLabel,
  from: 'from' in body ? body.from : null,
  to: 'to' in body ? body.to : null,
  publicUntil: body.publicUntil,
})

/** Registered houses of a grid without anybody in office now. */
export async function headlessUnder({ tx, system, now }: Asking, gridPath: GridPath): Promise<number> {
  const { headless } = await tx
    .selectFrom('buildings as b')
    .select(sql<number>`count(*)::int`.as('headless'))
    .where('b.street_id', '=', system.streetId)
    .where(under('b.grid_path', gridPath))
    .where(sql<SqlBool>`not ${headedNow(now)}`)
    .executeTakeFirstOrThrow()
  return headless
}

/** Houses of a grid that have a head now. */
export async function headedUnder({ tx, system, now }: Asking, gridPath: GridPath): Promise<string[]> {
  const rows = await tx
    .selectFrom('buildings as b')
    .select('b.id')
    .where('b.street_id', '=', system.streetId)
    .where(under('b.grid_path', gridPath))
    .where(sql<SqlBool>`${headedNow(now)}`)
    .orderBy('b.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The building (aliased `b`) has a head in office. */
const headedNow = (now: number) => sql`exists (
  select from role_grants g where g.street_id = b.street_id and g.building_id = b.id
    and g.role = 'head' and g.from_at <= ${now} and g.to_at > ${now}
)`

import { type RawBuilder, sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { lastPeriodOf } from '#core/buildings/inspection'
import { type Registration, STALE_AFTER, standingOf } from '#core/buildings/registration'
import { gridsFor } from '#core/people/place-rights'
import type { Asking } from '../operation'
import { under } from './under'

type Listed = OutputOf<'buildings.list'>

/** As many houses as one list shows; a grid has eighty. */
const MOST = 400

/** The houses somebody works on, with what is to be done about them. */
export async function housesOf(
  asking: Asking,
  { gridPath, show }: ParsedOf<'buildings.list'>,
): Promise<Listed> {
  const { tx, now, system } = asking
  const where = sql<boolean>`(b.street_id = ${system.streetId} and ${workedOn(asking)}
    ${gridPath ? sql`and ${under('b.grid_path', gridPath)}` : sql``})`
  const conditions = needs(now)
  const counted = await sql<Listed['counts']>`
    select count(*)::int as "all",
      ${sql.join(
        (Object.keys(conditions) as (keyof typeof conditions)[]).map(
          (need) => sql`count(*) filter (where ${conditions[need]})::int as ${sql.ref(need)}`,
        ),
      )}
    from ${HOUSES} where ${where}`.execute(tx)
  const listed = await sql<Row>`
    select b.id, b.label, b.grid_path, b.status, b.hazard_grade, b.plate_status, g.body,
      (select count(*)::int from hazards h
        where h.street_id = b.street_id and h.building_id = b.id and h.state <> 'cleared') as hazards,
      ${conditions.no_patrol} as no_patrol, ${conditions.no_safety} as no_safety
    from ${HOUSES} where ${where} and ${show === 'all' ? sql`true` : conditions[show]}
    order by b.grid_path, b.no limit ${MOST}`.execute(tx)
  const [counts] = counted.rows
  if (!counts) throw new Error('a count gave no row')
  return { items: listed.rows.map((row) => itemOf(row, now)), counts }
}

interface Row {
  id: string
  label: string
  grid_path: string
  status: Listed['items'][number]['status']
  hazard_grade: Listed['items'][number]['grade']
  plate_status: Listed['items'][number]['plate']
  body: Registration | null
  hazards: number
  no_patrol: boolean
  no_safety: boolean
}

const HOUSES = sql`buildings b
  left join registrations g on g.street_id = b.street_id and g.building_id = b.id`

function workedOn({ actor }: Asking): RawBuilder<boolean> {
  const houses = actor.grants.flatMap(({ role, buildingId }) =>
    role === 'head' && buildingId ? [buildingId] : [],
  )
  const reached = [
    ...gridsFor(actor, 'building.read').map((path) => under('b.grid_path', path)),
    ...houses.map((id) => sql<boolean>`b.id = ${id}`),
  ]
  return reached.length === 0 ? sql`false` : sql`(${sql.join(reached, sql` or `)})`
}

/** Missed: not done in the last period that is over, nor since. */
const missed = (
  kind: 'patrol' | 'safety',
  now: number,
): RawBuilder<boolean> => sql`(b.status = 'in_use' and not exists (
  select from inspections i
  where i.street_id = b.street_id and i.building_id = b.id and i.kind = ${sql.lit(kind)}
    and i.at >= ${lastPeriodOf(kind, now).from}))`

const needs = (now: number) => ({
  to_check: sql<boolean>`g.state is not distinct from 'submitted'`,
  stale: sql<boolean>`coalesce(g.state = 'verified' and g.confirmed_at <= ${now - STALE_AFTER}, false)`,
  missing: sql<boolean>`(g.state is null or g.state = 'returned')`,
  no_patrol: missed('patrol', now),
  no_safety: missed('safety', now),
})

const itemOf = (row: Row, now: number): Listed['items'][number] => ({
  id: row.id,
  label: row.label,
  gridPath: row.grid_path,
  standing: standingOf(row.body, now),
  status: row.status,
  grade: row.hazard_grade,
  plate: row.plate_status,
  hazards: row.hazards,
  missed: [...(row.no_patrol ? (['patrol'] as const) : []), ...(row.no_safety ? (['safety'] as const) : [])],
})

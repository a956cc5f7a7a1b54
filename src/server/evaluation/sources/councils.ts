import { sql } from 'kysely'
import { carriedOutFact, heldFact } from '#core/evaluation/facts'
import { ancestorAt } from '#core/grids/grid'
import type { GridSubject, Source } from './source'

interface Sitting {
  gridPath: string
  id: string
  startsAt: number
  isHeld: boolean
}

interface Promised {
  gridPath: string
  id: string
  byWhen: number
  acceptedAt: number | null
}

/** 议事会: meetings of the month that were held as called, and decisions whose day came in it, carried out by then. */
export const councils: Source<GridSubject> = async ({ tx, streetId, window, subjects }) => {
  const { rows: meetings } = await sql<Sitting>`
    select c.grid_path as "gridPath", m.id, (m.body ->> 'startsAt')::bigint as "startsAt",
      m.state in ('closed', 'minutes_draft', 'published') as "isHeld"
    from meetings m join councils c on c.street_id = m.street_id and c.id = m.council_id
    where m.street_id = ${streetId} and m.state <> 'planned'
      and (m.body ->> 'startsAt')::bigint >= ${window.from} and (m.body ->> 'startsAt')::bigint < ${window.to}`.execute(
    tx,
  )
  const { rows: decisions } = await sql<Promised>`
    select c.grid_path as "gridPath", m.id, (m.body -> 'versions' -> -1 ->> 'byWhen')::bigint as "byWhen",
      (select max(e.at) from motion_events e
        where e.street_id = m.street_id and e.motion_id = m.id and e.kind = 'accept' and m.state not in ('implementing')
      ) as "acceptedAt"
    from motions m join councils c on c.street_id = m.street_id and c.id = m.council_id
    where m.street_id = ${streetId}
      and (m.state in ('in_force', 'implementing', 'result_publicity')
        or m.state = 'ended' and m.body ->> 'ending' = 'archived')
      and (m.body -> 'versions' -> -1 ->> 'byWhen')::bigint >= ${window.from}
      and (m.body -> 'versions' -> -1 ->> 'byWhen')::bigint < ${window.to}`.execute(tx)
  return subjects.map(({ id }) => ({
    subjectId: id,
    facts: [
      ...meetings.filter(({ gridPath }) => ancestorAt(gridPath, 2) === id).map(heldFact),
      ...decisions.filter(({ gridPath }) => ancestorAt(gridPath, 2) === id).map(carriedOutFact),
    ],
  }))
}

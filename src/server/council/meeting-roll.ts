import { type SqlBool, sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import { mayInCouncil } from '#core/council/standing'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { under } from '../queries/under'
import { isOfHouses, listedUnits } from './listed-units'
import { type Council, findCouncil, standingIn } from './load'

type Roll = OutputOf<'meetings.roll'>

/**
 * Which unit of the council has come. Which houses have a head anybody may know; a list of owners, households or
 * residents is shown only to those it concerns: who stands in it, who leads, who keeps the list of who came.
 */
export async function rollOfMeeting(asking: Asking, id: string): Promise<Result<Roll>> {
  const { tx, system } = asking
  const meeting = await tx
    .selectFrom('meetings')
    .select('council_id as councilId')
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .executeTakeFirst()
  const council = meeting && (await findCouncil(tx, { streetId: system.streetId, id: meeting.councilId }))
  if (!council) return refuse('NOT_FOUND')
  const { unitKind } = council
  if (isOfHouses(council)) return ok({ unitKind, items: await housesAt(asking, id, council) })
  const standing = await standingIn(asking, council)
  if (standing.standsFor.length === 0 && !mayInCouncil(standing, 'meeting.plan')) return refuse('FORBIDDEN')
  return ok({ unitKind, items: await listedAt(asking, id, council) })
}

const housesAt = ({ tx, now, system }: Asking, id: string, { gridPath }: Council): Promise<Roll['items']> =>
  tx
    .selectFrom('buildings as b')
    .leftJoin('meeting_signins as s', (on) =>
      on.onRef('s.street_id', '=', 'b.street_id').onRef('s.unit_id', '=', 'b.id').on('s.meeting_id', '=', id),
    )
    .select(['b.id as unitId', 'b.label', 's.how'])
    .select(sql<boolean>`s.unit_id is not null and s.left_at is null`.as('here'))
    .select(
      sql<boolean>`exists (
        select from role_grants g where g.street_id = b.street_id and g.building_id = b.id
          and g.role = 'head' and g.from_at <= ${now} and g.to_at > ${now}
      )`.as('represented'),
    )
    .where('b.street_id', '=', system.streetId)
    .where(under('b.grid_path', gridPath))
    .orderBy('b.no')
    .orderBy('b.id')
    .execute()

async function listedAt({ tx, now, system }: Asking, id: string, council: Council): Promise<Roll['items']> {
  const came = await tx
    .selectFrom('meeting_signins')
    .select(['unit_id', 'how', sql<SqlBool>`left_at is null`.as('here')])
    .where('street_id', '=', system.streetId)
    .where('meeting_id', '=', id)
    .execute()
  const lines = new Map(came.map((one) => [one.unit_id, one]))
  const listed = await listedUnits(tx, system.streetId, { body: council, now })
  return listed.map(({ id: unitId, label, personId }) => {
    const line = lines.get(unitId)
    return {
      unitId,
      label,
      represented: personId !== null,
      here: Boolean(line?.here),
      how: line?.how ?? null,
    }
  })
}

import { sql } from 'kysely'
import { levelOf } from '#core/grids/grid'
import { ok, refuse } from '#core/result'
import { houseOf, keepCode, keptCode } from '../codes/building-codes'
import type { HandlersOf } from '../operation'
import { buildingOf, buildings, openPublicByBuilding } from '../queries/buildings'
import { chainOf, partsOf, tallyOf } from '../queries/grids'
import { seatsOf } from '../queries/seats'

type PlaceOperation =
  | 'places.grid'
  | 'places.estate'
  | 'places.estates'
  | 'places.plate'
  | 'places.departments'
  | 'places.drawCode'

export const placeHandlers: HandlersOf<PlaceOperation> = {
  'places.grid': async ({ gridPath }, asking) => {
    const size = await asking.tx
      .selectFrom('grids')
      .select(['name', 'level', 'residents', 'buildings', 'heads'])
      .where('street_id', '=', asking.system.streetId)
      .where('path', '=', gridPath)
      .executeTakeFirst()
    if (!size) return refuse('NOT_FOUND')

    const { open, overdue } = await tallyOf(asking, gridPath)
    return ok({
      ...size,
      gridPath,
      chain: await chainOf(asking, gridPath),
      parts: await partsOf(asking, gridPath),
      seats: levelOf(gridPath) === 2 ? await seatsOf(asking, gridPath) : [],
      open,
      overdue,
    })
  },

  'places.estate': async ({ estateId }, asking) => {
    const estate = await asking.tx
      .selectFrom('estates')
      .select(['name', 'grid_path'])
      .where('street_id', '=', asking.system.streetId)
      .where('id', '=', estateId)
      .executeTakeFirst()
    if (!estate) return refuse('NOT_FOUND')

    const rows = await buildings(asking).where('estate_id', '=', estateId).orderBy('no').execute()
    const open = await openPublicByBuilding(asking, estateId)
    return ok({
      estateId,
      name: estate.name,
      gridPath: estate.grid_path,
      buildings: rows.map((row) => ({ ...buildingOf(row), open: open.get(row.id) ?? 0 })),
    })
  },

  'places.estates': async (_, { tx, system }) => {
    const estates = await tx
      .selectFrom('estates as s')
      .select([
        's.id',
        's.name',
        's.grid_path as gridPath',
        's.owners_committee as ownersCommittee',
        sql<number>`(
          select count(*)::int from buildings b where b.street_id = s.street_id and b.estate_id = s.id
        )`.as('buildings'),
      ])
      .where('s.street_id', '=', system.streetId)
      .orderBy('s.grid_path')
      .orderBy('s.id')
      .execute()
    return ok({ estates })
  },

  'places.plate': async ({ code }, asking) => {
    const row = await buildings(asking).where('plate_code', '=', code).executeTakeFirst()
    return row ? ok(buildingOf(row)) : refuse('NOT_FOUND')
  },

  'places.drawCode': async ({ buildingId }, asking) => {
    const house = await houseOf(asking, buildingId)
    if (!house.ok) return house
    const { scene } = house.value
    const kept = await keptCode(asking, scene)
    if (kept) return ok({ ...house.value, ...kept })

    const { code = refuse('UNAVAILABLE') } = asking.outside
    return code.ok ? ok({ ...house.value, ...(await keepCode(asking, scene, code.value)) }) : code
  },

  'places.departments': async (_, { tx, system }) => {
    const departments = await tx
      .selectFrom('departments')
      .select(['id', 'name', 'level', 'kind', 'phone', 'duties'])
      .where('street_id', '=', system.streetId)
      .orderBy('id')
      .execute()
    return ok({ departments })
  },
}

import { sql } from 'kysely'
import { stepPlate } from '#core/buildings/plate'
import { mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import { findHouseForStep } from '../buildings/house'
import { freshPlateCode } from '../buildings/plates'
import type { Asking, HandlersOf } from '../operation'
import { buildingOf, buildings } from '../queries/buildings'
import { houseCard } from '../queries/house'
import { housesOf } from '../queries/houses'

type HouseOperation = 'buildings.get' | 'buildings.list' | 'plates.step'

export const houseHandlers: HandlersOf<HouseOperation> = {
  'buildings.get': async ({ id }, asking) => {
    const row = await buildings(asking).select('address').where('id', '=', id).executeTakeFirst()
    const card = row && (await houseCard(asking, id))
    if (!row || !card) return refuse('NOT_FOUND')
    const front = { ...buildingOf(row), address: row.address }
    return ok({
      ...front,
      ...card,
      gridName: await gridName(asking, row.grid_path),
      open: await openPublic(asking, id),
    })
  },

  'buildings.list': async (input, asking) => ok(await housesOf(asking, input)),

  'plates.step': async ({ id, step }, asking) => {
    const { tx, actor, system } = asking
    const house = await findHouseForStep(tx, { streetId: system.streetId, id })
    if (!house) return refuse('NOT_FOUND')
    const action = step === 'mount' ? 'plate.mount' : 'plate.apply'
    if (!mayAt(actor, action, { gridPath: house.gridPath, buildingId: id })) return refuse('FORBIDDEN')
    const after = stepPlate(house.plate, step)
    if (!after.ok) return after
    await tx
      .updateTable('buildings')
      .set({
        plate_status: after.value,
        // A lost plate's code is void: whoever finds it must not speak for the house.
        ...(step === 'apply' && { plate_code: freshPlateCode(system.newId()) }),
      })
      .where('street_id', '=', system.streetId)
      .where('id', '=', id)
      .execute()
    return ok({ id, plate: after.value })
  },
}

async function gridName({ tx, system }: Asking, path: string): Promise<string> {
  const { name } = await tx
    .selectFrom('grids')
    .select('name')
    .where('street_id', '=', system.streetId)
    .where('path', '=', path)
    .executeTakeFirstOrThrow()
  return name
}

async function openPublic({ tx, system }: Asking, id: string): Promise<number> {
  const { open } = await tx
    .selectFrom('concerns')
    .select(sql<number>`count(*)::int`.as('open'))
    .where('street_id', '=', system.streetId)
    .where('building_id', '=', id)
    .where('visibility', '=', 'public')
    .where('state', 'not in', ['closed', 'held'])
    .executeTakeFirstOrThrow()
  return open
}

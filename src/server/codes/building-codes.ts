import { type Scene, sceneText } from '#core/grids/scene'
import { may } from '#core/people/permissions'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import type { Outward } from '../outside'
import { identify } from '../people/identity'
import { type MiniCode, openMiniCodes } from './mini-codes'

interface House {
  label: string
  scene: string
}

interface Kept {
  mediaType: MiniCode['mediaType']
  /** Base64. */
  image: string
}

type At = Pick<Asking, 'tx'> & { system: Pick<Asking['system'], 'streetId'> }

/**
 * Draws the code of a house before the transaction. `undefined`: there is nothing to draw, because it was drawn before,
 * or the one who asks may not have it, or there is no such house; which of them, the handler says.
 */
export async function drawCode(
  buildingId: string,
  { system, credentials }: Outward,
): Promise<Result<MiniCode> | undefined> {
  const scene = await system.store.transaction(async (tx) => {
    const identity = await identify(tx, system, credentials, await system.clock(tx))
    if (!identity.ok || !may(identity.value.actor, 'place.code', null)) return undefined
    const house = await houseOf({ tx, system }, buildingId)
    return house.ok && !(await keptCode({ tx, system }, house.value.scene)) ? house.value.scene : undefined
  })
  return scene === undefined ? undefined : openMiniCodes(system).draw(scene)
}

/** What the code of a house says: the code on its plate. */
export async function houseOf({ tx, system }: At, id: string): Promise<Result<House>> {
  const found = await tx
    .selectFrom('buildings')
    .select(['label', 'plate_code'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return refuse('NOT_FOUND')
  if (found.plate_code === null) return refuse('NO_PLATE')
  const scene: Scene = { kind: 'building', plate: found.plate_code }
  const text = sceneText(scene)
  return text === null ? refuse('PLATE_UNFIT') : ok({ label: found.label, scene: text })
}

export const keptCode = ({ tx, system }: At, scene: string): Promise<Kept | undefined> =>
  tx
    .selectFrom('mini_codes')
    .select(['media_type as mediaType', 'image'])
    .where('street_id', '=', system.streetId)
    .where('scene', '=', scene)
    .executeTakeFirst()

/** Keeps a drawn code for good: of two drawn at the same instant the first stays. */
export async function keepCode({ tx, now, system }: Asking, scene: string, code: MiniCode): Promise<Kept> {
  await tx
    .insertInto('mini_codes')
    .values({
      street_id: system.streetId,
      scene,
      media_type: code.mediaType,
      image: code.bytes.toString('base64'),
      made_at: now,
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'scene']).doNothing())
    .execute()
  const kept = await keptCode({ tx, system }, scene)
  if (!kept) throw new Error('a code was kept and then was not there')
  return kept
}

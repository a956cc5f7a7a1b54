import { badItems, type Finding, isWhole } from '#core/buildings/inspection'
import { mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import { findHouseForStep, type House } from '../buildings/house'
import { tiePhotos } from '../buildings/photos'
import type { Asking, HandlersOf } from '../operation'
import { keepFound } from './hazards'

export const inspectionHandlers: HandlersOf<'inspections.record'> = {
  'inspections.record': async ({ buildingId, kind, items, note, photoIds }, asking) => {
    const { tx, actor, now, system } = asking
    const house = await findHouseForStep(tx, { streetId: system.streetId, id: buildingId })
    if (!house) return refuse('NOT_FOUND')
    const place = { gridPath: house.gridPath, buildingId }
    if (!actor.personId || !mayAt(actor, 'inspection.record', place)) return refuse('FORBIDDEN')
    if (!isWhole(kind, items)) return refuse('VALIDATION')

    const id = system.newId()
    const row = { street_id: system.streetId, id, building_id: buildingId, kind, by_id: actor.personId }
    await tx
      .insertInto('inspections')
      .values({ ...row, at: now, items: JSON.stringify(items), note })
      .execute()
    const hazards = await followUp(asking, house, items, note)
    const tied = await tiePhotos(asking, { buildingId, subject: 'inspection', subjectId: id }, photoIds)
    return tied ? ok({ id, hazards }) : refuse('PHOTO_REFUSED')
  },
}

/** Each thing found bad becomes a hazard, unless the same one is open already. */
async function followUp(asking: Asking, house: House, items: Finding[], note: string): Promise<number> {
  const open = await asking.tx
    .selectFrom('hazards')
    .select('body')
    .where('street_id', '=', asking.system.streetId)
    .where('building_id', '=', house.id)
    .where('state', '<>', 'cleared')
    .execute()
  const known = new Set<string>(open.map(({ body }) => body.kind))
  const fresh = badItems(items).filter((item) => !known.has(item))
  for (const kind of fresh) await keepFound(asking, house, { kind, words: note, source: 'inspection' })
  return fresh.length
}

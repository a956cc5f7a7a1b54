import { mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import type { Asking, HandlersOf } from '../operation'
import type { Plate, Sheet } from '../plates/sheet'
import { under } from '../queries/under'

/** As many plates as one file holds; a piece has eighty houses. */
const MOST = 200

export const plateHandlers: HandlersOf<'plates.print'> = {
  'plates.print': async ({ gridPath, only }, asking) => {
    if (!mayAt(asking.actor, 'plate.print', { gridPath, buildingId: null })) return refuse('FORBIDDEN')
    const plates = await platesIn(asking, gridPath, only)
    if (plates.length === 0) return refuse('NOT_FOUND')
    // Loaded only when used: fonts and their machinery are heavy, and few ever print.
    const { plateSheet } = await import('../plates/sheet')
    // The cloud functions carry neither (config/functions.mjs) and answer nothing.
    const sheet: Sheet | null = await plateSheet(plates)
    if (sheet === null) return refuse('UNAVAILABLE')
    const { bytes, pages } = sheet
    return ok({
      name: `楼牌-${gridPath}.pdf`,
      base64: Buffer.from(bytes).toString('base64'),
      plates: plates.length,
      pages,
    })
  },
}

const platesIn = async (
  { tx, system }: Asking,
  gridPath: string,
  only: 'applied' | 'all',
): Promise<Plate[]> => {
  const rows = await tx
    .selectFrom('buildings')
    .select(['label', 'address', 'plate_code'])
    .where('street_id', '=', system.streetId)
    .where('plate_status', 'in', only === 'applied' ? ['applied'] : ['applied', 'ok'])
    .where(under('grid_path', gridPath))
    .orderBy('grid_path')
    .orderBy('no')
    .limit(MOST)
    .execute()
  return rows.flatMap(({ label, address, plate_code }) =>
    plate_code ? [{ label, address, code: plate_code }] : [],
  )
}

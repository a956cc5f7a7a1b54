import { mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import type { HandlersOf } from '../operation'
import { platesIn } from '../plates/plates-in'
import type { Sheet } from '../plates/sheet'

/** As many plates as one answer holds; a piece has eighty houses. */
const MOST = 200

export const plateHandlers: HandlersOf<'plates.print'> = {
  'plates.print': async ({ gridPath, only }, asking) => {
    if (!mayAt(asking.actor, 'plate.print', { gridPath, buildingId: null })) return refuse('FORBIDDEN')
    const plates = await platesIn(asking.tx, asking.system.streetId, { gridPath, only, most: MOST })
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

import type { OutputOf } from '#contracts/operations'
import { KEEPING } from '#core/lists/keepers'
import { ok, refuse } from '#core/result'
import { chainOfEntry } from '../lists/chain'
import { listEntries, showLists } from '../lists/show'
import { weekOf } from '../lists/week'
import type { HandlersOf } from '../operation'

type Names = 'lists.show' | 'lists.entries' | 'lists.week' | 'lists.print' | 'lists.chain'

export const listHandlers: HandlersOf<Names> = {
  'lists.show': showLists,
  'lists.entries': listEntries,
  'lists.week': weekOf,
  'lists.chain': chainOfEntry,
  'lists.print': async (asked, asking) => {
    const week = await weekOf(asked, asking)
    if (!week.ok) return week
    // Loaded only when used: fonts and their machinery are heavy, and few ever print.
    const { weekSheet } = await import('../lists/week-sheet')
    // The cloud functions carry neither (config/functions.mjs) and answer nothing.
    const bytes: Uint8Array | null = await weekSheet(forPaper(week.value))
    if (bytes === null) return refuse('UNAVAILABLE')
    const name = `五清单-${week.value.gridName}-${week.value.week}.pdf`
    return ok({ name, base64: Buffer.from(bytes).toString('base64') })
  },
}

/** Paper is left lying about: of those who are helped it holds numbers alone. */
const forPaper = (week: OutputOf<'lists.week'>): OutputOf<'lists.week'> => ({
  ...week,
  lists: week.lists.map((one) =>
    KEEPING[one.list].readBy === null
      ? one
      : { ...one, hidden: true, addedRows: [], dueRows: [], struckRows: [], decideRows: [] },
  ),
})

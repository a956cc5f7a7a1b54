import { safeParse, strictTuple } from 'valibot'
import * as shapes from '#contracts/shapes'
import { ok, type Result, refuse } from '#core/result'

/** Where the page before ended: the value it was ordered by, and the id that settles a draw. */
export interface Mark {
  at: number
  id: string
}

export const PAGE = 20

const written = strictTuple([shapes.instant, shapes.id])

/** Reads a cursor we once gave; `null` is the beginning. */
export function readCursor(cursor: string | null): Result<Mark | null> {
  if (cursor === null) return ok(null)
  const { success, output } = safeParse(written, decoded(cursor))
  return success ? ok({ at: output[0], id: output[1] }) : refuse('VALIDATION')
}

/** One page out of `PAGE + 1` rows: the extra row only tells that there is more. */
export function pageOf<Row>(rows: Row[], markOf: (row: Row) => Mark): { rows: Row[]; cursor: string | null } {
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { rows: shown, cursor: last && rows.length > PAGE ? writeCursor(markOf(last)) : null }
}

const writeCursor = ({ at, id }: Mark): string => Buffer.from(JSON.stringify([at, id])).toString('base64url')

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

import { array, base64, maxLength, nullable, object, picklist, pipe, strictObject, string } from 'valibot'
import { CELL_PROBLEMS } from '#core/importing/cells'
import { TABLE_PROBLEMS } from '#core/importing/sheet'
import { count, words } from './shapes'

/** Characters of base64 for the 4 MB a file may have. */
const MOST_CHARACTERS = Math.ceil((4 * 1024 * 1024) / 3) * 4

/** A table somebody chose. */
export const tableFile = strictObject({
  name: words(1, 120),
  /** The file's bytes. */
  base64: pipe(string(), maxLength(MOST_CHARACTERS), base64()),
})

/** A file that is made for somebody. */
export const madeFile = object({ name: string(), base64: string() })

/** What may be wrong with any table. */
export const FILE_PROBLEMS = [...CELL_PROBLEMS, ...TABLE_PROBLEMS] as const

/** What is wrong with a file: which row and column, and why. */
export const fileProblems = <const Problems extends readonly string[]>(problems: Problems) => ({
  problems: array(
    object({
      sheet: nullable(string()),
      row: nullable(count),
      column: nullable(string()),
      problem: picklist(problems),
    }),
  ),
  /** Problems beyond those listed. */
  more: count,
})

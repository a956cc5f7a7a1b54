import { phone, type Reader, text } from '../importing/cells'
import {
  type Grid,
  maybe,
  needed,
  type Problem,
  type ReadSheet,
  readSheet,
  type Sheet,
  sheet,
  type TableProblem,
} from '../importing/sheet'
import type { ListedKind } from './body'
import { type LineProblem, shareIn, type WrittenLine } from './pasted'

/** Rows that one file may have, headings too; a larger list comes in several. */
export const MOST_FILE_ROWS = 1_000

const area: Reader<number> = (cell) => {
  const value = shareIn(cell)
  return value === null ? { ok: false, problem: 'not_an_area' } : { ok: true, value }
}

const NAME = '名册'
const UNIT = needed('房号', text(40), '1栋101')
const VOTER = maybe('手机号', phone, '13900000000')

/** 名册 as a table: what a line of each kind of body has. Names stay out: whoever votes is known by his number. */
const LIST_SHEETS = {
  owner: sheet(NAME, { label: UNIT, area: needed('专有面积平方米', area, '98.35'), phone: VOTER }),
  household: sheet(NAME, { label: UNIT, phone: VOTER }),
  person: sheet(NAME, {
    label: needed('房号', text(40), '1栋-3'),
    phone: needed('手机号', phone, '13900000000'),
  }),
}

/** The same as any table's: its name, headings and examples. */
export const listSheet = (kind: ListedKind): Sheet => LIST_SHEETS[kind]

interface ReadList {
  /** The table's own name in the file. */
  name: string | null
  lines: WrittenLine[]
  problems: Problem[]
}

/** The lines of a file and every cell that is wrong. A table that is alone is the list, whatever it is called. */
export function readList(kind: ListedKind, tables: readonly Grid[]): ReadList {
  const table = tables.find(({ name }) => name === NAME) ?? tables[0]
  if (!table) return refused(null, 'no_table')
  if (table.rows.filter(isWritten).length > MOST_FILE_ROWS) return refused(table.name, 'too_many_rows')
  const { rows, problems } = readRows(kind, table)
  return { name: table.name, lines: rows.map(({ row, value }) => ({ row, ...value })), problems }
}

/** A workbook may go on below its last line with rows that have nothing but a border. */
const isWritten = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '')

const refused = (name: string | null, problem: TableProblem): ReadList => ({
  name,
  lines: [],
  problems: [{ sheet: name, row: null, column: null, problem }],
})

function readRows(kind: ListedKind, table: Grid): ReadSheet<Omit<WrittenLine, 'row'>> {
  if (kind === 'owner') return readSheet(LIST_SHEETS.owner, table)
  const { rows, problems } = readSheet(LIST_SHEETS[kind], table)
  return { problems, rows: rows.map(({ row, value }) => ({ row, value: { ...value, area: null } })) }
}

const ABOUT_VOTER: readonly LineProblem[] = [
  'unknown_person',
  'SELF_APPROVAL',
  'NOT_OF_HOUSE',
  'person_needed',
]

/** The column of a file in which such a problem is mended. */
export const columnOf = (problem: LineProblem): string =>
  (ABOUT_VOTER.includes(problem) ? VOTER : UNIT).heading

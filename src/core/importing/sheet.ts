import type { CellProblem, Reader } from './cells'

/** One column: its heading in the file, how its cells are read, and what an empty cell means. */
export interface Column<Value> {
  heading: string
  reader: Reader<Value>
  required: boolean
  /** What an empty cell means; read only where the column is not required. */
  otherwise: Value | null
  /** Shown in the template. */
  example: string
}

type Columns = Record<string, Column<unknown>>
// biome-ignore lint/suspicious/noExplicitAny: a column's value can only be inferred through any.
type ValueOf<C extends Column<any>> = C extends Column<infer Value> ? Value : never
export type RowOf<C extends Columns> = { [Key in keyof C]: ValueOf<C[Key]> }

export interface Sheet<C extends Columns = Columns> {
  name: string
  columns: C
}

export const sheet = <C extends Columns>(name: string, columns: C): Sheet<C> => ({ name, columns })

export const needed = <Value>(heading: string, reader: Reader<Value>, example: string): Column<Value> => ({
  heading,
  reader,
  required: true,
  otherwise: null,
  example,
})

export function maybe<Value>(heading: string, reader: Reader<Value>, example: string): Column<Value | null> {
  return { heading, reader, required: false, otherwise: null, example }
}

export const usually = <Value>(
  heading: string,
  reader: Reader<Value>,
  { otherwise, example }: { otherwise: NoInfer<Value>; example: string },
): Column<Value> => ({ heading, reader, required: false, otherwise, example })

/** A table as a file holds it: every cell as text, the first row the headings. */
export interface Grid {
  name: string
  rows: string[][]
}

/** Where something is wrong: counted as the person sees it in his file, headings being row 1. */
export interface Problem {
  sheet: string | null
  row: number | null
  column: string | null
  problem: CellProblem | TableProblem
}

export const TABLE_PROBLEMS = [
  'unreadable',
  'too_large',
  'too_many_rows',
  'lossy',
  'no_table',
  'missing_column',
  'twice_column',
  'no_street',
  'other_street',
] as const
export type TableProblem = (typeof TABLE_PROBLEMS)[number]

export interface Placed<Row> {
  row: number
  value: Row
}

export interface ReadSheet<Row> {
  rows: Placed<Row>[]
  problems: Problem[]
}

/** Reads a table by a sheet's columns: every bad cell is told, not only the first. Empty rows are passed over. */
export function readSheet<C extends Columns>(kind: Sheet<C>, table: Grid): ReadSheet<RowOf<C>> {
  const headings = (table.rows[0] ?? []).map(bare)
  const places = placesOf(kind, headings)
  const missing = Object.values(kind.columns).filter(
    ({ heading, required }) => required && !headings.includes(heading),
  )
  const twice = Object.values(kind.columns).filter(
    ({ heading }) => headings.indexOf(heading) !== headings.lastIndexOf(heading),
  )
  const about = (column: string, problem: TableProblem) => ({ sheet: table.name, row: 1, column, problem })
  const problems: Problem[] = [
    ...missing.map(({ heading }) => about(heading, 'missing_column')),
    ...twice.map(({ heading }) => about(heading, 'twice_column')),
  ]
  if (problems.length > 0) return { rows: [], problems }

  const rows: Placed<RowOf<C>>[] = []
  for (const [at, cells] of table.rows.entries()) {
    if (at === 0 || cells.every((cell) => bare(cell) === '')) continue
    const read = readRow(places, cells)
    problems.push(
      ...read.problems.map(({ column, problem }) => ({ sheet: table.name, row: at + 1, column, problem })),
    )
    // Complete when nothing is wrong with it: every key of the sheet was read.
    if (read.problems.length === 0) rows.push({ row: at + 1, value: read.value as RowOf<C> })
  }
  return { rows, problems }
}

/** A heading, or a cell, without what a person does not see: blanks, the mark of a required column. */
export const bare = (cell: string): string =>
  cell
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim()
    .replace(/\*$/, '')

interface ColumnAt {
  key: string
  column: Column<unknown>
  at: number
}

const placesOf = ({ columns }: Sheet, headings: string[]): ColumnAt[] =>
  Object.entries(columns).map(([key, column]) => ({ key, column, at: headings.indexOf(column.heading) }))

function readRow(places: ColumnAt[], cells: string[]) {
  const value: Record<string, unknown> = {}
  const problems: { column: string; problem: CellProblem }[] = []
  for (const { key, column, at } of places) {
    const cell = tidyCell(at < 0 ? '' : (cells[at] ?? ''))
    if (cell === '') {
      if (column.required) problems.push({ column: column.heading, problem: 'required' })
      value[key] = column.otherwise
      continue
    }
    const read = column.reader(cell)
    if (read.ok) value[key] = read.value
    else problems.push({ column: column.heading, problem: read.problem })
  }
  return { value, problems }
}

/** Exports put an apostrophe before what a spreadsheet would take for a formula; it is taken off again. */
const tidyCell = (cell: string): string =>
  cell
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')

import writeWorkbook from 'write-excel-file/node'
import { harmless } from '#core/importing/formula'
import type { Sheet } from '#core/importing/sheet'
import { SHEET_KEYS, SHEETS } from '#core/importing/sheets'

export interface Table {
  name: string
  rows: (string | number | null)[][]
}

/** Rows as an .xlsx file: text stays text, nothing in it is a formula. */
export async function workbookOf(tables: readonly Table[]): Promise<Buffer> {
  const sheets = tables.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row, at) => row.map((cell) => cellOf(cell, at === 0))),
    stickyRowsCount: 1,
  }))
  return writeWorkbook(sheets).toBuffer()
}

/** Rows as a CSV file that Excel opens as UTF-8. */
export const csvOf = (rows: Table['rows']): Buffer =>
  Buffer.from(`\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`)

/** A table's headings (a star where a cell must not be empty) and one row as an example. */
export function emptyTable({ name, columns }: Sheet): Table {
  const each = Object.values(columns)
  return {
    name,
    rows: [
      each.map(({ heading, required }) => (required ? `${heading}*` : heading)),
      each.map(({ example }) => example),
    ],
  }
}

/** An empty file for every table of a street. */
export const templateTables = (): Table[] => SHEET_KEYS.map((key) => emptyTable(SHEETS[key]))

function cellOf(cell: string | number | null, isHeading: boolean) {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  const value = writable(harmless(cell))
  return { value, type: String, ...(isHeading && { fontWeight: 'bold' as const }) }
}

/** The writer keeps texts in a plain object, which has words of its own: `constructor` alone would spoil the file. */
const writable = (text: string): string => (text in {} ? `${text} ` : text)

function csvCell(cell: string | number | null): string {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell) : harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

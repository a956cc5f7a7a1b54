import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/universal'
import type { Grid, Problem } from '#core/importing/sheet'
import { decodeText } from './text'

/** Largest file in bytes; a street of 8,000 houses is one of 700 kB. */
export const MOST_BYTES = 4 * 1024 * 1024
/** What an .xlsx file may unfold to. It is a zip, and a small one can hold a thousand times its size. */
const MOST_UNFOLDED = 120 * 1024 * 1024

export interface GivenFile {
  name: string
  bytes: Uint8Array
}

export type Tables = { ok: true; tables: Grid[] } | { ok: false; problems: Problem[] }

const refused = (problem: Problem['problem']): Tables => ({
  ok: false,
  problems: [{ sheet: null, row: null, column: null, problem }],
})

/** The tables of an .xlsx or .csv file, every cell as text. What the file is its bytes say, not its name. */
export async function tablesIn({ name, bytes }: GivenFile): Promise<Tables> {
  if (bytes.length > MOST_BYTES) return refused('too_large')
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip ? workbook(bytes) : commaSeparated(name, bytes)
}

async function workbook(bytes: Uint8Array): Promise<Tables> {
  try {
    if (unfolded(bytes) > MOST_UNFOLDED) return refused('too_large')
    // The reader takes no more from an entry than the size it declares, which was counted above.
    const sheets = await readWorkbook(new Uint8Array(bytes).buffer, { parseNumber: plainNumber })
    return { ok: true, tables: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(rowOf) })) }
  } catch {
    // Readers of a zip and of XML throw all kinds of things at bytes that are neither: each is about the file.
    return refused('unreadable')
  }
}

function unfolded(bytes: Uint8Array): number {
  let sum = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      sum += originalSize
      return false
    },
  })
  return sum
}

/** Excel keeps a long number as 1.38E10, and 98.35 as 98.349999999999994: of a fraction it shows fifteen digits. */
function plainNumber(digits: string): string {
  if (/e/i.test(digits)) return String(Number(digits))
  return digits.includes('.') ? String(Number(Number(digits).toPrecision(15))) : digits
}

// What was read as a number is text already; dates and true or false are not.
const rowOf = (row: readonly unknown[]): string[] => row.map(cellText)

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isFinite(cell.getTime()) ? cell.toISOString().slice(0, 10) : ''
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return String(cell)
}

function commaSeparated(name: string, bytes: Uint8Array): Tables {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  if (decoded.text.includes('\0')) return refused('unreadable')
  try {
    // Blank lines stay, so that a row keeps the number it has in the file.
    const rows = parse(decoded.text, { relaxColumnCount: true, skipEmptyLines: false, bom: true })
    return { ok: true, tables: [{ name: name.replace(/\.[^.]*$/, ''), rows }] }
  } catch {
    return refused('unreadable')
  }
}

import { PDFDocument, type PDFPage, rgb } from '@cantoo/pdf-lib'
import qrcode from 'qrcode-generator'
import { plateScene } from '#core/buildings/plate'
import { embedTypeface, type Typeface } from './font'

export interface Plate {
  /** 23栋. */
  label: string
  address: string
  code: string
}

export interface Sheet {
  /** A PDF file. */
  bytes: Uint8Array
  pages: number
}

/** Points; an A4 sheet holds six plates of 90 by 88 millimetres with room for the knife. */
const MM = 72 / 25.4
const PAGE = { width: 210 * MM, height: 297 * MM }
const PLATE = { width: 90 * MM, height: 88 * MM }
const COLUMNS = 2
const ROWS = 3
const GAP = 6 * MM
const CUT = 4 * MM
const INK = rgb(0, 0, 0)
const GREY = rgb(0.45, 0.43, 0.4)

/** What stands on every plate besides the house. */
const WORDS = { scan: '扫一扫：报事、找楼栋长、登记住处', emergency: '有危险先打 110 119 120' }

/** Sheets of plates for the printer: the house, its code, what scanning is for; marks where to cut. */
export async function plateSheet(
  plates: readonly Plate[],
  /** In front of `b=<code>`: the page's address with a `?`, or nothing for the scene alone. */
  before = '',
): Promise<Sheet> {
  const document = await PDFDocument.create()
  document.setTitle('楼牌')
  document.setCreator('楼栋议事')
  const said = plates.flatMap(({ label, address, code }) => [label, address, code])
  const typeface = await embedTypeface(document, [...said, WORDS.scan, WORDS.emergency])
  const perPage = COLUMNS * ROWS
  for (let from = 0; from < plates.length; from += perPage) {
    const page = document.addPage([PAGE.width, PAGE.height])
    plates.slice(from, from + perPage).forEach((plate, at) => {
      const place = placeOf(at)
      drawCutMarks(page, place)
      drawPlate(page, plate, { ...place, typeface, text: `${before}${plateScene(plate.code)}` })
    })
  }
  return { bytes: await document.save(), pages: document.getPageCount() }
}

interface Corner {
  /** The lower left one; a PDF counts from below. */
  x: number
  y: number
}

function placeOf(at: number): Corner {
  const left = (PAGE.width - COLUMNS * PLATE.width - (COLUMNS - 1) * GAP) / 2
  const top = PAGE.height - (PAGE.height - ROWS * PLATE.height - (ROWS - 1) * GAP) / 2
  const column = at % COLUMNS
  const row = Math.floor(at / COLUMNS)
  return { x: left + column * (PLATE.width + GAP), y: top - (row + 1) * PLATE.height - row * GAP }
}

/** Two short lines at each corner, outside the plate, so that no mark stays on it. */
function drawCutMarks(page: PDFPage, { x, y }: Corner): void {
  for (const [cornerX, outX] of [
    [x, -1],
    [x + PLATE.width, 1],
  ] as const)
    for (const [cornerY, outY] of [
      [y, -1],
      [y + PLATE.height, 1],
    ] as const) {
      const line = (end: Corner) =>
        page.drawLine({ start: { x: cornerX, y: cornerY }, end, thickness: 0.4, color: GREY })
      line({ x: cornerX + outX * CUT * 0.7, y: cornerY })
      line({ x: cornerX, y: cornerY + outY * CUT * 0.7 })
    }
}

interface Drawing extends Corner {
  typeface: Typeface
  text: string
}

function drawPlate(page: PDFPage, plate: Plate, { x, y, typeface, text }: Drawing): void {
  const middle = x + PLATE.width / 2
  const write = (line: string, baseline: number, size: number, color = INK) =>
    writeCentred(page, line, { typeface, middle, y: y + baseline, size, color, most: PLATE.width - 8 * MM })
  write(plate.label, 74 * MM, 30)
  write(plate.address, 67 * MM, 11)
  const side = 46 * MM
  drawCode(page, text, { x: middle - side / 2, y: y + 18 * MM, side })
  write(WORDS.scan, 12 * MM, 10)
  write(WORDS.emergency, 7 * MM, 8, GREY)
  write(plate.code, 3 * MM, 7, GREY)
}

interface Line {
  typeface: Typeface
  middle: number
  y: number
  size: number
  color: typeof INK
  most: number
}

/** Shrinks a line that would not fit: an address is never cut off. */
function writeCentred(page: PDFPage, text: string, { typeface, middle, y, size, color, most }: Line): void {
  const wide = typeface.runs(text, size).reduce((sum, { width }) => sum + width, 0)
  const fitting = wide > most ? (size * most) / wide : size
  const runs = typeface.runs(text, fitting)
  let at = middle - runs.reduce((sum, { width }) => sum + width, 0) / 2
  for (const { font, text: part, width } of runs) {
    page.drawText(part, { x: at, y, size: fitting, font, color })
    at += width
  }
}

/** Black on white, with the four modules of quiet that scanners need, as plain squares: sharp at any size. */
function drawCode(page: PDFPage, text: string, { x, y, side }: Corner & { side: number }): void {
  const code = qrcode(0, 'Q')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const module = side / (count + 8)
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < count; column += 1) {
      if (!code.isDark(row, column)) continue
      page.drawRectangle({
        x: x + (column + 4) * module,
        y: y + side - (row + 5) * module,
        // A hair wider, so that printers leave no white lines between squares.
        width: module * 1.02,
        height: module * 1.02,
        color: INK,
      })
    }
}

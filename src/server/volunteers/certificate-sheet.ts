import { PDFDocument, type PDFPage, rgb } from '@cantoo/pdf-lib'
import { dayName, dayOf } from '#core/concerns/calendar'
import { hoursOf } from '#core/volunteers/hours'
import { embedTypeface, type Typeface } from '../plates/font'
import { squareRows } from '../presence/rotating-code'

/** What stands on a certificate (志愿服务条例 19; 民政部令67号): who, what and how long, by whom, number, date. */
export interface Paper {
  no: string
  code: string
  name: string
  /** Days since 1970, in China, both included. */
  fromDay: number
  toDay: number
  minutes: number
  times: number
  services: { title: string; day: number; minutes: number }[]
  issuer: string
  /** 经办人: who issued it, by the name he is posted with. */
  handler: string
  issuedAt: number
  /** Where the page that verifies it is; without one the number and the code are typed. */
  publicUrl: string | null
}

const MM = 72 / 25.4
const PAGE = { width: 210 * MM, height: 297 * MM }
const LEFT = 25 * MM
const RIGHT = PAGE.width - LEFT
const INK = rgb(0.1, 0.1, 0.09)
const GREY = rgb(0.42, 0.4, 0.36)
const GREEN = rgb(0.055, 0.38, 0.33)

const WORDS = {
  title: '志愿服务证明',
  heading: '服务内容',
  minutes: '分钟',
  free: '本证明依据志愿服务记录免费开具，记录以分钟计，小时按一位小数向下取。',
  seal: '（盖章）',
  scan: '扫码验真伪',
  typed: '在小程序里写编号和验证码',
}

const dateOf = (day: number): string => {
  const [year, month, date] = dayName(day).split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const linesOf = (paper: Paper) => ({
  no: `编号 ${paper.no}`,
  body: [
    `兹证明 ${paper.name}`,
    `在${dateOf(paper.fromDay)}至${dateOf(paper.toDay)}期间，`,
    `参加志愿服务${paper.times}次，共${paper.minutes}分钟（${hoursOf(paper.minutes)}小时）。`,
  ],
  rows: paper.services.map(({ title, day, minutes }) => ({
    title: `${dateOf(day)}  ${title}`,
    minutes: `${minutes}${WORDS.minutes}`,
  })),
  rest: paper.times > paper.services.length ? `以上为最近${paper.services.length}次，其余见记录。` : '',
  issuer: paper.issuer,
  handler: `经办人 ${paper.handler}`,
  date: dateOf(dayOf(paper.issuedAt)),
  code: `验证码 ${paper.code}`,
})

/** 志愿服务证明 as one page of a PDF, with its typeface inside and a square code that leads to the page that verifies it. */
export async function certificateSheet(paper: Paper): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setTitle(`${WORDS.title} ${paper.no}`)
  document.setCreator('楼栋议事')
  const lines = linesOf(paper)
  const said = [lines.no, ...lines.body, ...lines.rows.flatMap(({ title, minutes }) => [title, minutes])]
  const typeface = await embedTypeface(document, [
    ...said,
    ...Object.values(WORDS),
    lines.rest,
    lines.issuer,
    lines.handler,
    lines.date,
    lines.code,
  ])
  draw(document.addPage([PAGE.width, PAGE.height]), { paper, lines, typeface })
  return document.save()
}

interface Drawing {
  paper: Paper
  lines: ReturnType<typeof linesOf>
  typeface: Typeface
}

function draw(page: PDFPage, { paper, lines, typeface }: Drawing): void {
  const pen = penOn(page, typeface)
  const margin = 12 * MM
  page.drawRectangle({
    x: margin,
    y: margin,
    width: PAGE.width - 2 * margin,
    height: PAGE.height - 2 * margin,
    borderColor: GREEN,
    borderWidth: 1.2,
  })
  pen.write(WORDS.title, { y: 252, size: 30, at: 'middle', color: GREEN })
  pen.write(lines.no, { y: 240, size: 11, at: 'middle', color: GREY })
  for (const [n, line] of lines.body.entries()) pen.write(line, { y: 220 - n * 11, size: 15 })
  pen.write(WORDS.heading, { y: 180, size: 12, color: GREEN })
  page.drawLine({
    start: { x: LEFT, y: 177 * MM },
    end: { x: RIGHT, y: 177 * MM },
    thickness: 0.6,
    color: GREY,
  })
  lines.rows.forEach(({ title, minutes }, n) => {
    pen.write(title, { y: 170 - n * 7, size: 10.5 })
    pen.write(minutes, { y: 170 - n * 7, size: 10.5, at: 'right' })
  })
  pen.write(lines.rest, { y: 168 - lines.rows.length * 7, size: 9, color: GREY })
  pen.write(lines.issuer, { y: 62, size: 13, at: 'right' })
  pen.write(lines.handler, { y: 55, size: 10.5, at: 'right' })
  pen.write(WORDS.seal, { y: 49, size: 11, at: 'right', color: GREY })
  pen.write(lines.date, { y: 42, size: 12, at: 'right' })
  if (paper.publicUrl)
    drawSquare(page, verifyAddress(paper.publicUrl, paper), { x: LEFT, y: 40 * MM, side: 32 * MM })
  pen.write(paper.publicUrl ? WORDS.scan : WORDS.typed, { y: 35, size: 9, color: GREY })
  pen.write(lines.code, { y: 29, size: 9, color: GREY })
  pen.write(WORDS.free, { y: 19, size: 8.5, color: GREY })
}

/** The public page, with what it asks for. */
const verifyAddress = (publicUrl: string, { no, code }: Paper): string =>
  `${publicUrl}/packages/volunteers/verify/index?no=${no}&code=${code}`

interface Line {
  /** Millimetres from below. */
  y: number
  size: number
  at?: 'left' | 'middle' | 'right'
  color?: typeof INK
}

function penOn(page: PDFPage, typeface: Typeface) {
  return {
    /** Shrinks a line that would not fit: nothing on a certificate is cut off. */
    write(text: string, { y, size, at = 'left', color = INK }: Line): void {
      const wide = widthOf(typeface, text, size)
      const fitting = wide > RIGHT - LEFT ? (size * (RIGHT - LEFT)) / wide : size
      const width = widthOf(typeface, text, fitting)
      let x = at === 'left' ? LEFT : at === 'right' ? RIGHT - width : (PAGE.width - width) / 2
      for (const run of typeface.runs(text, fitting)) {
        page.drawText(run.text, { x, y: y * MM, size: fitting, font: run.font, color })
        x += run.width
      }
    },
  }
}

const widthOf = (typeface: Typeface, text: string, size: number): number =>
  typeface.runs(text, size).reduce((sum, { width }) => sum + width, 0)

function drawSquare(page: PDFPage, text: string, place: { x: number; y: number; side: number }): void {
  const rows = squareRows(text)
  const module = place.side / rows.length
  rows.forEach((row, down) => {
    ;[...row].forEach((dark, across) => {
      if (dark !== '1') return
      page.drawRectangle({
        x: place.x + across * module,
        y: place.y + place.side - (down + 1) * module,
        // A hair wider, so that printers leave no white lines between squares.
        width: module * 1.02,
        height: module * 1.02,
        color: INK,
      })
    })
  })
}

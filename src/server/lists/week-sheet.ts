import { PDFDocument, type PDFPage, rgb } from '@cantoo/pdf-lib'
import type { OutputOf } from '#contracts/operations'
import { dayName, dayOf } from '#core/concerns/calendar'
import type { EntryState, ListKind } from '#core/lists/entry'
import { embedTypeface, type Typeface } from '../plates/font'

type Week = OutputOf<'lists.week'>
type WeekOfList = Week['lists'][number]

const MM = 72 / 25.4
const PAGE = { width: 210 * MM, height: 297 * MM }
const MARGIN = 18 * MM
const INK = rgb(0.1, 0.1, 0.09)
const GREY = rgb(0.42, 0.4, 0.36)
const GREEN = rgb(0.055, 0.38, 0.33)

const LISTS: Record<ListKind, string> = {
  concern: '民情清单',
  pairing: '结对清单',
  service: '服务清单',
  hardship: '解困清单',
  cogov: '共治清单',
}

const STATES: Record<EntryState, string> = {
  open: '待认领',
  claimed: '已认领',
  doing: '办理中',
  to_check: '待验收',
  struck: '已销号',
  returned: '退回',
}

const WORDS = {
  title: '五清单每周例会',
  decide: '要大家定的',
  due: '到期的',
  added: '这周新来的',
  struck: '这周销号的',
  none: '没有',
  hidden: '只报数字，不列名单',
  sign: '到会签名：',
}

interface Line {
  text: string
  size: number
  color: typeof INK
  indent?: number
  /** Millimetres of air above it. */
  above?: number
}

const dateOf = (at: number): string => dayName(dayOf(at))

const linesOf = ({ gridName, week, from, to, lists }: Week): Line[] => [
  { text: WORDS.title, size: 22, color: GREEN },
  { text: `${gridName}  ${week}（${dateOf(from)}至${dateOf(to - 1)}）`, size: 11, color: GREY, above: 2 },
  ...lists.flatMap(linesOfList),
  { text: WORDS.sign, size: 12, color: INK, above: 12 },
]

function linesOfList({ list, hidden, added, due, struck, ...rows }: WeekOfList): Line[] {
  const head: Line = {
    text: `${LISTS[list]}  新来${added}  到期${due}  销号${struck}`,
    size: 14,
    color: GREEN,
    above: 6,
  }
  if (hidden) return [head, { text: WORDS.hidden, size: 10, color: GREY, indent: 4 }]
  return [
    head,
    ...part(WORDS.decide, rows.decideRows),
    ...part(WORDS.due, rows.dueRows),
    ...part(WORDS.added, rows.addedRows),
    ...part(WORDS.struck, rows.struckRows),
  ]
}

function part(title: string, rows: WeekOfList['dueRows']): Line[] {
  const heading: Line = { text: title, size: 11, color: INK, above: 2 }
  if (rows.length === 0) return [{ ...heading, text: `${title}：${WORDS.none}`, color: GREY }]
  const shown = rows.map(({ title: what, state, owner, dueAt }): Line => {
    const facts = [STATES[state], owner, dueAt === null ? '' : `${dateOf(dueAt)}到期`].filter(Boolean)
    return { text: `□ ${what}（${facts.join('，')}）`, size: 10.5, color: INK, indent: 4 }
  })
  return [heading, ...shown]
}

/** The weekly meeting's lists as pages to lay on a table: a box before each matter, room for signatures at the end. */
export async function weekSheet(week: Week): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setTitle(`${WORDS.title} ${week.gridName} ${week.week}`)
  document.setCreator('楼栋议事')
  const lines = linesOf(week)
  const typeface = await embedTypeface(document, [...lines.map(({ text }) => text), '…'])
  let page = document.addPage([PAGE.width, PAGE.height])
  let y = PAGE.height - MARGIN
  for (const line of lines) {
    const height = line.size * 1.5 + (line.above ?? 0) * MM
    if (y - height < MARGIN) {
      page = document.addPage([PAGE.width, PAGE.height])
      y = PAGE.height - MARGIN
    }
    y -= height
    write(page, line, { y, typeface })
  }
  return document.save()
}

/** A line too long for the paper ends in an ellipsis: what it is called in full stands on the screen. */
function write(page: PDFPage, line: Line, { y, typeface }: { y: number; typeface: Typeface }): void {
  const left = MARGIN + (line.indent ?? 0) * MM
  const room = PAGE.width - MARGIN - left
  let x = left
  for (const run of typeface.runs(fitting(line, room, typeface), line.size)) {
    page.drawText(run.text, { x, y, size: line.size, font: run.font, color: line.color })
    x += run.width
  }
}

const widthOf = (typeface: Typeface, text: string, size: number): number =>
  typeface.runs(text, size).reduce((sum, { width }) => sum + width, 0)

function fitting({ text, size }: Line, room: number, typeface: Typeface): string {
  if (widthOf(typeface, text, size) <= room) return text
  const letters = [...text]
  while (letters.length > 0 && widthOf(typeface, `${letters.join('')}…`, size) > room) letters.pop()
  return `${letters.join('')}…`
}

import { isMobile } from '../people/phone'
import { areaIn, type ListedKind } from './body'

/** Lines that are brought into a list at once. */
export const MOST_LINES = 200

/** Why a pasted line cannot be read. */
export const READ_PROBLEMS = [
  'label_long',
  'cell_unknown',
  'area_needed',
  'area_wrong',
  'person_needed',
  'too_many',
] as const
type ReadProblem = (typeof READ_PROBLEMS)[number]

/** What can be said of a line against the list it is to come into. */
export const LINE_PROBLEMS = [
  ...READ_PROBLEMS,
  'unknown_person',
  'CONTENT_RISKY',
  'SELF_APPROVAL',
  'NOT_OF_HOUSE',
  'LINE_LISTED',
] as const
export type LineProblem = (typeof LINE_PROBLEMS)[number]

interface Row {
  /** Counted from one, empty lines too: as whoever pasted it counts them. */
  row: number
}
/** A line as somebody wrote it, with the number of who votes for it in place of himself. */
export interface WrittenLine extends Row {
  label: string
  /** Whole; `null`: nobody is named. */
  phone: string | null
  /** Square centimetres. */
  area: number | null
}
/** One that cannot be read. */
export type Unread = Row & { problem: ReadProblem }

/**
 * A list as somebody has it in a table or a chat: a line a unit, its label first, then an owner's share and the whole
 * number of who votes for it, with spaces, tabs or commas between.
 */
export const readLines = (text: string, kind: ListedKind): (WrittenLine | Unread)[] =>
  text
    .split(/\r\n|[\r\n]/)
    .map((line, at) => ({ row: at + 1, cells: line.split(/[\s,，;；]+/).filter((cell) => cell !== '') }))
    .filter(({ cells }) => cells.length > 0)
    .map(({ row, cells }, at) =>
      at < MOST_LINES ? { row, ...readCells(cells, kind) } : { row, problem: 'too_many' as const },
    )

const UNIT = /(平方米|平米|㎡)$/

/** A share as somebody writes it, in square centimetres; `null`: it is none. */
export const shareIn = (cell: string): number | null => areaIn(cell.replace(UNIT, ''))

function readCells(
  [label = '', ...rest]: string[],
  kind: ListedKind,
): Omit<WrittenLine, 'row'> | { problem: ReadProblem } {
  const phones = rest.filter(isMobile)
  const shares = rest.filter((cell) => !isMobile(cell))
  const [phone = null] = phones
  const [share] = shares
  if (label.length > 40) return { problem: 'label_long' }
  if (phones.length > 1 || shares.length > (kind === 'owner' ? 1 : 0)) return { problem: 'cell_unknown' }
  if (kind === 'person' && phone === null) return { problem: 'person_needed' }
  if (kind !== 'owner') return { label, phone, area: null }
  if (share === undefined) return { problem: 'area_needed' }
  const area = shareIn(share)
  return area === null ? { problem: 'area_wrong' } : { label, phone, area }
}

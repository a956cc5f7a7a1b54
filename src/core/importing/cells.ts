import { dayNamed, startOfDay } from '../concerns/calendar'
import { type GridPath, levelOf } from '../grids/grid'
import { isMobile } from '../people/phone'

/** Why a cell cannot be taken; `words.ts` says it in Chinese. */
export const CELL_PROBLEMS = [
  'required',
  'too_long',
  'unkeepable',
  'not_a_number',
  'not_an_area',
  'out_of_range',
  'not_a_choice',
  'not_a_phone',
  'not_a_grid',
  'not_a_code',
  'not_a_date',
  'duplicate',
  'unknown_grid',
  'unknown_estate',
  'unknown_building',
  'unknown_department',
  'wrong_level',
  'out_of_scope',
  'not_yours',
  'second_head',
  'lives_elsewhere',
  'before_start',
] as const
export type CellProblem = (typeof CELL_PROBLEMS)[number]

export type Read<Value> = { ok: true; value: Value } | { ok: false; problem: CellProblem }
/** Reads a cell that is not empty, as text with nothing before or behind it. */
export type Reader<Value> = (text: string) => Read<Value>

const read = <Value>(value: Value): Read<Value> => ({ ok: true, value })
const wrong = (problem: CellProblem): { ok: false; problem: CellProblem } => ({ ok: false, problem })

/** Controls, halves of characters, the sign for a lost character, and characters nobody else has. */
const UNKEEPABLE = /[\p{Cc}\p{Cs}\p{Co}\u202a-\u202e\u2066-\u2069\ufffd]/u

export const text =
  (most: number): Reader<string> =>
  (cell) => {
    if (UNKEEPABLE.test(cell)) return wrong('unkeepable')
    return cell.length > most ? wrong('too_long') : read(cell)
  }

/** A name that other rows call it by: letters, digits, dot, hyphen. */
export const code: Reader<string> = (cell) => (/^[\w.-]{1,40}$/.test(cell) ? read(cell) : wrong('not_a_code'))

export const whole =
  (least: number, most: number): Reader<number> =>
  (cell) => {
    if (!/^-?\d{1,9}(\.0+)?$/.test(cell)) return wrong('not_a_number')
    const value = Number(cell)
    return value < least || value > most ? wrong('out_of_range') : read(value)
  }

/** A decimal number kept as a whole one: degrees as millionths, square metres as square centimetres. */
export const scaled =
  (digits: number, least: number, most: number): Reader<number> =>
  (cell) => {
    const parts = /^(-?)(\d{1,6})(?:\.(\d+))?$/.exec(cell)
    if (!parts) return wrong('not_a_number')
    const [, sign = '', units = '', fraction = ''] = parts
    const size = Number(units + fraction.slice(0, digits).padEnd(digits, '0'))
    const value = sign === '-' && size !== 0 ? -size : size
    const unit = 10 ** digits
    return value < least * unit || value > most * unit ? wrong('out_of_range') : read(value)
  }

/** One of several words, each standing for a value. */
export const choice =
  <Value extends string | boolean>(words: Readonly<Record<string, Value>>): Reader<Value> =>
  (cell) => {
    const value = Object.hasOwn(words, cell) ? words[cell] : undefined
    return value === undefined ? wrong('not_a_choice') : read(value)
  }

/** Several of them, with 、 or a comma between. */
export const choices =
  <Value extends string>(words: Readonly<Record<string, Value>>): Reader<Value[]> =>
  (cell) => {
    const values = cell.split(/[、，,;；]/).map((part) => choice(words)(part.trim()))
    const known = values.flatMap((one) => (one.ok ? [one.value] : []))
    return known.length < values.length ? wrong('not_a_choice') : read([...new Set(known)])
  }

export const yesNo: Reader<boolean> = choice({ 是: true, 否: false })

/** A mobile number; numbers of demo data begin with 100. */
export const phone: Reader<string> = (cell) => {
  const digits = cell.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')
  return isMobile(digits) ? read(digits) : wrong('not_a_phone')
}

/** A day in China, `2022-12-21`, as the instant it begins. */
export const day: Reader<number> = (cell) => {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell)
  if (!parts) return wrong('not_a_date')
  const [, year = '', month = '', date = ''] = parts
  const name = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = Date.parse(`${name}T00:00:00Z`)
  const real = Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === name
  return real && Number(year) >= 1900 && Number(year) < 2100
    ? read(startOfDay(dayNamed(name)))
    : wrong('not_a_date')
}

/**
 * A grid's code: nine digits of the street, three of the village or community, three of the grid, two of the piece,
 * written together or with dots or hyphens between them.
 */
export const grid: Reader<GridPath> = (cell) => {
  const digits = cell.replace(/[.-]/g, '')
  if (!/^\d+$/.test(digits) || !/^[\d.-]+$/.test(cell)) return wrong('not_a_grid')
  const ends = [9, 12, 15, 17]
  if (!ends.includes(digits.length)) return wrong('not_a_grid')
  const parts = [0, 9, 12, 15].flatMap((from, at) => digits.slice(from, ends[at]) || [])
  return read(parts.join('.'))
}

/** A street's own code. */
export const street: Reader<GridPath> = (cell) => {
  const found = grid(cell)
  return found.ok && levelOf(found.value) === 0 ? found : wrong('not_a_grid')
}

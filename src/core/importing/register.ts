import { bare, type Grid, type Placed, type Problem, readSheet } from './sheet'
import { type RegisterRow, SHEET_KEYS, SHEETS, type SheetKey } from './sheets'

/** A file as far as it could be read: the rows of each table, and everything that is wrong. */
export type Register = { [Key in SheetKey]: Placed<RegisterRow<Key>>[] }

export interface ReadRegister {
  register: Register
  /** Which table of the file each kind of row came from. */
  names: Partial<Record<SheetKey, string>>
  problems: Problem[]
}

/** A street of 8,000 houses and 175,800 people fits in several files; one file holds at most so many rows. */
export const MOST_ROWS = 50_000

/**
 * Finds out what each table of a file is, by its name or else by its headings, and reads it. Tables that are neither
 * (the page with explanations) are passed over; a file with no table at all that we know is refused.
 */
export function readRegister(tables: readonly Grid[]): ReadRegister {
  const register: Register = {
    street: [],
    grids: [],
    estates: [],
    departments: [],
    buildings: [],
    offices: [],
    residents: [],
  }
  const names: ReadRegister['names'] = {}
  const problems: Problem[] = []
  for (const table of tables) {
    const key = kindOf(table)
    if (!key) continue
    if (table.rows.length > MOST_ROWS) {
      problems.push({ sheet: table.name, row: null, column: null, problem: 'too_many_rows' })
      continue
    }
    names[key] = table.name
    // Each key reads its own rows; the compiler cannot follow one key through a union of all.
    const read = readSheet(SHEETS[key] as (typeof SHEETS)['street'], table)
    ;(register[key] as unknown[]).push(...read.rows)
    problems.push(...read.problems)
  }
  if (Object.keys(names).length === 0 && problems.length === 0)
    problems.push({ sheet: null, row: null, column: null, problem: 'no_table' })
  return { register, names, problems }
}

/** By its name; a CSV has none, so by the kind most of whose needed headings it has. */
function kindOf({ name, rows }: Grid): SheetKey | undefined {
  const named = SHEET_KEYS.find((key) => SHEETS[key].name === bare(name))
  if (named) return named
  const headings = new Set((rows[0] ?? []).map(bare))
  const fitting = SHEET_KEYS.map((key) => ({ key, ...likeness(key, headings) })).filter(
    ({ share, hits }) => hits >= 2 && share > 0.6,
  )
  return fitting.sort((a, b) => b.hits - a.hits || b.share - a.share)[0]?.key
}

function likeness(key: SheetKey, headings: ReadonlySet<string>): { hits: number; share: number } {
  const columns = Object.values(SHEETS[key].columns)
  const requiredOnes = columns.filter(({ required }) => required)
  const hits = columns.filter(({ heading }) => headings.has(heading)).length
  const had = requiredOnes.filter(({ heading }) => headings.has(heading)).length
  return { hits, share: had / requiredOnes.length }
}

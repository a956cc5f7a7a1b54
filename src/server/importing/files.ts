import type { ParsedOf } from '#contracts/operations'
import type { GivenFile } from './tables'
import { csvOf, type Table, workbookOf } from './template'

interface MadeFile {
  name: string
  base64: string
}

/** A file as it came over the wire. */
export const givenFile = ({ name, base64 }: ParsedOf<'register.import'>): GivenFile => ({
  name,
  bytes: Buffer.from(base64, 'base64'),
})

/** Tables as one .xlsx file. */
export const workbookFile = async (name: string, tables: readonly Table[]): Promise<MadeFile> => ({
  name: `${name}.xlsx`,
  base64: base64Of(await workbookOf(tables)),
})

/** A table as a file of its own, and how many rows it has. */
export async function fileOf(table: Table, as: 'xlsx' | 'csv'): Promise<MadeFile & { rows: number }> {
  const made =
    as === 'csv'
      ? { name: `${table.name}.csv`, base64: base64Of(csvOf(table.rows)) }
      : await workbookFile(table.name, [table])
  return { ...made, rows: table.rows.length - 1 }
}

const base64Of = (bytes: Buffer): string => bytes.toString('base64')

/** Enough to mend a file by; what follows from the first ones goes away with them. */
const MOST_PROBLEMS = 100

/** The problems that are told, and how many there are beyond. */
export const firstOf = <Problem>(problems: readonly Problem[]) => ({
  problems: problems.slice(0, MOST_PROBLEMS),
  more: Math.max(problems.length - MOST_PROBLEMS, 0),
})

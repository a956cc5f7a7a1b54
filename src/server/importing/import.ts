import { sql } from 'kysely'
import { checkRegister, type Scope } from '#core/importing/check'
import { readRegister } from '#core/importing/register'
import type { Problem } from '#core/importing/sheet'
import { joinedPersons } from '../people/imported'
import type { Tx } from '../storage/database'
import { passGate } from './gate'
import { loadKnown } from './known'
import type { Import } from './rows'
import { type GivenFile, tablesIn } from './tables'
import { type Summary, writeRegister } from './write'

export type Outcome = { ok: true; summary: Summary } | { ok: false; problems: Problem[] }

interface Asked extends Omit<Import, 'streetId' | 'joined'> {
  /** `null`: the file may bring the street itself. */
  streetId: string | null
  scope: Scope
}

/**
 * Writes a whole file, or nothing of it: with one bad cell every problem is told instead. A `rehearsal` goes all the
 * way and takes everything back, so that what it counts is exactly what an import would do.
 */
export async function importFile(
  tx: Tx,
  file: GivenFile,
  { streetId, scope, ...given }: Asked,
  rehearsal: boolean,
): Promise<Outcome> {
  const tables = await tablesIn(file)
  if (!tables.ok) return tables
  const read = readRegister(tables.tables)
  const { offices, residents } = read.register
  const phones = [...offices, ...residents].map(({ value }) => value.phone)
  const street = streetId ?? read.register.street[0]?.value.path
  if (street !== undefined && !rehearsal) await passGate(tx, street, 'file')
  const joined = await joinedPersons(tx, { streetId: streetId ?? '', vault: given.vault }, phones)
  const known = await loadKnown(tx, streetId, { vault: given.vault, register: read.register, joined })
  const problems = [...read.problems, ...checkRegister(read, known, scope)]
  if (problems.length > 0) return { ok: false, problems }

  if (street === undefined) throw new Error('a file without a street was not refused')
  return rehearse(tx, rehearsal, () =>
    writeRegister(tx, read.register, { ...given, joined, streetId: street }),
  )
}

/** A look goes all the way to the database and back, so that its numbers are those of an import. */
async function rehearse(tx: Tx, rehearsal: boolean, write: () => Promise<Summary>): Promise<Outcome> {
  if (!rehearsal) return { ok: true, summary: await write() }
  await sql`savepoint rehearsal`.execute(tx)
  const summary = await write()
  await sql`rollback to savepoint rehearsal`.execute(tx)
  return { ok: true, summary }
}

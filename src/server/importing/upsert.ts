import { type Insertable, sql } from 'kysely'
import type { Tx } from '../storage/database'
import type { Tables } from '../storage/tables'

export interface Written {
  added: number
  changed: number
  same: number
}

/** As many rows as one statement carries; they travel as one JSON text, so no parameter limit applies. */
const AT_ONCE = 2_000

interface Writing<Name extends keyof Tables> {
  table: Name
  /** The primary key: the street and the row's own name in it. */
  key: keyof Insertable<Tables[Name]> & string
  /** Columns whose change makes a known row another one. */
  compared: (keyof Insertable<Tables[Name]> & string)[]
  /** Columns written with a new row alone. */
  once?: (keyof Insertable<Tables[Name]> & string)[]
  /** What is compared within the columns, for a column of JSON. */
  within?: Partial<Record<string, string>>
}

export interface Touched {
  added: string[]
  changed: string[]
}

/** Writes the rows that are new or differ and answers their keys: the same rows again touch nothing. */
export async function upsert<Name extends keyof Tables>(
  tx: Tx,
  { table, key, compared, once = [], within = {} }: Writing<Name>,
  rows: Insertable<Tables[Name]>[],
): Promise<Touched> {
  const touched: Touched = { added: [], changed: [] }
  const [first] = rows
  if (!first) return touched
  const names = Object.keys(first)
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const kept = new Set<string>(['street_id', key, ...once])
  const set = names
    .filter((name) => !kept.has(name))
    .map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`)
  const part = (from: string, name: string) => {
    const inner = within[name]
    return inner ? sql`${sql.ref(`${from}.${name}`)} -> ${sql.lit(inner)}` : sql.ref(`${from}.${name}`)
  }
  const differs = compared.map((name) => sql`${part(table, name)} is distinct from ${part('excluded', name)}`)
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const batch = JSON.stringify(rows.slice(at, at + AT_ONCE))
    const written = await sql<{ key: string; fresh: boolean }>`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${batch}::json)
      on conflict (street_id, ${sql.ref(key)}) do update set ${sql.join(set)}
      where ${sql.join(differs, sql` or `)}
      returning ${sql.ref(key)} as key, xmax = 0 as fresh`.execute(tx)
    for (const row of written.rows) touched[row.fresh ? 'added' : 'changed'].push(row.key)
  }
  return touched
}

export const counted = ({ added, changed }: Touched, total: number): Written => ({
  added: added.length,
  changed: changed.length,
  same: total - added.length - changed.length,
})

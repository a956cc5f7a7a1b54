import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Tx } from './database'
import type { Tables } from './tables'

/** As many rows as one statement carries. */
const AT_ONCE = 2_000

/** Inserts many rows; those that are there already stay as they are. */
export async function insertAll<Name extends keyof Tables>(
  tx: Tx,
  table: Name,
  rows: Insertable<Tables[Name]>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const batch = rowsOf(table, rows.slice(at, at + AT_ONCE))
    await sql`insert into ${sql.table(table)} ${batch} on conflict do nothing`.execute(tx)
  }
}

/** A row to be written; what is JSON in it stays the value it is. */
type Row<Table> = {
  [Column in keyof Insertable<Table>]:
    | Insertable<Table>[Column]
    | Selectable<Table>[Column & keyof Selectable<Table>]
}

/**
 * `(columns) select …`: what follows `insert into <table>`. The rows, at least one, all with the same columns, travel as
 * one JSON text, so no parameter limit applies.
 */
export function rowsOf<Name extends keyof Tables>(
  table: Name,
  rows: readonly Row<Tables[Name]>[],
): RawBuilder<unknown> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)))
  return sql`(${columns}) select ${columns}
    from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`
}

import { type Insertable, sql } from 'kysely'
import type { Tx } from './database'
import type { Tables } from './tables'

/** As many rows as one statement carries; they travel as one JSON text, so no parameter limit applies. */
const AT_ONCE = 2_000

/** Inserts many rows; those that are there already stay as they are. */
export async function insertAll<Name extends keyof Tables>(
  tx: Tx,
  table: Name,
  rows: Insertable<Tables[Name]>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const batch = JSON.stringify(rows.slice(at, at + AT_ONCE))
    await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${batch}::json)
      on conflict do nothing`.execute(tx)
  }
}

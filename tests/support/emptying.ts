import { sql } from 'kysely'
import type { Store } from '../../src/server/storage/database'
import type { Tables } from '../../src/server/storage/tables'

/**
 * Empties these tables and all that refer to them, as `truncate … cascade` does, in a quarter of its time: truncating
 * gives a new file to each of a hundred tables and their indexes, which a handful of rows are not worth.
 * Like truncate it asks no trigger.
 */
export async function emptied({ db }: Store, ...tables: (keyof Tables)[]): Promise<void> {
  const named = sql.join(tables.map((table) => sql.lit(table)))
  await sql`
    do $$
    declare told text;
    begin
      set local session_replication_role = replica;
      for told in
        with recursive hit(id) as (
          select to_regclass(name)::oid from unnest(array[${named}]) name
          union select conrelid from pg_constraint join hit on confrelid = id where contype = 'f'
        )
        select id::regclass from hit
      loop
        execute 'delete from ' || told;
      end loop;
    end $$`.execute(db)
}

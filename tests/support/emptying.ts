import { type RawBuilder, sql } from 'kysely'
import type { Store } from '../../src/server/storage/database'
import type { Tables } from '../../src/server/storage/tables'

/** Empties these tables and all that refer to them, as `truncate … cascade` does. */
export const emptied = (store: Store, ...tables: (keyof Tables)[]): Promise<void> =>
  emptyEach(
    store,
    sql`
      with recursive hit(id) as (
        select to_regclass(name)::oid from unnest(array[${sql.join(tables.map((table) => sql.lit(table)))}]) name
        union select conrelid from pg_constraint join hit on confrelid = id where contype = 'f'
      )
      select id::regclass from hit`,
  )

/** Empties every table, the logs that otherwise nothing empties too: the database is as when it was opened. */
export const asNew = (store: Store): Promise<void> =>
  emptyEach(
    store,
    sql`
      select format('app.%I', tablename) from pg_tables
        where schemaname = 'app' and tablename not like '%migration%'`,
  )

/**
 * Deleting takes a quarter of the time of truncating, which gives a new file to each of a hundred tables and their
 * indexes: a handful of rows are not worth that. As with truncating no trigger of a row is asked.
 */
async function emptyEach({ db }: Store, tables: RawBuilder<unknown>): Promise<void> {
  await sql`
    do $$
    declare told text;
    begin
      set local session_replication_role = replica;
      for told in ${tables} loop
        execute 'delete from ' || told;
      end loop;
    end $$`.execute(db)
}

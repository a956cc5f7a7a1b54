import { type RawBuilder, sql } from 'kysely'

/** A body in which somebody else is named in one field: whoever has proven the number it was written under. */
export const named = (field: string, personId: string): RawBuilder<never> =>
  sql<never>`jsonb_set(body, ${sql.lit(`{${field}}`)}, to_jsonb(${personId}::text))`

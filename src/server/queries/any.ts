import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Whether a column holds one of these; they travel as one parameter, however many they are, and may be none. */
export const isAnyOf = (column: string, values: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} = any(${[...values]}::text[])`

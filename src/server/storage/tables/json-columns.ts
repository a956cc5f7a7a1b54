import type { ColumnType } from 'kysely'

/**
 * jsonb. A plain object may be written as it is; anything else only as JSON text, for pg would turn
 * an array into a PostgreSQL array. Read back it is always the value itself.
 */
export type JsonObject<Value extends object> = ColumnType<Value, Value | string, Value | string>
export type JsonValue = ColumnType<unknown, string, string>
type Detail = Record<string, unknown>
export type DetailWithDefault = ColumnType<Detail, Detail | string | undefined, Detail | string>

import { type Dialect, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import { COLUMN_READERS } from './column-types'

export interface ServerOptions {
  /** Connections this process may hold. */
  max: number
  /** Milliseconds after which the server gives up a statement; 0 = never. */
  statementTimeout: number
}

/** Kysely over a PostgreSQL server (15 to 18), everything in the schema `app`. */
export function serverDialect(url: string, { max, statementTimeout }: ServerOptions): Dialect {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: 'loudong',
    // Sent when connecting. A pooler that refuses it needs `alter role … set search_path = app` instead.
    options: '-c search_path=app',
    statement_timeout: statementTimeout,
    // A crashed or hung process must not hold row locks for ever.
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  })
  // A server that drops an idle connection (restart, failover) is no failure here: the next query opens another.
  pool.on('error', () => undefined)
  // One that drops a connection between two statements of a transaction is told by the next statement; without
  // a listener Node would end the whole process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new PostgresDialect({ pool })
}

const getTypeParser: typeof types.getTypeParser = (type, format?: 'text' | 'binary') =>
  (format !== 'binary' && COLUMN_READERS[type]) || types.getTypeParser(type, format)

import type { PGlite } from '@electric-sql/pglite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'

/** Kysely over the embedded database: PostgreSQL's own SQL, one connection, one user of it at a time. */
export const pgliteDialect = (pg: PGlite): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createDriver: () => new PgliteDriver(pg),
})

/** A transaction keeps the connection to its end; everybody else waits in the order of asking. */
class PgliteDriver implements Driver {
  private lastInLine: Promise<void> = Promise.resolve()

  constructor(private readonly pg: PGlite) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PgliteConnection> {
    const before = this.lastInLine
    let release: () => void = () => undefined
    this.lastInLine = new Promise((resolve) => {
      release = resolve
    })
    await before
    return new PgliteConnection(this.pg, release)
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin isolation level read committed'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(connection: PgliteConnection): Promise<void> {
    connection.release()
  }

  /** Waits for those in line; whoever opened the engine closes it. */
  async destroy(): Promise<void> {
    await this.lastInLine
  }
}

class PgliteConnection implements DatabaseConnection {
  constructor(
    private readonly pg: PGlite,
    readonly release: () => void,
  ) {}

  /** Without parameters the text may hold several statements, as migrations do; the last result is the answer. */
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const result =
      parameters.length > 0
        ? await this.pg.query<Row>(sql, [...parameters])
        : (await this.pg.exec(sql)).at(-1)
    return {
      rows: (result?.rows ?? []) as Row[],
      numAffectedRows: BigInt(result?.affectedRows ?? 0),
    }
  }

  /** The engine has no cursor over this interface: the whole answer comes as one piece. */
  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query)
  }
}

import fastify, { type FastifyInstance } from 'fastify'
import { Pool } from 'pg'
import { v7 as newId } from 'uuid'
import { Gathering } from '#server/together/gathering'
import { asAnotherCall, forSoMany, type Statement } from './record'

const POOL = 10

/** The baseline: a handler that parses JSON, sends the recorded statements and answers JSON. No rules, no rights. */
export async function openBareDoor(
  url: string,
  calls: Record<string, Statement[]>,
): Promise<FastifyInstance> {
  const { app, pool } = bareApp(url)
  for (const [path, statements] of Object.entries(calls)) {
    app.post(path, async () => ({ ok: true, data: await replay(pool, asAnotherCall(statements, freshName)) }))
  }
  return app
}

/**
 * The same baseline for calls that go together: the recorded statements are those of one large group, and as many calls
 * as come while others are under way send as much of it.
 */
export async function openBareGroups(
  url: string,
  path: string,
  { statements, fresh }: { statements: Statement[]; fresh: (old: string) => string },
): Promise<FastifyInstance> {
  const { app, pool } = bareApp(url)
  const carryOut = async (calls: readonly unknown[]) => {
    const rows = await replay(pool, asAnotherCall(forSoMany(statements, calls.length), fresh))
    return calls.map(() => rows)
  }
  const gathering = new Gathering({ touches: () => [], carryOut })
  app.post(path, async ({ body }) => {
    await gathering.ask(body)
    return { ok: true, data: {} }
  })
  return app
}

function bareApp(url: string): { app: FastifyInstance; pool: Pool } {
  const pool = new Pool({ connectionString: url, max: POOL, options: '-c search_path=app' })
  const app = fastify()
  app.addHook('onClose', () => pool.end())
  return { app, pool }
}

async function replay(pool: Pool, statements: Statement[]): Promise<unknown> {
  const client = await pool.connect()
  let largest: unknown[] = []
  let failure: Error | undefined
  try {
    for (const { text, values } of statements) {
      const { rows } = await client.query(text, values)
      if (rows.length > largest.length) largest = rows
    }
  } catch (error) {
    // A connection left in the middle of a transaction would fail every later call as well.
    failure = error instanceof Error ? error : new Error(String(error))
    throw failure
  } finally {
    client.release(failure)
  }
  return largest
}

let number = 0

export function freshName(old: string): string {
  if (old.startsWith('XJ')) return `XJ9${String(++number).padStart(9, '0')}`
  return old.startsWith('bench-') ? `bench-${++number}` : newId()
}

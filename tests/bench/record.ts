import { Client } from 'pg'

export interface Statement {
  text: string
  values: unknown[]
}

/** Every statement sent to PostgreSQL while `work` runs, in order, exactly as sent. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const send = Client.prototype.query
  Client.prototype.query = function (this: Client, ...args: Parameters<typeof send>) {
    const [asked, values] = args as unknown as [string | Statement, unknown[] | undefined]
    statements.push({
      text: typeof asked === 'string' ? asked : asked.text,
      values: (typeof asked === 'string' ? values : asked.values) ?? [],
    })
    return Reflect.apply(send, this, args)
  } as typeof send
  try {
    await work()
  } finally {
    Client.prototype.query = send
  }
  return statements
}

const MADE_IN_THIS_CALL =
  /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|XJ\d{10}|bench-\d+|voter-\d+/g

/** The same statements for another call: each id, number and key of the recorded one becomes a new one. */
export function asAnotherCall(statements: Statement[], fresh: (old: string) => string): Statement[] {
  const renamed = new Map<string, string>()
  const rename = (old: string): string => {
    const known = renamed.get(old) ?? fresh(old)
    renamed.set(old, known)
    return known
  }
  return statements.map(({ text, values }) => ({
    text,
    values: values.map((value) => renamedIn(value, rename)),
  }))
}

function renamedIn(value: unknown, rename: (old: string) => string): unknown {
  if (typeof value === 'string') return value.replace(MADE_IN_THIS_CALL, rename)
  if (Array.isArray(value)) return value.map((one) => renamedIn(one, rename))
  const isJson = typeof value === 'object' && value !== null
  return isJson ? JSON.stringify(value).replace(MADE_IN_THIS_CALL, rename) : value
}

/** The statements of a group, for a smaller one: of every list only so many entries. */
export const forSoMany = (statements: Statement[], calls: number): Statement[] =>
  statements.map(({ text, values }) => ({
    text,
    values: values.map((value) => (Array.isArray(value) ? value.slice(0, calls) : cutJson(value, calls))),
  }))

function cutJson(value: unknown, calls: number): unknown {
  if (typeof value !== 'string' || !value.startsWith('[')) return value
  return JSON.stringify((JSON.parse(value) as unknown[]).slice(0, calls))
}

/** Only the last transaction of what was recorded. */
export function lastTransaction(statements: Statement[]): Statement[] {
  const begins = statements.map(({ text }) => /^(begin|start transaction)/i.test(text))
  return statements.slice(begins.lastIndexOf(true))
}

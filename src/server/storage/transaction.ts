import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Dialect, Kysely, LogEvent, Transaction } from 'kysely'
import { isWorthAnotherTry } from './failures'

const TRIES = 5

/** What is known of the transaction that the current chain of calls runs in. */
interface Running {
  open: boolean
  failure?: unknown
}

/**
 * Runs work as one READ COMMITTED transaction, again if another one got in its way, and holds two promises
 * that the database alone does not keep:
 * - the root handle inside a transaction is refused at once (PGlite, and a pool of one, would wait for ever);
 * - work that swallowed a failed statement is not acknowledged (PostgreSQL answers its commit with a rollback).
 */
export class Transactions {
  private readonly running = new AsyncLocalStorage<Running>()

  /** The dialect whose connections are refused to callers that already are inside a transaction. */
  guard(dialect: Dialect): Dialect {
    const driver = dialect.createDriver()
    const acquire = driver.acquireConnection.bind(driver)
    driver.acquireConnection = async () => {
      if (this.running.getStore()?.open)
        throw new Error('Inside a transaction only its own handle may be asked, not the database.')
      return acquire()
    }
    return {
      createAdapter: () => dialect.createAdapter(),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createDriver: () => driver,
    }
  }

  /** Kysely reports every statement here; a failed one spoils the transaction it ran in. */
  readonly watch = (event: LogEvent): void => {
    const running = this.running.getStore()
    if (event.level === 'error' && running?.open) running.failure ??= event.error
  }

  async run<Tables, Answer>(
    db: Kysely<Tables>,
    work: (tx: Transaction<Tables>) => Promise<Answer>,
  ): Promise<Answer> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.once(db, work)
      } catch (error) {
        if (tried === TRIES || !isWorthAnotherTry(error)) throw error
        // Chance keeps the two from meeting again.
        await pause(Math.random() * 10 * 2 ** tried)
      }
    }
  }

  private once<Tables, Answer>(
    db: Kysely<Tables>,
    work: (tx: Transaction<Tables>) => Promise<Answer>,
  ): Promise<Answer> {
    return db
      .transaction()
      .setIsolationLevel('read committed')
      .execute((tx) => {
        const running: Running = { open: true }
        return this.running.run(running, () => complete(running, work(tx)))
      })
  }
}

async function complete<Answer>(running: Running, working: Promise<Answer>): Promise<Answer> {
  try {
    const answer = await working
    if (running.failure) throw running.failure
    return answer
  } finally {
    running.open = false
  }
}

import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { System } from './operation'
import { isUnavailable, type Tx } from './storage/database'

type Keeping = Pick<System, 'store' | 'clock' | 'report'>

export interface Asked {
  now: number
  /** Ids of what failed in this run: it is left for the next one. */
  failed: string[]
}

/** One kind of thing that happens by itself. */
interface Kind<Due> {
  /** What is due first, locked, and none of those that failed; what somebody else is at is passed over. */
  claim(tx: Tx, asked: Asked): Promise<Due | undefined>
  idOf(due: Due): string
  work(tx: Tx, due: Due, now: number): Promise<void>
  /** What a failure is reported under. */
  nameOf(due: Due): string
}

/**
 * Does what is due, one thing after the other, at most `limit` of them; answers how many. Each in a transaction of its
 * own, so that any number of workers may run at once and one may die at any moment. What fails is reported and left
 * for the next run, the others go on; a database that cannot be reached ends the run.
 */
export async function oneByOne<Due>(system: Keeping, limit: number, kind: Kind<Due>): Promise<number> {
  const failed: string[] = []
  let done = 0
  while (done + failed.length < limit) {
    let due: Due | undefined
    try {
      await system.store.transaction(async (tx) => {
        const now = await system.clock(tx)
        due = await kind.claim(tx, { now, failed })
        if (due !== undefined) await kind.work(tx, due, now)
      })
      if (due === undefined) return done
      done += 1
    } catch (surprise) {
      if (due === undefined || isUnavailable(surprise)) throw surprise
      system.report(surprise, kind.nameOf(due))
      failed.push(kind.idOf(due))
    }
  }
  return done
}

interface Claimable<Query> {
  where(is: Expression<SqlBool>): Query
  orderBy(by: RawBuilder<unknown>): Query
  limit(most: number): Query
  forUpdate(of?: never): Query
  skipLocked(): Query
}

/**
 * Of a query over rows with an `id` that keep when something happens to them in `next_at`: the one that is due first,
 * held; one that somebody else is at is passed over. `row` is the table's name in the query.
 */
export function firstDue<Query extends Claimable<Query>>(
  query: Query,
  row: string,
  { now, failed }: Asked,
): Query {
  const [at, id] = [sql.ref(`${row}.next_at`), sql.ref(`${row}.id`)]
  return query
    .where(sql<SqlBool>`${at} <= ${now} and ${id} <> all(${failed}::text[])`)
    .orderBy(at)
    .orderBy(id)
    .limit(1)
    .forUpdate(row as never)
    .skipLocked()
}

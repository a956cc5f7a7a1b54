import { writeSync } from 'node:fs'
import { openDatabase } from '../../src/server/storage/database'
import { migrate } from '../../src/server/storage/migrate'

/**
 * A process to be killed: opens the data folder given, tells what it found there ("kept <a> <b>"),
 * then commits pair after pair for ever and acknowledges each ("done <n>") once its commit has returned.
 */
async function main(dataFolder: string): Promise<void> {
  const store = await openDatabase({ databaseUrl: null, databasePool: 1, dataFolder })
  await migrate(store.db)
  const rows = await store.db.selectFrom('daily_numbers').select(['day', 'last']).execute()
  const kept = (day: string) => rows.filter((row) => row.day.startsWith(day)).length
  tell(`kept ${kept('a')} ${kept('b')}`)

  for (let n = kept('a') + 1; ; n += 1) {
    await store.transaction(async (tx) => {
      const pair = ['a', 'b'].map((half) => ({ street_id: 's', day: `${half}${n}`, last: n }))
      for (const row of pair) await tx.insertInto('daily_numbers').values(row).execute()
    })
    tell(`done ${n}`)
  }
}

/** Written at once: a line still in a buffer when the process dies would not count. */
const tell = (line: string): void => void writeSync(1, `${line}\n`)

main(process.argv[2] ?? '').catch((error: Error) => {
  writeSync(2, error.message)
  process.exit(1)
})

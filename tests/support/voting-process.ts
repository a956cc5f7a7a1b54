import { writeSync } from 'node:fs'
import { CHOICES } from '#core/council/tally'
import { dispatch } from '#server/dispatch'
import { openSession } from '#server/people/sessions'
import { openDatabase } from '#server/storage/database'
import { STREET, systemOn } from '../server/concerns/small-street'

/**
 * A process to be killed: casts ballot after ballot for one house, each with the key of its own number, and
 * acknowledges each ("done <n> <receipt>") once it was answered. It begins with the number that was under way when
 * its predecessor died: whether that one was carried out nobody knows.
 */
async function main([url = '', pollId = '', now = '', first = '']: string[]): Promise<void> {
  const store = await openDatabase({ databaseUrl: url, databasePool: 2, dataFolder: '' })
  const time = { now: Number(now) }
  const system = systemOn(store, time, (surprise) => writeSync(2, String(surprise)))
  const session = { personId: 'p.head', now: time.now }
  const { token } = await store.transaction((tx) => openSession(tx, STREET, session))

  for (let n = Number(first); ; n += 1) {
    const choice = CHOICES[n % CHOICES.length]
    const envelope = await dispatch(system, {
      operation: 'ballots.cast',
      input: { pollId, votes: [{ unitId: 'JX-001', choice }], salt: 's'.repeat(16) },
      key: `ballot-number-${n}`,
      credentials: { kind: 'token', token },
      requestId: 'vote',
    })
    // Written at once: a line still in a buffer when the process dies would not count.
    writeSync(1, `${envelope.ok ? 'done' : 'refused'} ${n} ${JSON.stringify(envelope)}\n`)
  }
}

main(process.argv.slice(2)).catch((failure: Error) => {
  writeSync(2, failure.message)
  process.exit(1)
})

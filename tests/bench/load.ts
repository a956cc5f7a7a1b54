import { join } from 'node:path'
import autocannon from 'autocannon'

export interface Round {
  perSecond: number
  p99: number
  failed: number
}

/** One burst of the same call for some seconds, each time as another command. */
export const burst = (url: string, call: { token: string; body: string }, seconds: number): Promise<Round> =>
  shoot({
    url,
    connections: 16,
    duration: seconds,
    headers: { authorization: `Bearer ${call.token}`, 'content-type': 'application/json' },
    body: call.body,
    requests: [{ setupRequest: join(__dirname, 'fresh-key.cjs') }],
  })

/** Calls a connection sends in a row before it has cast for ten more houses: see vote-requests.cjs. */
export const CALLS_A_ROUND = 11
/** Phones that vote at the same moment; the calls of the whole day divide by it. */
export const CONNECTIONS = 879

export interface Slice {
  /** The first house, from nought. */
  from: number
  /** A multiple of `CALLS_A_ROUND * CONNECTIONS`. */
  calls: number
  pollId: string
}

/** A slice of a vote day. */
export function votes(url: string, { from, calls, pollId }: Slice): Promise<Round> {
  process.env.BENCH_VOTES = [from, housesIn(calls) / CONNECTIONS, pollId].join()
  return shoot({
    url,
    connections: CONNECTIONS,
    amount: calls,
    headers: { 'content-type': 'application/json' },
    setupClient: join(__dirname, 'vote-requests.cjs') as never,
  })
}

/** Of eleven calls one comes again. */
export const housesIn = (calls: number): number => calls - calls / CALLS_A_ROUND

/** Load from a thread of its own. `failed` counts everything that was not a 200. */
async function shoot(load: autocannon.Options): Promise<Round> {
  const result = await autocannon({ ...load, workers: 1, method: 'POST' })
  return {
    perSecond: result.requests.total / result.duration,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  }
}

export const median = (figures: number[]): number => {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

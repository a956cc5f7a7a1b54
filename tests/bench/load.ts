import { join } from 'node:path'
import autocannon from 'autocannon'

export interface Round {
  perSecond: number
  p99: number
  failed: number
}

/** One burst of load from a thread of its own. `failed` counts everything that was not a 200. */
export async function burst(
  url: string,
  call: { token: string; body: string },
  seconds: number,
): Promise<Round> {
  const result = await autocannon({
    url,
    connections: 16,
    duration: seconds,
    workers: 1,
    method: 'POST',
    headers: { authorization: `Bearer ${call.token}`, 'content-type': 'application/json' },
    body: call.body,
    requests: [{ setupRequest: join(__dirname, 'fresh-key.cjs') }],
  })
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  }
}

export const median = (figures: number[]): number => {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

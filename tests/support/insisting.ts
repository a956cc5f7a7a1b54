import type { Envelope } from '../../src/contracts/envelope'

/** As a phone does when the server has no connection left for it: the same command again, under the same key. */
export async function insisting<Data>(ask: () => Promise<Envelope<Data>>): Promise<Envelope<Data>> {
  for (;;) {
    const answer = await ask()
    if (answer.ok || answer.error.code !== 'UNAVAILABLE') return answer
  }
}

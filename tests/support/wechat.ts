import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One call as WeChat's server received it. */
export interface Received {
  path: string
  query: Record<string, string>
  body: unknown
}

/** What WeChat answers: a JSON value, the bytes of an image, `undefined` for a silence that ends in a timeout. */
export type Said = object | Buffer | string | undefined

/**
 * Stands in for api.weixin.qq.com: `answer` says what comes back for each call, as the public documentation
 * describes it; everything received is kept in `calls`.
 */
export async function startWechat(answer: (received: Received) => Said) {
  const calls: Received[] = []
  // A busy test must not find a connection that was closed while it was at work.
  const server = createServer({ keepAliveTimeout: 120_000 }, async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://wechat')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    const received = {
      path: pathname,
      query: Object.fromEntries(searchParams),
      body: text === '' ? null : JSON.parse(text),
    }
    calls.push(received)
    const said = answer(received)
    if (said === undefined) return
    // WeChat names its JSON text/plain, also when it says no.
    const type = Buffer.isBuffer(said) ? 'image/jpeg' : 'text/plain'
    const bytes = Buffer.isBuffer(said) || typeof said === 'string' ? said : JSON.stringify(said)
    response.writeHead(200, { 'content-type': type }).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

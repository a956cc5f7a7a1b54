import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Stands in for https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html:
 * a code `name-1` belongs to the WeChat user `openid-of-name`; each code works once, as the real ones do.
 */
export async function startCodeExchange(): Promise<{ address: string; stop(): void }> {
  const used = new Set<string>()
  const server = createServer((request, response) => {
    const code = new URL(request.url ?? '', 'http://wechat').searchParams.get('js_code') ?? ''
    const answer = used.has(code)
      ? { errcode: 40163, errmsg: 'code been used' }
      : { openid: `openid-of-${code.split('-')[0]}`, session_key: 'HyVFkGl5F5OQWJZZaNzBBg==' }
    used.add(code)
    response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

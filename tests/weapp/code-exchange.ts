import { randomBytes } from 'node:crypto'
import { type Received, type Said, startWechat } from '../support/wechat'

/** WeChat as these journeys need it, and the numbers it gave to the photos it was asked to check. */
export interface StandIn {
  address: string
  traces: string[]
  stop(): void
}

/**
 * Stands in for api.weixin.qq.com, by its public documentation: code2session, where a code `name-1` belongs to the WeChat
 * user `openid-of-name` and works once; the access token; the check of words, which finds nothing; the check of photos,
 * whose answer the test pushes.
 */
export async function startCodeExchange(): Promise<StandIn> {
  const used = new Set<string>()
  const traces: string[] = []
  const { address, stop } = await startWechat(
    ({ path, query }) => answers[path]?.(query) ?? { errcode: 40066 },
  )

  const answers: Record<string, (query: Received['query']) => Said> = {
    '/sns/jscode2session': ({ js_code: code = '' }) => {
      if (used.has(code)) return { errcode: 40163, errmsg: 'code been used' }
      used.add(code)
      return { openid: `openid-of-${code.split('-')[0]}`, session_key: randomBytes(16).toString('base64') }
    },
    '/cgi-bin/stable_token': () => ({ access_token: 'token', expires_in: 7200 }),
    '/wxa/msg_sec_check': () => ({ errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } }),
    '/wxa/media_check_async': () => {
      traces.push(`trace-${traces.length + 1}`)
      return { errcode: 0, errmsg: 'ok', trace_id: traces.at(-1) }
    },
  }
  return { address, traces, stop }
}

import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { type Received, type Said, startWechat } from '../support/wechat'

/** What a `getPhoneNumber` button hands out: the code stands for the number. Each works once, as the real ones do. */
export const phoneCode = (phone: string): string => `phone-${phone}`

/** WeChat as these journeys need it, and the numbers it gave to the photos it was asked to check. */
export interface StandIn {
  address: string
  traces: string[]
  stop(): void
}

/**
 * Stands in for the parts of api.weixin.qq.com that the app needs, as the public documentation describes them:
 * a login code `name-1` belongs to the WeChat user `openid-of-name`; words are in order; the answer about a photo is
 * pushed by the test.
 */
export async function startCodeExchange(): Promise<StandIn> {
  const used = new Set<string>()
  const traces: string[] = []
  const once = (code: string, stale: object, answer: object): object => {
    if (used.has(code)) return stale
    used.add(code)
    return answer
  }
  const picture = await sharp({ create: { width: 640, height: 640, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer()
  const answers: Record<string, (received: Received) => Said> = {
    '/sns/jscode2session': ({ query: { js_code = '' } }) =>
      once(
        js_code,
        { errcode: 40163, errmsg: 'code been used' },
        { openid: `openid-of-${js_code.split('-')[0]}`, session_key: randomBytes(16).toString('base64') },
      ),
    '/cgi-bin/stable_token': () => ({ access_token: 'token', expires_in: 7200 }),
    '/wxa/business/getuserphonenumber': ({ body }) => {
      const { code } = body as { code: string }
      const phone_info = { purePhoneNumber: code.replace('phone-', ''), countryCode: '86' }
      return once(code, { errcode: 40029, errmsg: 'invalid code' }, { errcode: 0, errmsg: 'ok', phone_info })
    },
    '/wxa/msg_sec_check': () => ({ errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } }),
    '/wxa/media_check_async': () => {
      traces.push(`trace-${traces.length + 1}`)
      return { errcode: 0, errmsg: 'ok', trace_id: traces.at(-1) }
    },
    '/wxa/getwxacodeunlimit': () => picture,
  }
  const { address, stop } = await startWechat(
    (received) => answers[received.path]?.(received) ?? { errcode: 48001, errmsg: 'no right' },
  )
  return { address, traces, stop }
}

import { number, object, optional, safeParse } from 'valibot'
import type { AccessTokens } from './access-token'
import type { WechatAccount } from './account'
import { WECHAT_PATHS, type WechatAnswer, type WechatApi } from './api'

const TIMEOUT_MS = 5_000

/** WeChat's word for a token that is wrong, has run out, or was replaced by a newer one. */
const TOKEN_PROBLEMS = [40001, 40014, 42001]

/** WeChat's server interface over HTTPS, for an installation of one's own. */
export function wechatOverHttps(
  { baseUrl }: Pick<WechatAccount, 'baseUrl'>,
  tokens: AccessTokens,
  timeoutMs = TIMEOUT_MS,
): WechatApi {
  const ask = (token: string, path: string, body: object) =>
    post(`${baseUrl}${path}?${new URLSearchParams({ access_token: token })}`, body, timeoutMs)

  return {
    async call(name, body) {
      const path = WECHAT_PATHS[name]
      const token = await tokens.current()
      if (token === null) return { kind: 'unreachable' }
      const answer = await ask(token, path, body)
      if (answer.kind !== 'refused' || !TOKEN_PROBLEMS.includes(answer.errcode)) return answer

      const another = await tokens.insteadOf(token)
      return another === null ? { kind: 'unreachable' } : ask(another, path, body)
    },
  }
}

const failure = object({ errcode: optional(number()) })

/** Posts JSON. The error of a lost connection is dropped on purpose: its text may hold the address, and so the token. */
export async function post(address: string, body: object, timeoutMs: number): Promise<WechatAnswer> {
  try {
    const said = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    const bytes = Buffer.from(await said.arrayBuffer())
    if (said.headers.get('content-type')?.startsWith('image/')) return { kind: 'image', bytes }
    return read(JSON.parse(bytes.toString('utf8')))
  } catch {
    return { kind: 'unreachable' }
  }
}

/** WeChat says no with HTTP 200 and an errcode; -1 means that it is busy. */
function read(data: unknown): WechatAnswer {
  const { success, output } = safeParse(failure, data)
  if (!success || output.errcode === -1) return { kind: 'unreachable' }
  if (output.errcode) return { kind: 'refused', errcode: output.errcode }
  return { kind: 'answered', data }
}

import { number, object, optional, safeParse, string } from 'valibot'
import type { Refusal } from '#core/refusals'
import { ok, type Result, refuse } from '#core/result'
import type { WechatAccount } from './account'

/** Tells which WeChat user stands at the door. */
export interface WechatDoor {
  /** Changes the one-time code of `wx.login` into that user's openid. */
  openidOf(code: string): Promise<Result<string>>
}

const TIMEOUT_MS = 5_000

/** Asks WeChat's code2session; an installation without an account answers that the door is closed. */
export const openWechatDoor = (account: WechatAccount, timeoutMs = TIMEOUT_MS): WechatDoor => ({
  async openidOf(code) {
    const { appId, secret } = account
    if (!appId || !secret) return refuse('UNAVAILABLE')

    const asked = new URLSearchParams({
      appid: appId,
      secret,
      js_code: code,
      grant_type: 'authorization_code',
    })
    return openidIn(await answerFrom(`${account.baseUrl}/sns/jscode2session?${asked}`, timeoutMs))
  },
})

/** The answer of code2session. WeChat also sends session_key: it is never read, so it cannot leak. */
const answer = object({ openid: optional(string()), errcode: optional(number()) })

/** WeChat says no with HTTP 200 and one of the errcodes of its code2session documentation. */
const REFUSALS: Record<number, Refusal> = {
  [-1]: 'UNAVAILABLE', // WeChat is busy
  40029: 'NOT_AUTHENTICATED', // the code is wrong or has expired
  40163: 'NOT_AUTHENTICATED', // the code was used before
  40226: 'FORBIDDEN', // WeChat blocks this user as high-risk
  45011: 'RATE_LIMITED', // too many calls for this user
}

function openidIn(said: unknown): Result<string> {
  const { success, output } = safeParse(answer, said)
  if (success && output.openid) return ok(output.openid)
  if (!success || output.errcode === undefined) return refuse('UNAVAILABLE')

  const refusal = REFUSALS[output.errcode]
  if (refusal) return refuse(refusal)
  // Any other code (a wrong app secret, an address not allowed) is ours to mend.
  throw new Error(`code2session answered errcode ${output.errcode}`)
}

/** `undefined` when WeChat cannot be reached in time or does not answer JSON; the caller then says "try later". */
async function answerFrom(address: string, timeoutMs: number): Promise<unknown> {
  try {
    const said = await fetch(address, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' })
    return await said.json()
  } catch {
    // The error is dropped on purpose: its text may hold the address, and the address holds our app secret.
    return undefined
  }
}

import cloud from 'wx-server-sdk'
import type { WechatAnswer, WechatApi } from '#server/wechat/api'

/**
 * WeChat's server interface from inside its cloud: no access token is needed, but the function's config.json must
 * name each call (permissions.openapi).
 */
export const wechatInCloud: WechatApi = {
  async call(name, body) {
    const [part, method] = name.split('.') as [string, string]
    // Without conversion: bodies and answers are then named as over HTTPS.
    const ask = cloud.openapi({ convertCase: false })[part]?.[method]
    if (!ask) throw new Error(`WeChat's SDK knows no ${name}`)
    try {
      const answer = await ask(body)
      return answer.buffer ? { kind: 'image', bytes: answer.buffer } : { kind: 'answered', data: answer }
    } catch (failure) {
      return failed(failure)
    }
  },
}

/** The cloud's own codes for "this function may not call that": not ours to try again, like WeChat's positive ones. */
const NO_PERMISSION = [-601004, -604101]

/** -1 is WeChat being busy, other negative codes are the cloud's: both worth another try. */
function failed(failure: unknown): WechatAnswer {
  const errcode = (failure as { errCode?: unknown }).errCode
  return typeof errcode === 'number' && (errcode > 0 || NO_PERMISSION.includes(errcode))
    ? { kind: 'refused', errcode }
    : { kind: 'unreachable' }
}

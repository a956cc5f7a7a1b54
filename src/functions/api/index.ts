import { v7 as newId } from 'uuid'
import cloud from 'wx-server-sdk'
import type { Envelope } from '#contracts/envelope'
import { ok, refuse } from '#core/result'
import { dispatch } from '#server/dispatch'
import { systemOfInstance } from '../system'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

interface Event {
  operation?: unknown
  input?: unknown
  key?: unknown
}

/** wx.cloud.callFunction({ name: 'api', data: { operation, input, key } }): WeChat itself says who calls. */
export async function main({ operation, input, key }: Event): Promise<Envelope<unknown>> {
  const { OPENID } = cloud.getWXContext()
  // The SDK makes a number of what is all digits, and a long one loses some: that is nobody's name any more.
  const openid = typeof OPENID === 'string' ? OPENID : null
  const requestId = newId()
  const system = await systemOfInstance()
  if (!system) return { ok: false, error: { code: 'UNAVAILABLE', requestId } }

  // Here no code need be exchanged: the openid is already known, and is the only one that may sign in.
  const wechat = { openidOf: async () => (openid ? ok(openid) : refuse('NOT_AUTHENTICATED')) }
  return dispatch(
    { ...system, wechat },
    {
      operation: typeof operation === 'string' ? operation : '',
      input: input ?? {},
      key: typeof key === 'string' ? key : null,
      credentials: openid ? { kind: 'wechat', openid } : { kind: 'none' },
      requestId,
    },
  )
}

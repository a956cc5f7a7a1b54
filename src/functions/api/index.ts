import { v7 as newId } from 'uuid'
import cloud from 'wx-server-sdk'
import type { Envelope, Refused } from '#contracts/envelope'
import { ok, refuse } from '#core/result'
import { dispatch } from '#server/dispatch'
import { MAX_ANSWER_BYTES, MAX_INPUT_BYTES } from '#server/limits'
import { type Context, systemOfInstance } from '../system'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

interface Event {
  operation?: unknown
  input?: unknown
  key?: unknown
}

/** wx.cloud.callFunction({ name: 'api', data: { operation, input, key } }): WeChat itself says who calls. */
export async function main(event: Event, context: Context): Promise<Envelope<unknown>> {
  const { OPENID } = cloud.getWXContext()
  // The SDK makes a number of what is all digits, and a long one loses some: that is nobody's name any more.
  const openid = typeof OPENID === 'string' ? OPENID : null
  const requestId = newId()
  const no = (refused: Omit<Refused, 'requestId'>) => ({
    ok: false as const,
    error: { ...refused, requestId },
  })

  if (bytesOf(event) > MAX_INPUT_BYTES) return no(TOO_LONG)
  const system = await systemOfInstance(context)
  if (!system) return no({ code: 'UNAVAILABLE' })

  const { operation, input, key } = event
  // Here no code need be exchanged: the openid is already known, and is the only one that may sign in.
  const wechat = { openidOf: async () => (openid ? ok(openid) : refuse('NOT_AUTHENTICATED')) }
  const answer = await dispatch(
    { ...system, wechat },
    {
      operation: typeof operation === 'string' ? operation : '',
      input: input ?? {},
      key: typeof key === 'string' ? key : null,
      credentials: openid ? { kind: 'wechat', openid } : { kind: 'none' },
      requestId,
    },
  )
  if (bytesOf(answer) <= MAX_ANSWER_BYTES) return answer

  // WeChat would drop it and say nothing a person understands. Nothing we answer should be so long.
  system.report(new Error(`the answer of ${operation} is longer than WeChat carries`), requestId)
  return no({ code: 'INTERNAL' })
}

const TOO_LONG: Omit<Refused, 'requestId'> = {
  code: 'VALIDATION',
  fields: [{ path: '', problem: 'max_bytes', limit: MAX_INPUT_BYTES }],
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

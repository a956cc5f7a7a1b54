import { v7 as newId } from 'uuid'
import cloud from 'wx-server-sdk'
import type { Envelope, Refused } from '#contracts/envelope'
import { ok, type Result, refuse } from '#core/result'
import { countCall } from '#server/count-calls'
import { dispatch } from '#server/dispatch'
import { countedAs, MAX_ANSWER_BYTES, MAX_INPUT_BYTES } from '#server/limits'
import type { System } from '#server/operation'
import { isUnavailable } from '#server/storage/database'
import { type Context, systemOfInstance } from '../system'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

interface Event {
  operation?: unknown
  input?: unknown
  key?: unknown
}

/** wx.cloud.callFunction({ name: 'api', data: { operation, input, key } }): WeChat itself says who calls. */
export async function main(event: Event, context?: Context): Promise<Envelope<unknown>> {
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
  const operation = typeof event.operation === 'string' ? event.operation : ''
  const counted = await count(system, { operation, openid, requestId })
  if (!counted.ok) return no({ code: counted.refusal })

  const answer = await dispatch(
    { ...system, wechat: doorOf(openid) },
    {
      operation,
      input: event.input ?? {},
      key: typeof event.key === 'string' ? event.key : null,
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

/** Here no code need be exchanged: the openid is already known, and is the only one that may sign in. */
const doorOf = (openid: string | null): System['wechat'] => ({
  openidOf: async () => (openid ? ok(openid) : refuse('NOT_AUTHENTICATED')),
})

interface Asked {
  operation: string
  openid: string | null
  requestId: string
}

/** WeChat names the caller, so sign-ins are counted by him too, and not by his address. */
async function count(system: System, { operation, openid, requestId }: Asked): Promise<Result<null>> {
  const counted = countedAs(operation)
  if (!counted || !openid) return ok(null)
  try {
    return await countCall(system, { caller: system.vault.index(openid, 'openid'), counted })
  } catch (surprise) {
    if (isUnavailable(surprise)) return refuse('UNAVAILABLE')
    system.report(surprise, requestId)
    return refuse('INTERNAL')
  }
}

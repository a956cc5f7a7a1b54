import Taro from '@tarojs/taro'
import type { Envelope, Refused } from '#contracts/envelope'
import { within } from './patience'
import { isRecord } from './storage'

/**
 * What came back, or that nothing could: a lost network is a value, never an exception. KEPT: nothing came back, and
 * the phone sends it again by itself (stores/unsent).
 */
export type Failure = Partial<Pick<Refused, 'fields' | 'requestId'>> & {
  code: Refused['code'] | 'OFFLINE' | 'KEPT'
}
export type Answer<Data> = { ok: true; data: Data } | { ok: false; error: Failure }

export interface Proof {
  /** Idempotency key: the same key and input are carried out once. */
  key?: string
  token?: string
}

export const OFFLINE: Answer<never> = { ok: false, error: { code: 'OFFLINE' } }
/** Somebody answered, though not our server: a proxy's page, a half-started machine. */
const UNAVAILABLE: Answer<never> = { ok: false, error: { code: 'UNAVAILABLE' } }

/** Long enough for a village's network, short enough that a person still holds the phone. Milliseconds. */
const PATIENCE = 15_000

const isEnvelope = (found: unknown): found is Envelope<unknown> =>
  isRecord(found) && typeof found.ok === 'boolean'

export const readEnvelope = (found: unknown): Answer<unknown> => (isEnvelope(found) ? found : UNAVAILABLE)

export const proofHeaders = ({ key, token }: Proof): Record<string, string> => ({
  ...(token && { Authorization: `Bearer ${token}` }),
  ...(key && { 'Idempotency-Key': key }),
})

async function overHttp(operation: string, input: unknown, proof: Proof): Promise<Answer<unknown>> {
  const { data } = await Taro.request({
    url: `${API_ADDRESS}/rpc/${operation}`,
    method: 'POST',
    data: JSON.stringify(input),
    header: { 'content-type': 'application/json', ...proofHeaders(proof) },
    timeout: PATIENCE,
  })
  return readEnvelope(data)
}

let cloudReady = false

/** WeChat's cloud, made ready by whoever needs it first. */
export function openCloud(): typeof Taro.cloud {
  if (!cloudReady) Taro.cloud.init({ env: CLOUD_ENVIRONMENT })
  cloudReady = true
  return Taro.cloud
}

/** WeChat proves who calls (openid), so no token travels. */
async function overCloud(operation: string, input: unknown, { key }: Proof): Promise<Answer<unknown>> {
  const { result } = await openCloud().callFunction({ name: 'api', data: { operation, input, key } })
  return readEnvelope(result)
}

/** Carries one operation to the server over the door this build was made for. */
export async function post(operation: string, input: unknown, proof: Proof): Promise<Answer<unknown>> {
  try {
    const carry = ON_WECHAT && CLOUD_ENVIRONMENT ? overCloud : overHttp
    // Raced here too: callFunction knows no timeout of its own.
    return await within(PATIENCE, carry(operation, input, proof))
  } catch {
    // Taro rejects only when no answer arrived: no network, a timeout, a refused connection.
    return OFFLINE
  }
}

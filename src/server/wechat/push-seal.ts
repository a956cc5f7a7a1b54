import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { object, safeParse, string } from 'valibot'

/** What WeChat's console and this installation agreed on for the message push. */
export interface PushSecrets {
  token: string
  /** EncodingAESKey; with it only sealed pushes (安全模式) are taken, for the plain signature does not cover the words. */
  key: string | null
  appId: string | null
}

/** What stands in the address of a push. */
export interface PushMarks {
  signature: string
  timestamp: string
  nonce: string
  msgSignature: string
}

/** The address was made by somebody who knows the token. */
export const isSigned = ({ token }: PushSecrets, { signature, timestamp, nonce }: PushMarks): boolean =>
  same(signed([token, timestamp, nonce]), signature)

const sealed = object({ Encrypt: string() })
const plain = object({ MsgType: string() })

/** The pushed event, or `null` when it is not WeChat's, not for this app, or not readable. */
export function openPush(secrets: PushSecrets, marks: PushMarks, text: string): unknown {
  const body = parsed(text)
  if (secrets.key === null) return isSigned(secrets, marks) && safeParse(plain, body).success ? body : null
  const { success, output } = safeParse(sealed, body)
  if (!success) return null
  const { token } = secrets
  const { timestamp, nonce, msgSignature } = marks
  if (!same(signed([token, timestamp, nonce, output.Encrypt]), msgSignature)) return null
  return parsed(unsealed(secrets.key, output.Encrypt, secrets.appId) ?? '')
}

const signed = (parts: string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

/**
 * AES-256-CBC as the documentation of the message push has it: 16 random bytes, the length of the words in four
 * bytes, the words, the app id; padded to blocks of 32.
 */
function unsealed(encodingKey: string, sealedText: string, appId: string | null): string | null {
  const key = Buffer.from(`${encodingKey}=`, 'base64')
  const bytes = Buffer.from(sealedText, 'base64')
  if (bytes.length === 0 || bytes.length % 16 !== 0) return null
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([cipher.update(bytes), cipher.final()])
  const whole = padded.subarray(0, padded.length - (padded.at(-1) ?? 0))
  if (whole.length < 20) return null
  const end = 20 + whole.readUInt32BE(16)
  return whole.toString('utf8', end) === appId ? whole.toString('utf8', 20, end) : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function same(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

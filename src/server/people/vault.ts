import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

export interface Seal {
  /** AES-256-GCM; `place` (such as `person:<id>:phone`) is bound in, so a value cannot be moved to another row. */
  seal(plain: string, place: string): string
  /** Throws when the value was altered, moved from its place, or sealed with another key. */
  open(sealed: string, place: string): string
}

/** What must not be read from a copy of the database: phones, real names, openids. */
export interface Vault extends Seal {
  /** Seals with a key of its own, 32 bytes in base64url: a person's, see `personal-keys.ts`. */
  withKey(key: string): Seal
  /** Sealed with a person's own key, not with the installation's. */
  isPersonal(sealed: string): boolean
  /** Keyed hash: finds an equal value without reading it. `kind` keeps equal values of two kinds apart. */
  index(value: string, kind: string): string
  /** Signature of a text we hand out and later get back. */
  sign(text: string): string
  /** True when `signature` is ours for `text`; compares in constant time. */
  signed(text: string, signature: string): boolean
}

/** In the place of a key's id: which person's key it is stands in the row. */
const PERSONAL = 'own'
const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Opens the vault with the installation's secret (LOUDONG_SECRET); every use has its own derived key. */
export function openVault(secret: string): Vault {
  const sealingKey = derive(secret, 'seal')
  const indexing = derive(secret, 'index')
  const signing = derive(secret, 'sign')
  const keyId = createHash('sha256').update(sealingKey).digest('hex').slice(0, 8)
  const sign = (text: string) => createHmac('sha256', signing).update(text).digest('base64url')

  return {
    ...sealing(keyId, sealingKey),
    withKey: (key) => sealing(PERSONAL, Buffer.from(key, 'base64url')),
    isPersonal: (sealed) => sealed.startsWith(`${PERSONAL}.`),
    index: (value, kind) => createHmac('sha256', indexing).update(`${kind}\n${value}`).digest('base64url'),
    sign,
    signed: (text, signature) => same(sign(text), signature),
  }
}

const sealing = (keyId: string, key: Buffer): Seal => ({
  seal: (plain, place) => `${keyId}.${encrypt(key, plain, place).toString('base64url')}`,
  open(sealed, place) {
    const [sealedWith, body] = sealed.split('.')
    if (sealedWith !== keyId) throw new Error(`sealed with key ${sealedWith}, but LOUDONG_SECRET is ${keyId}`)
    return decrypt(key, Buffer.from(body ?? '', 'base64url'), place)
  },
})

/** `138****0000`: enough to recognise one's own number, too little to ring somebody. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

function derive(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'loudong', use, 32))
}

function encrypt(key: Buffer, plain: string, place: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

function decrypt(key: Buffer, sealed: Buffer, place: string): string {
  const body = sealed.subarray(IV_BYTES + TAG_BYTES)
  const opened = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([opened.update(body), opened.final()]).toString('utf8')
}

function same(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * SHA-256 (FIPS 180-4) in plain JavaScript: phones have none that pages may call at once, and a vote is counted again
 * without asking anybody.
 */
export function sha256(text: string): string {
  const blocks = padded(bytesOf(text))
  const state = FIRST.slice()
  for (let at = 0; at < blocks.length; at += 16) mix(state, blocks, at)
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

const FRACTION = 0x1_0000_0000

/** The first 32 bits of the fractions of square roots (2) or cube roots (3) of the first primes. */
function roots(count: number, root: 2 | 3): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1) {
    if (isPrime(n)) found.push(Math.floor((n ** (1 / root) % 1) * FRACTION) | 0)
  }
  return found
}

function isPrime(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor += 1) if (n % divisor === 0) return false
  return true
}

const FIRST = roots(8, 2)
const ROUNDS = roots(64, 3)

/** UTF-8, by the one function every engine has for it. */
function bytesOf(text: string): number[] {
  const escaped = encodeURIComponent(text)
  const bytes: number[] = []
  for (let at = 0; at < escaped.length; at += 1) {
    const isEscape = escaped[at] === '%'
    bytes.push(isEscape ? Number.parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at))
    if (isEscape) at += 2
  }
  return bytes
}

/** Whole blocks of sixteen words: the bytes, a one, zeros, and the length in bits. */
function padded(bytes: readonly number[]): number[] {
  const words: number[] = new Array(Math.ceil((bytes.length + 9) / 64) * 16).fill(0)
  const put = (at: number, byte: number) => {
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - (at & 3) * 8))
  }
  for (let at = 0; at < bytes.length; at += 1) put(at, bytes[at] ?? 0)
  put(bytes.length, 0x80)
  words[words.length - 2] = Math.floor((bytes.length * 8) / FRACTION)
  words[words.length - 1] = (bytes.length * 8) | 0
  return words
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

function schedule(words: readonly number[], at: number): number[] {
  const spread = words.slice(at, at + 16)
  const of = (index: number) => spread[index] ?? 0
  for (let i = 16; i < 64; i += 1) {
    const [before, late] = [of(i - 15), of(i - 2)]
    const small = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3)
    const large = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    spread.push((of(i - 16) + small + of(i - 7) + large) | 0)
  }
  return spread
}

function mix(state: number[], words: readonly number[], at: number): void {
  const spread = schedule(words, at)
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i += 1) {
    const choose = (e & f) ^ (~e & g)
    const major = (a & b) ^ (a & c) ^ (b & c)
    const one =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choose + (ROUNDS[i] ?? 0) + (spread[i] ?? 0)) | 0
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + major) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] ?? 0) + word) | 0
}

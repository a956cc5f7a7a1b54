/**
 * Chance by name instead of by turn: every generated fact hangs on a key alone, so any building or person can
 * be made alone, in any order, on any machine, and a larger profile contains a smaller one.
 */
const SALT = 'xjk-2022-12-21|'
const RANGE = 4_294_967_296
// Taken out once: inside a test's sandbox every look at a global is slow, and this runs a million times.
const { imul } = Math

/** 32 bits for a key; keys are ASCII. */
export function hash32(key: string): number {
  return murmurFinal(fnv1a(SALT + key))
}

/** A number in [0, 1) for a key. */
export const u = (key: string): number => hash32(key) / RANGE

/** A whole number in [0, n) for a key; exact, for n stays below 2^21. */
export const below = (key: string, n: number): number => Math.floor((hash32(key) * n) / RANGE)

/** One of a list for a key. */
export function pick<Item>(key: string, items: readonly Item[]): Item {
  const item = items[below(key, items.length)]
  if (item === undefined) throw new Error(`nothing to pick from for ${key}`)
  return item
}

/**
 * Shares of a whole: sums exactly to `total`. Everyone gets the floor of his share, the rest goes to the
 * largest remainders, equal ones by index.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum <= 0) throw new Error('shares need a positive weight')
  const shares = weights.map((weight) => Math.floor((total * weight) / sum))
  const left = total - shares.reduce((all, share) => all + share, 0)
  const order = weights
    .map((weight, index) => ({ index, rest: (total * weight) % sum }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}

/** The `count` items whose keys have the lowest hash, in their original order; equal hashes by key. */
export function lowest<Item>(items: readonly Item[], count: number, keyOf: (item: Item) => string): Item[] {
  const ranked = items
    .map((item) => ({ item, key: keyOf(item) }))
    .map((entry) => ({ ...entry, hash: hash32(entry.key) }))
    .sort((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : 1))
  const chosen = new Set(ranked.slice(0, count).map(({ item }) => item))
  return items.filter((item) => chosen.has(item))
}

function fnv1a(text: string): number {
  let hash = 2_166_136_261
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at)
    hash = imul(hash, 16_777_619)
  }
  return hash >>> 0
}

/** The last mixing of MurmurHash3: spreads similar keys over the whole range. */
function murmurFinal(start: number): number {
  let hash = start
  hash ^= hash >>> 16
  hash = imul(hash, 0x85eb_ca6b)
  hash ^= hash >>> 13
  hash = imul(hash, 0xc2b2_ae35)
  hash ^= hash >>> 16
  return hash >>> 0
}

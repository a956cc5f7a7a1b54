/** Answers the SHA-256 of a text (UTF-8) as 64 hexadecimal digits; each platform brings its own. */
export type Sha256 = (text: string) => string

/** Crockford's alphabet: no letter that an eye or an ear takes for another (I, L, O, U are missing). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

export interface Cast {
  pollId: string
  unitId: string
  choice: string
  /** Chance, made anew for each ballot: without it anybody could compute the receipt of a guessed choice. */
  nonce: string
}

/** What a voter keeps of his ballot, short enough to write down: `K3M9-2Q7F`. */
export function receiptOf({ pollId, unitId, choice, nonce }: Cast, sha256: Sha256): string {
  const digits = sha256(['receipt', pollId, unitId, choice, nonce].join('\n'))
  // Five bits a letter, out of the first forty.
  const letters = Array.from({ length: LENGTH }, (_, i) => {
    const byte = Math.floor((i * 5) / 8)
    const pair = Number.parseInt(digits.slice(2 * byte, 2 * byte + 4), 16)
    return ALPHABET[(pair >> (11 - ((i * 5) % 8))) & 31]
  }).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** A receipt as a person types it: lower case, without the dash, an O for a zero, an I or L for a one. */
export const tidyReceipt = (typed: string): string => {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/**
 * A code that shows who stands before it: six digits that change every half minute. Only the server can make them;
 * which meeting (or task) they are of goes into the making, so that a code of another one is no code here.
 */

/** How long one code is shown. Milliseconds. */
export const CODE_SHOWN_FOR = 30_000

/** Digits somebody can type in a noisy room. */
export const CODE_DIGITS = 6

/** The half minute an instant lies in, counted since 1970. */
export const windowOf = (now: number): number => Math.floor(now / CODE_SHOWN_FOR)

/** When the code of this instant is replaced by the next. */
export const codeChangesAt = (now: number): number => (windowOf(now) + 1) * CODE_SHOWN_FOR

/** Makes the code of one half minute; keyed with a secret that never leaves the server. */
export type CodeOf = (window: number) => string

/**
 * Whether what was typed or scanned is shown now, or was until a moment ago: old hands need more than the last two
 * seconds of a code. Anything older, of a half minute to come, or of another meeting is refused.
 */
export const isCodeNow = (typed: string, codeOf: CodeOf, now: number): boolean =>
  typed === codeOf(windowOf(now)) || typed === codeOf(windowOf(now) - 1)

/** Six digits out of a keyed hash, given as hexadecimal digits. */
export const digitsIn = (hash: string): string =>
  String(Number.parseInt(hash.slice(0, 12), 16) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0')

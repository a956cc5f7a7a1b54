import qrcode from 'qrcode-generator'
import { type CodeOf, digitsIn, isCodeNow, windowOf } from '#core/presence/rotating-code'
import type { Vault } from '../people/vault'

type Keyed = Pick<Vault, 'index'>

/** What the code proves presence at, such as `meeting:<id>`: the code of one is none of another. */
type Occasion = `${string}:${string}`

/** The digits come out of an HMAC under the installation's secret: nobody else can make the next ones. */
const codesOf =
  (vault: Keyed, occasion: Occasion): CodeOf =>
  (window) =>
    digitsIn(Buffer.from(vault.index(`${occasion}\n${window}`, 'rotating-code'), 'base64url').toString('hex'))

/** The six digits to be shown at this instant. */
export const codeAt = (vault: Keyed, occasion: Occasion, now: number): string =>
  codesOf(vault, occasion)(windowOf(now))

/** Whether somebody has just seen the code of this occasion. */
export const hasSeenCode = (vault: Keyed, occasion: Occasion, { code, now }: { code: string; now: number }) =>
  isCodeNow(code, codesOf(vault, occasion), now)

/** A square code of a text, row by row, a dark module as 1: whoever draws it needs no library for it. */
export function squareRows(text: string): string[] {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const places = Array.from({ length: code.getModuleCount() }, (_, at) => at)
  return places.map((row) => places.map((column) => (code.isDark(row, column) ? '1' : '0')).join(''))
}

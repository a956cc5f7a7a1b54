import fc from 'fast-check'
import {
  CODE_SHOWN_FOR,
  codeChangesAt,
  digitsIn,
  isCodeNow,
  windowOf,
} from '../../../src/core/presence/rotating-code'

const codeOf = (window: number) => digitsIn((window * 2_654_435_761).toString(16).padStart(16, '0'))
const NOW = 1_700_000_000_000

test('a code is good while it is shown and one half minute longer, not sooner and not later', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_000_000_000_000 }),
      fc.integer({ min: -5, max: 5 }),
      (now, off) => {
        const code = codeOf(windowOf(now) + off)
        const isKnown = [0, -1].some((near) => codeOf(windowOf(now) + near) === code)
        expect(isCodeNow(code, codeOf, now)).toBe(isKnown)
      },
    ),
  )
})

test('at the very change the old code still stands; a minute after it was first shown it does not', () => {
  const shown = codeChangesAt(NOW)
  const code = codeOf(windowOf(shown))
  expect(isCodeNow(code, codeOf, shown - 1)).toBe(false)
  expect(isCodeNow(code, codeOf, shown)).toBe(true)
  expect(isCodeNow(code, codeOf, shown + 2 * CODE_SHOWN_FOR - 1)).toBe(true)
  expect(isCodeNow(code, codeOf, shown + 2 * CODE_SHOWN_FOR)).toBe(false)
})

test('six digits, with the zeros in front', () => {
  expect(digitsIn('000000000000ff')).toBe('000000')
  expect(digitsIn('00000000002aff')).toBe('000042')
  expect(digitsIn('ffffffffffffff')).toMatch(/^\d{6}$/)
})

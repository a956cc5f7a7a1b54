import { codeOf } from '../../../src/client/packages/council/ballot/receipt-code'
import { tidyReceipt } from '../../../src/core/council/receipt'

test('a receipt becomes a small code of one path, the same receipt the same code', () => {
  const code = decodeURIComponent(codeOf('K3M9-2Q7F'))
  // 21 modules a side and the quiet zone around them: the smallest code there is.
  expect(code).toContain("viewBox='0 0 29 29'")
  expect(code.match(/M\d+ \d+h1v1h-1z/g)?.length).toBeGreaterThan(150)
  expect(codeOf('K3M9-2Q7F')).toBe(codeOf('K3M9-2Q7F'))
  expect(codeOf('K3M9-2Q7F')).not.toBe(codeOf('K3M9-2Q7E'))
})

test('what a camera read is the receipt as it was given', () => {
  expect(tidyReceipt('K3M9-2Q7F')).toBe('K3M9-2Q7F')
})

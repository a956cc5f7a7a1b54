import { maskPhone, openVault } from '../../../src/server/people/vault'

const vault = openVault('a secret of at least thirty-two characters')
const place = 'person:li:phone'

test('a phone can be read again in its own place', () => {
  expect(vault.open(vault.seal('13800000000', place), place)).toBe('13800000000')
})

test('the same phone looks different each time it is sealed, and never like a phone', () => {
  const sealed = [vault.seal('13800000000', place), vault.seal('13800000000', place)]
  expect(sealed[0]).not.toBe(sealed[1])
  expect(sealed.join()).not.toContain('13800000000')
})

test('a sealed phone moved to another person cannot be opened', () => {
  expect(() => vault.open(vault.seal('13800000000', place), 'person:chen:phone')).toThrow()
})

test('a sealed phone with any one character changed cannot be opened', () => {
  const sealed = vault.seal('13800000000', place)
  for (let at = 0; at < sealed.length; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A'
    expect(() => {
      const opened = vault.open(sealed.slice(0, at) + other + sealed.slice(at + 1), place)
      // The last character holds unused bits: a change there alone may spell the same bytes.
      if (opened === '13800000000' && at === sealed.length - 1) throw new Error('same bytes')
    }).toThrow()
  }
})

test('a shortened seal is no seal', () => {
  const [key = '', body = ''] = vault.seal('1', place).split('.')
  expect(() => vault.open(`${key}.${body.slice(0, 20)}`, place)).toThrow()
})

test('another installation’s secret opens nothing and says which key is missing', () => {
  const other = openVault('another secret of thirty-two characters!')
  expect(() => other.open(vault.seal('13800000000', place), place)).toThrow(/sealed with key [0-9a-f]{8}/)
})

test('the index finds an equal phone, differs by kind and by secret', () => {
  const other = openVault('another secret of thirty-two characters!')
  expect(vault.index('13800000000', 'phone')).toBe(vault.index('13800000000', 'phone'))
  expect(vault.index('13800000000', 'openid')).not.toBe(vault.index('13800000000', 'phone'))
  expect(other.index('13800000000', 'phone')).not.toBe(vault.index('13800000000', 'phone'))
})

test('a signature holds for its own text only', () => {
  const signature = vault.sign('photo 1')
  expect(vault.signed('photo 1', signature)).toBe(true)
  expect(vault.signed('photo 2', signature)).toBe(false)
  expect(vault.signed('photo 1', '')).toBe(false)
})

test('a masked phone shows three and four digits', () => {
  expect(maskPhone('13800000000')).toBe('138****0000')
})

import fc from 'fast-check'
import { nextProofOf, realNameLevelOf } from '#core/people/real-name'

test.each([
  ['nothing is known', [false, false, false], 0],
  ['a phone', [true, false, false], 1],
  ['a home a neighbour vouched for', [true, true, false], 2],
  ['a home, from the register, without a phone', [false, true, false], 2],
  ['an office, whose giver saw who he is', [true, false, true], 3],
  ['an office and a home', [true, true, true], 3],
])('%s', (_what, [hasPhone = false, atHome = false, inOffice = false], level) => {
  expect(realNameLevelOf({ hasPhone, atHome, inOffice })).toBe(level)
})

test('whatever becomes known about somebody never makes his level smaller', () => {
  const proof = fc.record({ hasPhone: fc.boolean(), atHome: fc.boolean(), inOffice: fc.boolean() })
  fc.assert(
    fc.property(
      proof,
      fc.constantFrom('hasPhone' as const, 'atHome' as const, 'inOffice' as const),
      (known, more) => {
        expect(realNameLevelOf({ ...known, [more]: true })).toBeGreaterThanOrEqual(realNameLevelOf(known))
      },
    ),
  )
})

test.each([
  ['a guest signs in', { signedIn: false, hasPhone: false, home: 'none' }, 'sign_in'],
  ['then a phone', { signedIn: true, hasPhone: false, home: 'none' }, 'leave_phone'],
  ['then where he lives', { signedIn: true, hasPhone: true, home: 'none' }, 'register_home'],
  [
    'then somebody else has to act',
    { signedIn: true, hasPhone: true, home: 'waiting' },
    'wait_for_neighbour',
  ],
  ['and then nothing is left', { signedIn: true, hasPhone: true, home: 'confirmed' }, null],
] as const)('%s', (_what, steps, next) => {
  expect(nextProofOf(steps)).toBe(next)
})

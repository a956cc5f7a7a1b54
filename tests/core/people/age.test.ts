import fc from 'fast-check'
import {
  AGED_DEEDS,
  againstByAge,
  ageStandingOf,
  atMostAge,
  type BornIn,
  nextMonth,
  surelyAge,
} from '#core/people/age'
import { at } from '../making'

const NOW = at('2026-06-08 09:00')
const SIXTEEN: BornIn = { year: 2010, month: 1 }
const GROWN: BornIn = { year: 1988, month: 3 }
const CHILD: BornIn = { year: 2014, month: 1 }

test.each([
  ['the month before his birthday', { year: 2008, month: 7 }, 17, 17],
  ['in the month of his birthday it is not sure', { year: 2008, month: 6 }, 17, 18],
  ['the month after', { year: 2008, month: 5 }, 18, 18],
  ['born in December', { year: 2007, month: 12 }, 18, 18],
])('%s', (_when, born, least, most) => {
  expect([surelyAge(born, NOW), atMostAge(born, NOW)]).toEqual([least, most])
})

test('months are those in China: in Greenwich it is still May', () => {
  const midnight = at('2026-06-01 00:00')
  expect(surelyAge({ year: 2008, month: 5 }, midnight - 1)).toBe(17)
  expect(surelyAge({ year: 2008, month: 5 }, midnight)).toBe(18)
})

test('the next month begins at midnight in China, after December with a new year', () => {
  expect(nextMonth(at('2026-05-31 23:59'))).toBe(at('2026-06-01 00:00'))
  expect(nextMonth(at('2026-06-01 00:00'))).toBe(at('2026-07-01 00:00'))
  expect(nextMonth(at('2026-12-31 12:00'))).toBe(at('2027-01-01 00:00'))
})

/** a allowed, u too young, g needs his guardian, b his birth is asked first. */
const AGREED = {
  //                        child minor consent adult unknown
  account: /*    */ 'u a a a a',
  report: /*     */ 'u a a a a',
  volunteer: /*  */ 'u g a a b',
  risky_task: /* */ 'u u u a b',
  vote: /*       */ 'u u u a b',
  be_head: /*    */ 'u u u a b',
  guard: /*      */ 'u u u a b',
}
const WORDS: Record<string, string | null> = {
  a: null,
  u: 'UNDER_AGE',
  g: 'GUARDIAN_REQUIRED',
  b: 'BIRTH_REQUIRED',
}

test.each(AGED_DEEDS)(
  '%s: under fourteen, at sixteen without and with a guardian, grown, not known',
  (deed) => {
    const people: [BornIn | null, boolean][] = [
      [CHILD, true],
      [SIXTEEN, false],
      [SIXTEEN, true],
      [GROWN, false],
      [null, false],
    ]
    const told = people.map(([born, guardianAgreed]) =>
      againstByAge(deed, { born, guardianAgreed, now: NOW }),
    )
    expect(told).toEqual(AGREED[deed].split(' ').map((letter) => WORDS[letter]))
  },
)

test('growing older never takes anything away, and no guardian lets a minor vote', () => {
  const born = fc.record({
    year: fc.integer({ min: 1930, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
  })
  const order = ['child', 'minor', 'adult']
  fc.assert(
    fc.property(born, fc.nat(60 * 365), fc.constantFrom(...AGED_DEEDS), (one, days, deed) => {
      const later = NOW + days * 86_400_000
      expect(order.indexOf(ageStandingOf(one, later))).toBeGreaterThanOrEqual(
        order.indexOf(ageStandingOf(one, NOW)),
      )
      expect(surelyAge(one, later)).toBeLessThanOrEqual(atMostAge(one, later))
      const grown = { born: one, guardianAgreed: true }
      if (againstByAge(deed, { ...grown, now: NOW }) === null)
        expect(againstByAge(deed, { ...grown, now: later })).toBeNull()
      if (ageStandingOf(one, NOW) !== 'adult')
        expect(againstByAge('vote', { ...grown, now: NOW })).not.toBeNull()
    }),
  )
})

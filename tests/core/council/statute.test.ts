import fc from 'fast-check'
import { STATUTORY_RULES } from '../../../src/core/council/charter'
import { PRESETS } from '../../../src/core/council/rule'
import {
  BODY_OF,
  MOTION_RULES,
  UNIT_KINDS,
  whyNotByRule,
  whyNotConfirmStatute,
  whyNotSwitchOff,
} from '../../../src/core/council/statute'
import { tally } from '../../../src/core/council/tally'

test.each(STATUTORY_RULES)(
  '%s is nobody’s rule before it is confirmed, and then only its own body’s',
  (rule) => {
    for (const unitKind of UNIT_KINDS) {
      expect(whyNotByRule(rule, { unitKind, isConfirmed: false })).toBe('RULE_NOT_CONFIRMED')
      const own = unitKind === BODY_OF[rule] ? null : 'WRONG_BODY'
      expect(whyNotByRule(rule, { unitKind, isConfirmed: true })).toBe(own)
    }
  },
)

test('a council of heads decides by none of them, whatever was confirmed, and by each of its own', () => {
  const open = MOTION_RULES.filter((rule) => !whyNotByRule(rule, { unitKind: 'building', isConfirmed: true }))
  expect(open).toEqual(['ordinary', 'special', 'absolute', 'election'])
})

test('whoever wrote down what the law says does not confirm it, and nobody confirms it twice', () => {
  expect(whyNotConfirmStatute({ proposedBy: '甲', confirmedBy: null }, '甲')).toBe('SELF_APPROVAL')
  expect(whyNotConfirmStatute({ proposedBy: '甲', confirmedBy: null }, '乙')).toBeNull()
  expect(whyNotConfirmStatute({ proposedBy: '甲', confirmedBy: '乙' }, '丙')).toBe('NOT_IN_THIS_STATE')
})

test('what is in force is switched off once; what nobody confirmed is not in force', () => {
  expect(whyNotSwitchOff({ confirmedBy: '乙', offBy: null })).toBeNull()
  expect(whyNotSwitchOff({ confirmedBy: '乙', offBy: '丙' })).toBe('NOT_IN_THIS_STATE')
  expect(whyNotSwitchOff({ confirmedBy: null, offBy: null })).toBe('NOT_IN_THIS_STATE')
})

describe('owners count by heads and by area (民法典 278)', () => {
  const M2 = 10_000
  const owners = (areas: number[]) => areas.map((m2, n) => ({ unitId: `${n}`, area: m2 * M2 }))
  const votes = (said: string) =>
    [...said].flatMap((one, n) => {
      const choice = ({ f: 'for', a: 'against', s: 'abstain' } as const)[one]
      return choice ? [{ unitId: `${n}`, choice }] : []
    })
  test.each([
    ['both halves', [100, 100, 100], 'ffa', 'passed'],
    ['two small flats against a large one', [50, 50, 300], 'ffa', 'rejected'],
    ['one large flat against two small ones', [300, 50, 50], 'faa', 'rejected'],
    ['two thirds of the heads, but not of the area', [50, 50, 300], 'ff-', 'no_quorum'],
    ['exactly half of the area is not more than half', [100, 50, 50, 200], 'fffa', 'rejected'],
  ])('%s', (_, areas, said, outcome) => {
    expect(tally(owners(areas as number[]), votes(said), PRESETS.owners_general).outcome).toBe(outcome)
  })
  test('three quarters are enough for a major matter, one square centimetre less is not', () => {
    const flats = [
      { unitId: '0', area: 75 },
      { unitId: '1', area: 0 },
      { unitId: '2', area: 0 },
      { unitId: '3', area: 25 },
    ]
    expect(tally(flats, votes('fffa'), PRESETS.owners_major).outcome).toBe('passed')
    const less = flats.map((one) => (one.unitId === '3' ? { ...one, area: 26 } : one))
    expect(tally(less, votes('fffa'), PRESETS.owners_major).outcome).toBe('rejected')
  })
  test('an owner more for it never makes it fall', () => {
    const choice = fc.constantFrom('f', 'a', 's')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 1e9 }), choice), { minLength: 3, maxLength: 30 }),
        fc.nat(),
        (flats, which) => {
          const roll = flats.map(([area], n) => ({ unitId: `${n}`, area }))
          const said = flats.map(([, one]) => one)
          const before = tally(roll, votes(said.join('')), PRESETS.owners_general).outcome
          said[which % said.length] = 'f'
          const after = tally(roll, votes(said.join('')), PRESETS.owners_general).outcome
          return before !== 'passed' || after === 'passed'
        },
      ),
    )
  })
})

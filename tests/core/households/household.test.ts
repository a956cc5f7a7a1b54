import fc from 'fast-check'
import { agreedOn, choose, type Household, joined, left, type Member } from '#core/households/household'
import { DAY, MONDAY } from '../making'

const GROWN = { year: 1980, month: 1 }
const CHILD = { year: 2015, month: 1 }
const member = (personId: string, more: Partial<Member> = {}): Member => ({
  personId,
  since: MONDAY,
  born: GROWN,
  wants: null,
  ...more,
})
const EMPTY: Household = { members: [], representative: null }
const family = (...members: Member[]): Household =>
  members.reduce((home, one) => joined(home, one, MONDAY), EMPTY)

const said = (home: Household, by: string, wants: string) => {
  const made = choose(home, { by, wants, now: MONDAY })
  return made.ok ? made.value : made.refusal
}
const spoken = (home: Household, ...choices: [string, string][]): Household =>
  choices.reduce((now, [by, wants]) => said(now, by, wants) as Household, home)

describe('who speaks for the household', () => {
  const both = family(member('li'), member('wang', { since: MONDAY + DAY }))

  test('whoever lives there alone speaks for himself', () => {
    expect(family(member('li')).representative).toBe('li')
  })

  test('another one only when all grown members say so', () => {
    expect(spoken(both, ['wang', 'wang']).representative).toBe('li')
    expect(spoken(both, ['wang', 'wang'], ['li', 'wang']).representative).toBe('wang')
    expect(spoken(both, ['wang', 'wang'], ['li', 'li']).representative).toBe('li')
  })

  test('a child has no say, is not chosen, and does not hold the others up', () => {
    const withChild = joined(both, member('child', { born: CHILD }), MONDAY)
    expect(said(withChild, 'child', 'li')).toBe('UNDER_AGE')
    expect(said(withChild, 'li', 'child')).toBe('UNDER_AGE')
    expect(spoken(withChild, ['wang', 'wang'], ['li', 'wang']).representative).toBe('wang')
  })

  test('nobody of another household is chosen, or chooses', () => {
    expect(said(both, 'li', 'stranger')).toBe('NOT_FOUND')
    expect(said(both, 'stranger', 'li')).toBe('NOT_FOUND')
  })

  test('when he leaves, the one who has lived there longest stands in until they agree', () => {
    const three = family(
      member('li'),
      member('wang', { since: MONDAY + 2 }),
      member('zhao', { since: MONDAY + 1 }),
    )
    expect(left(three, 'li', MONDAY).representative).toBe('zhao')
    expect(left(left(three, 'li', MONDAY), 'zhao', MONDAY).representative).toBe('wang')
  })

  test('who comes to live with them changes nothing by coming', () => {
    const agreed = spoken(both, ['wang', 'wang'], ['li', 'wang'])
    expect(joined(agreed, member('zhao'), MONDAY).representative).toBe('wang')
  })
})

describe('whatever they do, in any order', () => {
  const names = ['li', 'wang', 'zhao', 'child'] as const
  const deed = fc.record({
    kind: fc.constantFrom('join' as const, 'leave' as const, 'choose' as const),
    who: fc.constantFrom(...names),
    wants: fc.constantFrom(...names),
  })
  type Deed = { kind: 'join' | 'leave' | 'choose'; who: string; wants: string }

  function done(home: Household, { kind, who, wants }: Deed, at: number): Household {
    if (kind === 'leave') return left(home, who, MONDAY)
    if (kind === 'choose') {
      const made = choose(home, { by: who, wants, now: MONDAY })
      return made.ok ? made.value : home
    }
    if (home.members.some(({ personId }) => personId === who)) return home
    return joined(home, member(who, { since: MONDAY + at, born: who === 'child' ? CHILD : GROWN }), MONDAY)
  }

  test('one grown member speaks for them, and none only when none is there', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        let home = EMPTY
        for (const [at, one] of deeds.entries()) {
          home = done(home, one, at)
          const grown = home.members.map(({ personId }) => personId).filter((id) => id !== 'child')
          expect([...grown, null]).toContain(home.representative)
          expect(home.representative === null).toBe(grown.length === 0)
          expect([null, home.representative]).toContain(agreedOn(home, MONDAY))
        }
      }),
    )
  })
})

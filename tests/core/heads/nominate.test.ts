import { nominate } from '#core/heads/nominate'
import {
  COMMUNITY_STAFF,
  DAY,
  GRID_HEAD,
  HEAD,
  MONDAY,
  office,
  person,
  RESIDENT,
  STAFF,
  STREET_ADMIN,
} from '../making'
import { proposal, proposing } from './making'

const told = (more: Parameters<typeof proposal>[0], around: Parameters<typeof proposing>[0] = {}) => {
  const made = nominate(proposal(more), proposing(around))
  return made.ok ? made.value.state : made.refusal
}

describe('who proposes a building head', () => {
  test.each([
    ['grid staff', STAFF, 'nominated'],
    ['the grid head', GRID_HEAD, 'nominated'],
    ['staff of another grid', person('x', office('grid_staff', '441302010.001.006')), 'FORBIDDEN'],
    ['the community, which is to confirm', COMMUNITY_STAFF, 'FORBIDDEN'],
    ['the street', STREET_ADMIN, 'FORBIDDEN'],
    ['a building head', HEAD, 'FORBIDDEN'],
    ['a resident', RESIDENT, 'FORBIDDEN'],
  ])('%s', (_who, actor, answer) => {
    expect(told({}, { actor })).toBe(answer)
  })

  test('nobody proposes himself', () => {
    expect(told({ personId: 'zeng' })).toBe('SELF_APPROVAL')
  })
})

describe('who may be proposed', () => {
  test.each([
    ['born in 2007: eighteen last year', { birthYear: 2007, livesInEstate: true }, false, 'nominated'],
    ['born in 2008: not surely of age yet', { birthYear: 2008, livesInEstate: true }, false, 'NOT_ELIGIBLE'],
    ['of unknown age', { birthYear: null, livesInEstate: true }, false, 'NOT_ELIGIBLE'],
    ['of unknown age, but a paper was seen', { birthYear: null, livesInEstate: true }, true, 'nominated'],
    ['a paper does not make a child older', { birthYear: 2015, livesInEstate: true }, true, 'NOT_ELIGIBLE'],
    ['who lives elsewhere', { birthYear: 1970, livesInEstate: false }, false, 'NOT_ELIGIBLE'],
  ])('%s', (_who, candidate, adultSeen, answer) => {
    expect(told({}, { candidate, adultSeen })).toBe(answer)
  })

  test('an owner or manager may live elsewhere, and it is written down what was seen', () => {
    const elsewhere = { candidate: { birthYear: 1970, livesInEstate: false } }
    expect(told({ basis: 'owner', basisWords: '看过房产证' }, elsewhere)).toBe('nominated')
    expect(told({ basis: 'manager', basisWords: '' }, elsewhere)).toBe('NOT_ELIGIBLE')
  })
})

test.each([
  ['head', 3 * 365 * DAY, 'nominated'],
  ['head', 3 * 365 * DAY + 1, 'TERM_TOO_LONG'],
  ['acting', 90 * DAY, 'nominated'],
  ['acting', 90 * DAY + 1, 'TERM_TOO_LONG'],
  ['head', 0, 'TERM_TOO_LONG'],
] as const)('a %s for %d ms: %s', (kind, term, answer) => {
  expect(told({ kind, term })).toBe(answer)
})

test('a head is posted for three days, one who only stands in is not', () => {
  const until = (kind: 'head' | 'acting') => {
    const made = nominate(proposal({ kind, term: DAY }), proposing())
    return made.ok ? made.value.publicUntil - MONDAY : null
  }
  expect([until('head'), until('acting')]).toEqual([3 * DAY, 0])
})

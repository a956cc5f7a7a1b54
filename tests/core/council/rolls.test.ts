import { rejectedAt, sameMatter, supportNeeded } from '../../../src/core/council/again'
import { HOLDER_WAYS, mayHold, whyNotEntrust, whyNotHold } from '../../../src/core/council/proxy'
import { loses, whyNotDeclare, whyNotStrike } from '../../../src/core/council/strike'

const DAY = 86_400_000
const NOON = Date.UTC(2026, 10, 27, 4)

describe('a matter that was voted down', () => {
  const again = rejectedAt('m1', NOON)

  test('needs a third of all houses for thirty days, then the usual few', () => {
    expect(supportNeeded({ again }, { units: 191, now: NOON + 30 * DAY - 1 })).toBe(64)
    expect(supportNeeded({ again }, { units: 191, now: NOON + 30 * DAY })).toBe(3)
    expect(supportNeeded({}, { units: 191, now: NOON })).toBe(3)
  })

  test('is the same however its title is spaced and dotted', () => {
    expect(sameMatter('30栋到34栋，划停车位。')).toBe(sameMatter('30栋到34栋 划停车位'))
    expect(sameMatter('30栋到34栋划停车位')).not.toBe(sameMatter('30栋到35栋划停车位'))
  })
})

describe('a house struck from the roll', () => {
  const said = { state: 'announced', isOwn: false, saidBy: null, personId: 'zhou', isStruck: false } as const

  test('takes two people, neither of them its own head, and is over once the poll is open', () => {
    expect(whyNotStrike(said)).toBeNull()
    expect(whyNotStrike({ ...said, saidBy: 'zhou' })).toBe('SELF_APPROVAL')
    expect(whyNotStrike({ ...said, saidBy: 'zeng' })).toBeNull()
    expect(whyNotStrike({ ...said, isOwn: true })).toBe('SELF_APPROVAL')
    expect(whyNotStrike({ ...said, state: 'voting' })).toBe('NOT_IN_THIS_STATE')
    expect(whyNotStrike({ ...said, isStruck: true })).toBe('NOT_IN_THIS_STATE')
  })

  test('by its own head’s word needs nobody else', () => {
    expect(whyNotDeclare({ state: 'debating', represents: true, isStruck: false })).toBeNull()
    expect(whyNotDeclare({ state: 'debating', represents: false, isStruck: false })).toBe(
      'NOT_REPRESENTATIVE',
    )
    expect(whyNotDeclare({ state: 'voting', represents: true, isStruck: false })).toBe('NOT_IN_THIS_STATE')
  })

  test('keeps its vote where the charter only wants a conflict told; what is no house never does', () => {
    expect(loses('declared', {})).toBe(true)
    expect(loses('conflict', { conflict: 'told' })).toBe(false)
    expect(loses('duplicate', { conflict: 'told' })).toBe(true)
  })
})

describe('a proxy', () => {
  const giving = {
    state: 'voting',
    kind: 'building',
    way: 'home',
    represents: true,
    isGiven: false,
  } as const
  const receiving = {
    kind: 'building',
    giverId: 'wen',
    holderId: 'li',
    livesThere: true,
    isListed: false,
    isAdult: true,
    held: 1,
  } as const

  test('is given once by who stands for the unit, from the announcement to the close', () => {
    expect(whyNotEntrust(giving)).toBeNull()
    expect(whyNotEntrust({ ...giving, represents: false })).toBe('NOT_REPRESENTATIVE')
    expect(whyNotEntrust({ ...giving, isGiven: true })).toBe('NOT_IN_THIS_STATE')
    expect(whyNotEntrust({ ...giving, state: 'publicity' })).toBe('NOT_IN_THIS_STATE')
  })

  test('goes to one grown person who holds fewer than two', () => {
    expect(whyNotHold(receiving)).toBeNull()
    expect(whyNotHold({ ...receiving, holderId: 'wen' })).toBe('SELF_APPROVAL')
    expect(whyNotHold({ ...receiving, livesThere: false })).toBe('NOT_ELIGIBLE')
    expect(whyNotHold({ ...receiving, isAdult: false })).toBe('UNDER_AGE')
    expect(whyNotHold({ ...receiving, held: 2 })).toBe('TOO_MANY_PROXIES')
  })

  test.each([
    ['building', ['home'], { lives: true, listed: false, stranger: false }],
    ['owner', ['line', 'phone'], { lives: true, listed: true, stranger: true }],
    ['household', ['line'], { lives: false, listed: true, stranger: false }],
    ['person', ['line'], { lives: false, listed: true, stranger: false }],
  ] as const)(
    'of a %s is held by whom the law and the list let',
    (kind, ways, { lives, listed, stranger }) => {
      expect(HOLDER_WAYS.filter((way) => whyNotEntrust({ ...giving, kind, way }) === null)).toEqual(ways)
      expect(mayHold(kind, { livesThere: true, isListed: false })).toBe(lives)
      expect(mayHold(kind, { livesThere: false, isListed: true })).toBe(listed)
      expect(mayHold(kind, { livesThere: false, isListed: false })).toBe(stranger)
    },
  )
})

import fc from 'fast-check'
import { type Actor, CLOCK, ROLES } from '#core/people/actor'
import { claim } from '#core/residences/claim'
import { allowed, decide, STEP_KINDS } from '#core/residences/machine'
import { countsAt, HOLDS_FOR, type Residence } from '#core/residences/residence'
import { livedThere, residentsAt, type Stay } from '#core/residences/roll'
import type { Step } from '#core/residences/steps'
import {
  COMMUNITY_STAFF,
  DAY,
  frozen,
  GRID,
  GRID_HEAD,
  HEAD,
  MONDAY,
  NEIGHBOUR,
  office,
  PIECE,
  person,
  RESIDENT,
  STAFF,
  STREET_ADMIN,
} from '../making'
import { around, confirmed, over, waiting } from './making'

const stepOf = (kind: Step['kind']): Step =>
  kind === 'refuse' || kind === 'report' ? { kind, reason: '没见过' } : { kind }

const outcomeOf = (residence: Residence, kind: Step['kind'], context: ReturnType<typeof around>) => {
  const decided = decide(frozen(residence), stepOf(kind), context)
  return decided.ok ? decided.value : decided.refusal
}
const stateAfter = (...asked: Parameters<typeof outcomeOf>) => {
  const told = outcomeOf(...asked)
  return typeof told === 'string' ? told : told.state
}
const OTHER_HEAD = person('head-24', office('head', PIECE, { buildingId: 'b24' }))
const LAST_DAY = MONDAY + HOLDS_FOR

describe('who may vouch for a neighbour', () => {
  test.each<[string, Actor, string]>([
    ['the head of the house', HEAD, 'confirmed'],
    ['the grid staff of its grid', STAFF, 'confirmed'],
    ['not the head of the next house', OTHER_HEAD, 'FORBIDDEN'],
    ['not another grid', person('x', office('grid_staff', `${GRID}9`)), 'FORBIDDEN'],
    ['not the grid head, the community, the street', GRID_HEAD, 'FORBIDDEN'],
    ['not the community', COMMUNITY_STAFF, 'FORBIDDEN'],
    ['not the street', STREET_ADMIN, 'FORBIDDEN'],
    ['not a neighbour', NEIGHBOUR, 'FORBIDDEN'],
    ['not he himself', RESIDENT, 'FORBIDDEN'],
  ])('%s', (_who, actor, answer) => {
    expect(stateAfter(waiting(), 'confirm', around(actor))).toBe(answer)
  })

  test('a head does not vouch for himself, and neither does a grid worker', () => {
    expect(stateAfter(waiting({ personId: 'head-23' }), 'confirm', around(HEAD, MONDAY, true))).toBe(
      'SELF_APPROVAL',
    )
    expect(stateAfter(waiting({ personId: 'zeng' }), 'confirm', around(STAFF))).toBe('SELF_APPROVAL')
  })

  test('heads do not vouch for each other: the grid staff does', () => {
    const ofHead = waiting({ personId: 'head-24' })
    expect(stateAfter(ofHead, 'confirm', around(HEAD, MONDAY, true))).toBe('FORBIDDEN')
    expect(stateAfter(ofHead, 'refuse', around(HEAD, MONDAY, true))).toBe('FORBIDDEN')
    expect(stateAfter(ofHead, 'confirm', around(STAFF, MONDAY, true))).toBe('confirmed')
  })
})

describe('a year and its end', () => {
  test('a word holds for 365 days from the moment it was given, to the millisecond', () => {
    const home = outcomeOf(waiting(), 'confirm', around(STAFF)) as Residence
    expect(countsAt(home, LAST_DAY - 1)).toBe(true)
    expect(countsAt(home, LAST_DAY)).toBe(false)
  })

  test.each([
    ['thirty-one days before', LAST_DAY - 31 * DAY, 'NOT_YET'],
    ['thirty days before', LAST_DAY - 30 * DAY, 'confirmed'],
    ['the last moment', LAST_DAY - 1, 'confirmed'],
  ])('he asks for another year %s', (_when, now, answer) => {
    expect(stateAfter(confirmed(), 'ask_renewal', around(RESIDENT, now))).toBe(answer)
  })

  test('asking does not lengthen it; a neighbour who vouches again does, for a year from then', () => {
    const now = LAST_DAY - 10 * DAY
    const asked = outcomeOf(confirmed(), 'ask_renewal', around(RESIDENT, now)) as Residence
    expect(asked).toMatchObject({ expiresAt: LAST_DAY, renewalAskedAt: now })
    const renewed = outcomeOf(asked, 'renew', around(HEAD, now))
    expect(renewed).toMatchObject({ confirmedAt: now, expiresAt: now + HOLDS_FOR, renewalAskedAt: null })
    expect(stateAfter(confirmed(), 'renew', around(HEAD, MONDAY + DAY))).toBe('NOT_YET')
  })

  test('when it ran out the clock lets him wait to be vouched for anew; he still lives there', () => {
    expect(stateAfter(confirmed(), 'expire', around(CLOCK, LAST_DAY - 1))).toBe('NOT_YET')
    expect(outcomeOf(confirmed(), 'expire', around(CLOCK, LAST_DAY))).toMatchObject({
      state: 'waiting',
      buildingId: 'b23',
    })
    expect(stateAfter(confirmed({ expiresAt: null }), 'expire', around(CLOCK, LAST_DAY))).toBe('NOT_YET')
  })
})

test('who is not believed, and who is said to have moved, reads why', () => {
  const reason = '没见过'
  expect(outcomeOf(waiting(), 'refuse', around(HEAD))).toMatchObject({ ending: 'refused', reason })
  expect(outcomeOf(confirmed(), 'report', around(HEAD))).toMatchObject({ ending: 'reported', reason })
  expect(stateAfter(confirmed({ personId: 'head-23' }), 'report', around(HEAD))).toBe('SELF_APPROVAL')
})

describe('我住这里', () => {
  const home = (buildingId: string, since = MONDAY) => ({ ...waiting({ id: 'r2', buildingId, since }) })
  const asked = (more: object) => ({ actor: RESIDENT, now: MONDAY, current: null, moving: false, ...more })
  const claimed = (said: Residence, more: object = {}) => {
    const made = claim(said, asked(more))
    return made.ok ? made.value : made.refusal
  }

  test.each([
    ['a first home', home('b23'), {}, 'waiting'],
    [
      'without a phone to be asked by',
      home('b23'),
      { actor: { ...RESIDENT, hasPhone: false } },
      'PHONE_REQUIRED',
    ],
    ['from tomorrow on', home('b23', MONDAY + DAY), {}, 'VALIDATION'],
    ['a second one', home('b24'), { current: confirmed() }, 'HOME_ELSEWHERE'],
    ['the same one again', home('b23'), { current: confirmed(), moving: true }, 'NOT_IN_THIS_STATE'],
    ['after a move', home('b24'), { current: confirmed(), moving: true }, 'waiting'],
  ])('%s', (_what, said, more, answer) => {
    const told = claimed(said, more)
    expect(typeof told === 'string' ? told : told.residence.state).toBe(answer)
  })

  test('who moves leaves the old home in that instant, and it stays in his history', () => {
    expect(claimed(home('b24'), { current: confirmed(), moving: true, now: MONDAY + 5 })).toMatchObject({
      left: { buildingId: 'b23', state: 'ended', ending: 'moved', endedAt: MONDAY + 5 },
      residence: { buildingId: 'b24' },
    })
  })
})

describe('whatever anybody tries, in any order', () => {
  const actors = [
    RESIDENT,
    HEAD,
    STAFF,
    NEIGHBOUR,
    OTHER_HEAD,
    CLOCK,
    person('li', office('grid_staff', GRID)),
  ]
  const deeds = fc.array(
    fc.record({
      kind: fc.constantFrom(...STEP_KINDS),
      actor: fc.constantFrom(...actors),
      later: fc.integer({ min: 0, max: 200 * DAY }),
    }),
    { maxLength: 30 },
  )

  test('nobody ever vouches for himself, what ended stays ended, and a step is offered where it works', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        let home: Residence = waiting()
        let now = MONDAY
        for (const { kind, actor, later } of all) {
          now += later
          const context = around(actor, now)
          const decided = decide(home, stepOf(kind), context)
          expect(allowed(home, context).includes(kind)).toBe(decided.ok)
          if (!decided.ok) continue
          expect(home.state).not.toBe('ended')
          home = decided.value
          if (home.state === 'confirmed') expect(home.confirmedBy).not.toBe('li')
          if (home.state === 'ended') expect(home.endedAt).toBe(now)
        }
      }),
    )
  })

  test('no role but head and grid staff vouches, wherever it sits', () => {
    for (const role of ROLES.filter((one) => one !== 'head' && one !== 'grid_staff'))
      for (const kind of ['confirm', 'refuse'] as const)
        expect(stateAfter(waiting(), kind, around(person('x', office(role, '441302010'))))).toBe('FORBIDDEN')
  })
  test('what is over cannot be changed by anybody', () => {
    for (const kind of STEP_KINDS)
      for (const actor of actors) expect(outcomeOf(over(), kind, around(actor))).toEqual(expect.any(String))
  })
})

describe('who counts as a resident at an instant', () => {
  const stay = (more: Partial<Stay> = {}): Stay => ({
    personId: 'li',
    buildingId: 'b23',
    endedAt: null,
    vouched: [{ from: 10, until: 20 }],
    ...more,
  })

  test.each([
    ['before anybody vouched for him', stay(), 9, false],
    ['from that instant', stay(), 10, true],
    ['the last millisecond of the year', stay(), 19, true],
    ['not when it ran out', stay(), 20, false],
    [
      'not in a gap between two years',
      stay({
        vouched: [
          { from: 10, until: 20 },
          { from: 30, until: null },
        ],
      }),
      25,
      false,
    ],
    [
      'again in the second',
      stay({
        vouched: [
          { from: 10, until: 20 },
          { from: 30, until: null },
        ],
      }),
      30,
      true,
    ],
    ['not from the instant he left', stay({ endedAt: 15 }), 15, false],
    ['nobody ever vouched', stay({ vouched: [] }), 15, false],
  ])('%s', (_when, one, at, answer) => {
    expect(livedThere(one, at)).toBe(answer)
  })

  test('a roll drawn before he left keeps him; one drawn later does not have him', () => {
    const before = [stay()]
    const after = [stay({ endedAt: 15 })]
    expect(residentsAt(before, 'b23', 14)).toEqual(residentsAt(after, 'b23', 14))
    expect(residentsAt(after, 'b23', 16)).toEqual([])
  })

  test('whatever happens later never changes who counted earlier', () => {
    const stretch = fc
      .tuple(fc.nat(50), fc.nat(50))
      .map(([from, length]) => ({ from, until: from + 1 + length }))
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 5 }), fc.nat(100), fc.nat(100), (vouched, at, later) => {
        const now = at + 1 + later
        const kept = stay({ vouched })
        const left = stay({ vouched: [...vouched, { from: now, until: null }], endedAt: now })
        expect(livedThere(left, at)).toBe(livedThere(kept, at))
      }),
    )
  })

  test('each person once, and only of this house', () => {
    expect(residentsAt([stay(), stay(), stay({ buildingId: 'b24', personId: 'wang' })], 'b23', 12)).toEqual([
      'li',
    ])
  })
})

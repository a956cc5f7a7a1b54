import { ENDINGS, PAIRING_STATES } from '../../../src/core/care/pairing'
import { decidePairing, type PairingEvent, propose, seesPairing } from '../../../src/core/care/pairing-steps'
import { isOverdue, nextVisitDay, reminded, reminderOfVisit, visitable } from '../../../src/core/care/visits'
import { dayOf } from '../../../src/core/concerns/calendar'
import type { Actor } from '../../../src/core/people/actor'
import {
  at,
  COMMUNITY_STAFF,
  DAY,
  HEAD,
  MONDAY,
  NEIGHBOUR,
  office,
  person,
  STAFF,
  STREET_ADMIN,
} from '../making'
import { CAPTAIN, HELPER, PIONEER, PROPOSAL, pairingIn, SECRETARY } from './making'

const HOUSEHOLD = person('grandma')
const as = (actor: Actor, ofHousehold = actor === HOUSEHOLD) => ({ actor, now: MONDAY, ofHousehold })
const outcome = (result: ReturnType<typeof decidePairing>) =>
  result.ok ? result.value.state : result.refusal

describe('提出结对', () => {
  test.each([
    ['the pioneer', PIONEER, 'proposed'],
    ['the branch secretary', SECRETARY, 'proposed'],
    ['the community staff', COMMUNITY_STAFF, 'proposed'],
    ['a head, even of this house', HEAD, 'FORBIDDEN'],
    ['the captain', CAPTAIN, 'FORBIDDEN'],
    ['grid staff', STAFF, 'FORBIDDEN'],
    ['a neighbour', NEIGHBOUR, 'FORBIDDEN'],
    ['the street', STREET_ADMIN, 'FORBIDDEN'],
  ])('%s, with a helper named: %#', (_who, actor, expected) => {
    expect(outcome(propose(PROPOSAL, 'helper', as(actor)))).toBe(expected)
  })

  test('a head says of his own house that somebody is needed, and of no other', () => {
    expect(outcome(propose(PROPOSAL, null, as(HEAD)))).toBe('suggested')
    expect(outcome(propose({ ...PROPOSAL, buildingId: 'b24' }, null, as(HEAD)))).toBe('FORBIDDEN')
  })

  test('nobody is paired with himself', () => {
    expect(outcome(propose(PROPOSAL, 'grandma', as(PIONEER)))).toBe('NOT_ELIGIBLE')
    const assign = { kind: 'assign', helperId: 'grandma' } as const
    expect(outcome(decidePairing(pairingIn('suggested'), assign, as(PIONEER)))).toBe('NOT_ELIGIBLE')
  })
})

describe('住户同意', () => {
  const consent = (how: 'self' | 'witness' | 'slip'): PairingEvent => ({ kind: 'consent', how })

  test('it begins with the household’s yes, and with no one else’s', () => {
    const agreed = decidePairing(pairingIn('proposed'), consent('self'), as(HOUSEHOLD))
    expect(agreed).toMatchObject({ ok: true, value: { state: 'active', since: MONDAY, lastVisit: null } })
    for (const other of [PIONEER, HELPER, STAFF, NEIGHBOUR])
      expect(outcome(decidePairing(pairingIn('proposed'), consent('self'), as(other)))).toBe('FORBIDDEN')
  })

  test.each(['witness', 'slip'] as const)('staff write it down: %s', (how) => {
    expect(outcome(decidePairing(pairingIn('proposed'), consent(how), as(STAFF)))).toBe('active')
    expect(outcome(decidePairing(pairingIn('proposed'), consent(how), as(COMMUNITY_STAFF)))).toBe('active')
    expect(outcome(decidePairing(pairingIn('proposed'), consent(how), as(PIONEER)))).toBe('FORBIDDEN')
  })

  test('who would visit does not write down that he is welcome', () => {
    const staffVisits = pairingIn('proposed', { helperId: STAFF.personId })
    expect(outcome(decidePairing(staffVisits, consent('witness'), as(STAFF)))).toBe('SELF_APPROVAL')
  })
})

describe('who may do what when', () => {
  const EVENTS: PairingEvent[] = [
    { kind: 'assign', helperId: 'helper' },
    { kind: 'consent', how: 'self' },
    { kind: 'decline' },
    { kind: 'end', reason: 'changed' },
  ]
  /** Everything that can happen; a cell that is not here is refused. */
  const LEADS: Record<string, string> = {
    'suggested assign': 'proposed',
    'suggested decline': 'declined',
    'proposed consent': 'active',
    'proposed decline': 'declined',
    'active end': 'ended',
  }
  // Of the household, and of the offices that arrange it: nothing is refused for lack of a right.
  const anybody = { ...person('grandma', office('pioneer', '441302010')) }

  test.each(PAIRING_STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))(
    'in %s: %j',
    (state, event) => {
      const expected = LEADS[`${state} ${event.kind}`] ?? 'NOT_IN_THIS_STATE'
      expect(outcome(decidePairing(pairingIn(state), event, as(anybody, true)))).toBe(expected)
    },
  )

  test.each(ENDINGS)('the household ends it at any time, whatever the reason: %s', (reason) => {
    expect(outcome(decidePairing(pairingIn('active'), { kind: 'end', reason }, as(HOUSEHOLD)))).toBe('ended')
  })

  test('the helper ends it, but not in the household’s name', () => {
    const end = (reason: 'helper' | 'household') =>
      outcome(decidePairing(pairingIn('active'), { kind: 'end', reason }, as(HELPER)))
    expect([end('helper'), end('household')]).toEqual(['ended', 'FORBIDDEN'])
  })

  test('its page is for both sides and those who arrange it', () => {
    const sees = (actor: Actor) => seesPairing(pairingIn('active'), as(actor))
    expect([HOUSEHOLD, HELPER, PIONEER, CAPTAIN, STAFF, COMMUNITY_STAFF, SECRETARY].map(sees)).toEqual(
      Array(7).fill(true),
    )
    expect([NEIGHBOUR, STREET_ADMIN, HEAD].map(sees)).toEqual([false, false, false])
  })
})

describe('走访', () => {
  const today = dayOf(MONDAY)
  const active = pairingIn('active', { since: MONDAY - 40 * DAY, visitEvery: 30 })
  const written = (by: string, day: number) => {
    const result = visitable(active, { by, day, now: MONDAY })
    return result.ok ? 'written' : result.refusal
  }

  test('the helper alone writes down a visit, of today or the last two weeks', () => {
    expect([written('helper', today), written('helper', today - 14)]).toEqual(['written', 'written'])
    expect([written('helper', today + 1), written('helper', today - 15)]).toEqual(['NOT_YET', 'NOT_YET'])
    expect(written('luo', today)).toBe('FORBIDDEN')
  })

  test('nothing is written of a day before the household agreed, nor once it is over', () => {
    const young = visitable(pairingIn('active'), { by: 'helper', day: today - 1, now: MONDAY })
    const over = visitable(pairingIn('ended'), { by: 'helper', day: today, now: MONDAY })
    expect([young, over]).toEqual([
      { ok: false, refusal: 'NOT_YET' },
      { ok: false, refusal: 'NOT_IN_THIS_STATE' },
    ])
  })

  test('it is late from the day after; that is told once, at nine in the morning', () => {
    const first = pairingIn('active', { since: at('2026-05-08 15:00'), visitEvery: 30 })
    if (first.state !== 'active') throw new Error('not active')
    expect(nextVisitDay(first)).toBe(dayOf(at('2026-06-07 00:00')))
    expect([isOverdue(first, at('2026-06-07 23:59')), isOverdue(first, at('2026-06-08 00:00'))]).toEqual([
      false,
      true,
    ])
    expect(reminderOfVisit(first)).toBe(at('2026-06-08 09:00'))
    expect(reminderOfVisit(reminded(first))).toBeNull()
  })

  test('the next visit winds the clock anew', () => {
    const visited = pairingIn('active', { lastVisit: today, remindedOf: today - 1, visitEvery: 7 })
    expect(reminderOfVisit(visited)).toBe(at('2026-06-16 09:00'))
    expect(reminderOfVisit(pairingIn('ended'))).toBeNull()
  })
})

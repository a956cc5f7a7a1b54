import { HARDSHIP_STATES, OUTCOMES } from '../../../src/core/care/hardship'
import { dueOfHardship, remindedOfHardship, reminderOfHardship } from '../../../src/core/care/hardship-due'
import { readsCase } from '../../../src/core/care/hardship-rights'
import { decideHardship, type HardshipEvent, withdrawn } from '../../../src/core/care/hardship-steps'
import {
  at,
  COMMUNITY_STAFF,
  DAY,
  GRID_HEAD,
  HEAD,
  MONDAY,
  NEIGHBOUR,
  person,
  STAFF,
  STREET_ADMIN,
} from '../making'
import { atCase, CAPTAIN, caseIn, PIONEER, SECOND_COMMUNITY, SECRETARY } from './making'

const LIST: HardshipEvent = {
  kind: 'list',
  level: 2,
  ownerId: 'deng',
  reasons: ['elder_alone'],
  words: '独居，低保边缘',
}
const DECLINE: HardshipEvent = { kind: 'decline', words: '收入超过标准' }
const EVENTS: HardshipEvent[] = [
  { kind: 'consent', how: 'in_person' },
  LIST,
  DECLINE,
  { kind: 'appeal', words: '还有药费' },
  { kind: 'measure', id: 'm2', what: '送餐', who: '志愿服务队', dueAt: MONDAY + DAY },
  { kind: 'done', measureId: 'm1', result: '批下来了' },
  { kind: 'policies', policies: ['temporary_aid'] },
  { kind: 'review', conclusion: 'go_on', words: '还要看' },
  { kind: 'strike', words: '核过了' },
  { kind: 'send_back', words: '还没到帐' },
]
const outcome = (result: ReturnType<typeof decideHardship>) =>
  result.ok ? result.value.kept.state : result.refusal

describe('每一步在哪一格能走', () => {
  /** Who takes each step where nothing but the state can stand in his way. */
  const taker = (event: HardshipEvent) => {
    if (event.kind === 'appeal') return person('grandma')
    if (event.kind === 'strike' || event.kind === 'send_back') return SECRETARY
    return event.kind === 'list' || event.kind === 'decline' ? SECOND_COMMUNITY : COMMUNITY_STAFF
  }
  const LEADS: Record<string, string> = {
    'reported list': 'listed',
    'reported decline': 'not_listed',
    'appealed list': 'listed',
    'appealed decline': 'not_listed',
    'not_listed appeal': 'appealed',
    'listed measure': 'helping',
    'helping measure': 'helping',
    'helping done': 'helping',
    'listed policies': 'listed',
    'helping policies': 'helping',
    'listed review': 'listed',
    'helping review': 'helping',
    ...Object.fromEntries(
      OUTCOMES.flatMap((state) => [
        [`${state} strike`, 'struck'],
        [`${state} send_back`, 'helping'],
      ]),
    ),
  }

  test.each(HARDSHIP_STATES.flatMap((state) => EVENTS.map((event) => [state, event.kind, event] as const)))(
    'in %s: %s',
    (state, kind, event) => {
      const expected = LEADS[`${state} ${kind}`] ?? 'NOT_IN_THIS_STATE'
      expect(outcome(decideHardship(caseIn(state), event, atCase(taker(event))))).toBe(expected)
    },
  )
})

describe('同意', () => {
  const unasked = caseIn('reported', { consent: null, reportedBy: 'wang' })

  test('nobody is assessed who has not agreed', () => {
    expect(outcome(decideHardship(unasked, LIST, atCase(COMMUNITY_STAFF)))).toBe('CONSENT_NEEDED')
    expect(dueOfHardship(unasked.kept)).toBeNull()
  })

  test('he says yes himself, or staff write down that he did; then five working days run', () => {
    const his = decideHardship(unasked, { kind: 'consent', how: 'self' }, atCase('grandma'))
    expect(his).toMatchObject({ ok: true, value: { kept: { dueAt: at('2026-06-15 17:30') } } })
    expect(outcome(decideHardship(unasked, { kind: 'consent', how: 'self' }, atCase(STAFF)))).toBe(
      'FORBIDDEN',
    )
    expect(outcome(decideHardship(unasked, { kind: 'consent', how: 'by_phone' }, atCase(STAFF)))).toBe(
      'reported',
    )
    expect(outcome(decideHardship(unasked, { kind: 'consent', how: 'by_phone' }, atCase(NEIGHBOUR)))).toBe(
      'FORBIDDEN',
    )
  })

  test('what he takes back leaves a frame that says nothing of its course', () => {
    const gone = withdrawn(caseIn('helping').kept, MONDAY)
    expect(gone).toMatchObject({ state: 'withdrawn', withdrawnAt: MONDAY })
    expect(Object.keys(gone)).not.toEqual(expect.arrayContaining(['level']))
    expect(Object.keys(gone)).not.toContain('measures')
  })
})

describe('职责分开', () => {
  test('an appeal is answered by another than who refused it, the branch secretary too; a second no is the last', () => {
    const appealed = caseIn('appealed')
    expect(outcome(decideHardship(appealed, LIST, atCase(COMMUNITY_STAFF)))).toBe('SELF_APPROVAL')
    expect(outcome(decideHardship(appealed, LIST, atCase(SECRETARY)))).toBe('listed')
    const last = decideHardship(appealed, DECLINE, atCase(SECOND_COMMUNITY))
    if (!last.ok) throw new Error(last.refusal)
    expect(outcome(decideHardship(last.value, { kind: 'appeal', words: '再看看' }, atCase('grandma')))).toBe(
      'NOT_IN_THIS_STATE',
    )
  })

  test('its owner does not strike it off, nor who said that it is over', () => {
    const owned = caseIn('relieved')
    const strike: HardshipEvent = { kind: 'strike', words: '核过了' }
    expect(outcome(decideHardship(owned, strike, atCase(COMMUNITY_STAFF)))).toBe('SELF_APPROVAL')
    const concluded = caseIn('relieved', { ownerId: 'zeng', concludedBy: 'deng' })
    expect(outcome(decideHardship(concluded, strike, atCase(COMMUNITY_STAFF)))).toBe('SELF_APPROVAL')
    expect(outcome(decideHardship(concluded, strike, atCase(SECOND_COMMUNITY)))).toBe('struck')
  })

  test('nobody works on his own case, whatever office he holds, nor is made its owner', () => {
    const own = caseIn('reported', { personId: COMMUNITY_STAFF.personId })
    expect(outcome(decideHardship(own, LIST, atCase(COMMUNITY_STAFF)))).toBe('FORBIDDEN')
    expect(readsCase(COMMUNITY_STAFF, own.kept)).toBeNull()
    const theirs = caseIn('reported', { personId: 'deng' })
    expect(outcome(decideHardship(theirs, LIST, atCase(SECOND_COMMUNITY)))).toBe('SELF_APPROVAL')
  })
})

describe('谁看得到', () => {
  test('the community, the branch secretary and its owner; nobody else of the grid, nor the street', () => {
    const { kept } = caseIn('helping')
    const readers = [COMMUNITY_STAFF, SECOND_COMMUNITY, SECRETARY]
    const others = [STAFF, PIONEER, CAPTAIN, GRID_HEAD, HEAD, STREET_ADMIN, NEIGHBOUR]
    expect(readers.map((who) => readsCase(who, kept) !== null)).toEqual([true, true, true])
    expect(others.map((who) => readsCase(who, kept))).toEqual(others.map(() => null))
  })

  test('an owner in the grid reads and works on his case, as long as he holds his office', () => {
    const { kept, words } = caseIn('helping', { ownerId: 'luo' })
    expect(readsCase(PIONEER, kept)?.role).toBe('pioneer')
    expect(readsCase(person('luo'), kept)).toBeNull()
    const done: HardshipEvent = { kind: 'done', measureId: 'm1', result: '办好了' }
    expect(outcome(decideHardship({ kept, words }, done, atCase(PIONEER)))).toBe('helping')
    expect(outcome(decideHardship({ kept, words }, done, atCase(STAFF)))).toBe('FORBIDDEN')
  })
})

describe('时限', () => {
  test('a review each ninety days; each due is told once', () => {
    const listed = decideHardship(caseIn('reported'), LIST, atCase(COMMUNITY_STAFF))
    if (!listed.ok) throw new Error(listed.refusal)
    expect(dueOfHardship(listed.value.kept)).toEqual({ kind: 'review', at: MONDAY + 90 * DAY })
    const told = remindedOfHardship(listed.value.kept)
    expect([reminderOfHardship(listed.value.kept), reminderOfHardship(told)]).toEqual([
      MONDAY + 90 * DAY,
      null,
    ])
    const later = MONDAY + 91 * DAY
    const review: HardshipEvent = { kind: 'review', conclusion: 'go_on', words: '还要看' }
    const reviewed = decideHardship({ ...listed.value, kept: told }, review, atCase(COMMUNITY_STAFF, later))
    if (!reviewed.ok) throw new Error(reviewed.refusal)
    expect(reminderOfHardship(reviewed.value.kept)).toBe(later + 90 * DAY)
  })

  test.each(OUTCOMES)('a review may conclude: %s', (conclusion) => {
    const review: HardshipEvent = { kind: 'review', conclusion, words: '好了' }
    const over = decideHardship(caseIn('helping'), review, atCase(COMMUNITY_STAFF))
    expect(outcome(over)).toBe(conclusion)
    if (over.ok) expect(reminderOfHardship(over.value.kept)).toBeNull()
  })
})

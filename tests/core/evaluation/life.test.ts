import { decideAdjustment, proposeAdjustment } from '#core/evaluation/adjust'
import * as lives from '#core/evaluation/life'
import type { Actor } from '#core/people/actor'
import type { Result } from '#core/result'
import {
  CALENDAR,
  COMMUNITY,
  COMMUNITY_STAFF,
  DAY,
  GRID,
  GRID_HEAD,
  MONDAY,
  office,
  PIECE,
  person,
  RESIDENT,
  STREET_ADMIN,
  STREET_COLLEAGUE,
} from '../making'
import { fact, life, scored } from './making'

const WEN = person('wen', office('head', PIECE, { buildingId: 'b23' }))
const SECOND = person('ye', office('community_staff', COMMUNITY))
const CARD = scored([fact('patrols', 0, 1, 'week:2026-05-04')])

const around = (actor: Actor, now = MONDAY, card: lives.Around['card'] = CARD): lives.Around => ({
  actor,
  now,
  card,
})
const value = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
const refusal = (result: Result<unknown>) => (result.ok ? null : result.refusal)

const previewed = (more = {}) => lives.openPreview(life(more), MONDAY)
const wrong = {
  id: 'ap1',
  component: 'patrols',
  eventId: 'week:2026-05-04',
  words: '那天巡了',
  calendar: CALENDAR,
} as const
const appealed = () => value(lives.appeal(previewed(), wrong, around(WEN)))
const AFTER = MONDAY + lives.PREVIEW

test('a card is looked at for three days before it is confirmed, and not a millisecond less', () => {
  expect(refusal(lives.confirm(life(), around(COMMUNITY_STAFF, AFTER)))).toBe('NOT_IN_THIS_STATE')
  expect(refusal(lives.confirm(previewed(), around(COMMUNITY_STAFF, AFTER - 1)))).toBe('PUBLICITY_RUNNING')
  expect(value(lives.confirm(previewed(), around(COMMUNITY_STAFF, AFTER)))).toMatchObject({
    state: 'confirmed',
    confirmedBy: 'deng',
  })
})

test.each([
  ['a head by the street', life(), STREET_ADMIN],
  ['a grid by the community', life({ kind: 'grid', personId: null }), COMMUNITY_STAFF],
  ['a head by himself', life(), WEN],
])('nobody confirms %s', (_, of, actor) => {
  expect(refusal(lives.confirm(lives.openPreview(of, MONDAY), around(actor, AFTER)))).toBe('FORBIDDEN')
})

test('the head objects to an event of his card, within the three days, once', () => {
  expect(appealed().appeals).toMatchObject([{ by: 'wen', eventId: 'week:2026-05-04', answer: null }])
  expect(refusal(lives.appeal(previewed(), wrong, around(WEN, AFTER)))).toBe('NOT_IN_THIS_STATE')
  expect(refusal(lives.appeal(previewed(), { ...wrong, eventId: 'week:1' }, around(WEN)))).toBe('VALIDATION')
  expect(refusal(lives.appeal(appealed(), wrong, around(WEN)))).toBe('NOT_IN_THIS_STATE')
  expect(refusal(lives.appeal(previewed(), wrong, around(RESIDENT)))).toBe('FORBIDDEN')
})

test('of a grid its own head objects, not another grid’s', () => {
  const grid = previewed({ kind: 'grid', personId: null })
  expect(lives.appeal(grid, wrong, around(GRID_HEAD)).ok).toBe(true)
  const other = person('ma', office('grid_head', `${COMMUNITY}.006`))
  expect(refusal(lives.appeal(grid, wrong, around(other)))).toBe('FORBIDDEN')
})

test('an answer is due after five working days', () => {
  // Monday the 8th: the first day does not count, the 15th is the fifth, and it ends at 17:30.
  expect(appealed().appeals[0]?.dueAt).toBe(Date.parse('2026-06-15T17:30:00+08:00'))
})

describe('an appeal is answered by somebody else', () => {
  const given = { appealId: 'ap1', as: 'granted', note: '看了照片' } as const
  test('the community or the street, not whoever had a hand in the adjustments, not the head', () => {
    expect(lives.answer(appealed(), given, around(SECOND)).ok).toBe(true)
    expect(lives.answer(appealed(), given, around(STREET_ADMIN)).ok).toBe(true)
    expect(refusal(lives.answer(appealed(), given, around(WEN)))).toBe('FORBIDDEN')
    const adjusted = scored(CARD.facts, {
      adjustments: [{ id: 'x', reason: 'leads_project', evidence: '', proposedBy: 'ye', approvedBy: 'su' }],
    })
    for (const actor of [SECOND, STREET_ADMIN])
      expect(refusal(lives.answer(appealed(), given, around(actor, MONDAY, adjusted)))).toBe('SELF_APPROVAL')
  })
  test('even when the head works for the community himself', () => {
    const both = { ...WEN, grants: [...WEN.grants, office('community_staff', COMMUNITY)] }
    expect(refusal(lives.answer(appealed(), given, around(both)))).toBe('SELF_APPROVAL')
    expect(refusal(lives.confirm(previewed(), around(both, AFTER)))).toBe('SELF_APPROVAL')
  })
  test('once, and whoever answered does not confirm the card', () => {
    const answered = value(lives.answer(appealed(), { ...given, as: null }, around(SECOND)))
    expect(refusal(lives.answer(answered, given, around(STREET_ADMIN)))).toBe('NOT_IN_THIS_STATE')
    expect(refusal(lives.confirm(answered, around(SECOND, AFTER)))).toBe('SELF_APPROVAL')
    expect(lives.confirm(answered, around(COMMUNITY_STAFF, AFTER)).ok).toBe(true)
    expect(lives.correctionsOf(answered)).toEqual([])
  })
  test('and as long as it waits nothing is confirmed', () => {
    expect(refusal(lives.confirm(appealed(), around(COMMUNITY_STAFF, AFTER)))).toBe('OBJECTIONS_UNANSWERED')
  })
  test('upheld, it makes a new edition that is previewed for three days anew', () => {
    const answered = value(lives.answer(appealed(), given, around(SECOND)))
    expect(lives.correctionsOf(answered)).toEqual([
      { appealId: 'ap1', component: 'patrols', eventId: 'week:2026-05-04', as: 'granted' },
    ])
    expect(value(lives.revise(answered, MONDAY + DAY))).toMatchObject({
      edition: 2,
      state: 'preview',
      previewUntil: MONDAY + DAY + lives.PREVIEW,
    })
  })
})

describe('★ twice in a row', () => {
  const low = { ...CARD, stars: 1 as const }
  const confirmed = () => value(lives.confirm(previewed(), around(COMMUNITY_STAFF, AFTER)))
  const published = (before: 1 | 2 | null) =>
    value(lives.publish(confirmed(), { ...around(COMMUNITY_STAFF, AFTER, low), before }))
  test('asks for a talk and a plan; once does not, and nobody is removed', () => {
    expect(published(1)).toMatchObject({ state: 'published', talk: { plan: null } })
    expect(published(2)).toMatchObject({ talk: null })
    expect(published(null)).toMatchObject({ talk: null })
  })
  test('the plan is kept once', () => {
    const planned = value(lives.keepPlan(published(1), '结对帮三个月', around(COMMUNITY_STAFF, AFTER)))
    expect(planned).toMatchObject({ talk: { plan: { by: 'deng' } } })
    expect(refusal(lives.keepPlan(planned, '再谈', around(COMMUNITY_STAFF, AFTER)))).toBe('NOT_IN_THIS_STATE')
    expect(refusal(lives.keepPlan(published(2), '谈谈', around(COMMUNITY_STAFF, AFTER)))).toBe(
      'NOT_IN_THIS_STATE',
    )
  })
})

test('the detail is for the person, those who answer for him, and the auditor', () => {
  const readers = [WEN, COMMUNITY_STAFF, STREET_ADMIN, person('lu', office('auditor', GRID))]
  expect(readers.map((actor) => lives.mayRead(actor, life()))).toEqual([true, true, true, true])
  expect([RESIDENT, GRID_HEAD].map((actor) => lives.mayRead(actor, life()))).toEqual([false, false])
  expect(lives.mayRead(GRID_HEAD, life({ kind: 'grid', personId: null }))).toBe(true)
})

describe('points for or against', () => {
  const proposal = {
    id: 'ad1',
    buildingId: 'b23',
    personId: 'wen',
    gridPath: PIECE,
    period: '2026-05',
    reason: 'leads_project',
    evidence: '活动室项目验收单',
  } as const
  const proposed = () => value(proposeAdjustment(proposal, { actor: COMMUNITY_STAFF, now: MONDAY }))
  test('take two people, and neither is the head', () => {
    const decide = (actor: Actor) => refusal(decideAdjustment(proposed(), true, { actor, now: MONDAY }))
    expect([COMMUNITY_STAFF, SECOND, STREET_COLLEAGUE, GRID_HEAD].map(decide)).toEqual([
      'SELF_APPROVAL',
      null,
      null,
      'FORBIDDEN',
    ])
    const both = { ...WEN, grants: [office('community_staff', COMMUNITY)] }
    expect(refusal(proposeAdjustment(proposal, { actor: both, now: MONDAY }))).toBe('SELF_APPROVAL')
    expect(decide(both)).toBe('SELF_APPROVAL')
  })
  test('are decided once', () => {
    const decided = value(decideAdjustment(proposed(), false, { actor: SECOND, now: MONDAY }))
    expect(refusal(decideAdjustment(decided, true, { actor: STREET_ADMIN, now: MONDAY }))).toBe(
      'NOT_IN_THIS_STATE',
    )
  })
})

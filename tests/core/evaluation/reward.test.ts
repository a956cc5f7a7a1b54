import {
  decideReward,
  objectToReward,
  proposeReward,
  type RewardBatch,
  recordReward,
  rewardSteps,
} from '#core/evaluation/reward'
import type { Actor } from '#core/people/actor'
import type { Result } from '#core/result'
import {
  at,
  COMMUNITY_STAFF,
  GRID,
  MONDAY,
  office,
  person,
  STREET,
  STREET_ADMIN,
  STREET_COLLEAGUE,
} from '../making'

const SECRETARY = person('zhou', office('secretary', GRID))
const proposal = {
  id: 'rw1',
  streetId: STREET,
  gridPath: GRID,
  period: '2026-05',
  title: '五月考评奖励',
  unit: 'fen' as const,
  items: [{ lifeId: 's1', personId: 'wen', amount: 20_000 }],
}
const value = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
const refusal = (result: Result<unknown>) => (result.ok ? null : result.refusal)
const proposed = (actor: Actor = SECRETARY) => value(proposeReward(proposal, { actor, now: MONDAY }))
const approve = { approve: true, reason: '' }
const posted = (): RewardBatch =>
  value(decideReward(proposed(), approve, { actor: STREET_ADMIN, now: MONDAY }))

test('whoever proposes does not approve, and nobody rewards himself', () => {
  const both = { ...STREET_ADMIN, grants: [...STREET_ADMIN.grants, office('secretary', GRID)] }
  expect(refusal(decideReward(proposed(both), approve, { actor: both, now: MONDAY }))).toBe('SELF_APPROVAL')
  expect(refusal(decideReward(proposed(), approve, { actor: SECRETARY, now: MONDAY }))).toBe('FORBIDDEN')
  const wen = person('wen', office('secretary', GRID), office('street_admin', STREET))
  expect(refusal(proposeReward(proposal, { actor: wen, now: MONDAY }))).toBe('SELF_APPROVAL')
  expect(refusal(decideReward(proposed(), approve, { actor: wen, now: MONDAY }))).toBe('SELF_APPROVAL')
})

test('a batch names each card once, and at least one', () => {
  const [item] = proposal.items
  for (const items of [[], [item, item]] as (typeof proposal.items)[])
    expect(refusal(proposeReward({ ...proposal, items }, { actor: COMMUNITY_STAFF, now: MONDAY }))).toBe(
      'VALIDATION',
    )
})

test('it is posted for five whole days after the day of approval, then written down', () => {
  const batch = posted()
  // Approved on Monday the 8th: public from the 9th to the end of the 13th.
  const end = at('2026-06-14 00:00')
  expect(batch).toMatchObject({ state: 'posted', publicUntil: end })
  expect(refusal(recordReward(batch, '', { actor: STREET_ADMIN, now: end - 1 }))).toBe('PUBLICITY_RUNNING')
  expect(value(recordReward(batch, '', { actor: STREET_ADMIN, now: end }))).toMatchObject({
    state: 'recorded',
  })
  expect(rewardSteps(batch, { actor: STREET_COLLEAGUE, now: end })).toEqual(['record'])
  expect(rewardSteps(batch, { actor: STREET_COLLEAGUE, now: end - 1 })).toEqual([])
  expect(rewardSteps(proposed(), { actor: STREET_COLLEAGUE, now: end })).toEqual(['decide'])
  expect(rewardSteps(proposed(), { actor: SECRETARY, now: end })).toEqual([])
})

test('what neighbours object is answered before it is written down', () => {
  const said = { personId: 'li', isNeighbour: true, now: MONDAY }
  const objected = value(objectToReward(posted(), '他这个月没来', said))
  const twice = value(objectToReward(objected, '他只来过一次', said))
  expect(twice.objections.map(({ words }) => words)).toEqual(['他只来过一次'])
  const now = at('2026-06-14 00:00')
  expect(refusal(recordReward(twice, '', { actor: STREET_ADMIN, now }))).toBe('OBJECTIONS_UNANSWERED')
  expect(recordReward(twice, '查了记录，来过四次', { actor: STREET_ADMIN, now }).ok).toBe(true)
  expect(refusal(objectToReward(posted(), '不同意', { ...said, isNeighbour: false }))).toBe('FORBIDDEN')
  expect(refusal(objectToReward(posted(), '不同意', { ...said, now }))).toBe('NOT_IN_THIS_STATE')
})

test('a refusal has a reason', () => {
  const decide = (reason: string) =>
    decideReward(proposed(), { approve: false, reason }, { actor: STREET_ADMIN, now: MONDAY })
  expect(refusal(decide(''))).toBe('VALIDATION')
  expect(value(decide('名单重复'))).toMatchObject({ state: 'declined' })
})

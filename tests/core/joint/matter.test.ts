import {
  decideJoint,
  type JointEvent,
  type JointMatter,
  openMatter,
  type Party,
  partiesOf,
} from '#core/joint/matter'
import type { Actor } from '#core/people/actor'
import { COMMUNITY_STAFF, DAY, frozen, GRID, MONDAY, office, person, STAFF } from '../making'

const COMMUNITY = '441302010.001'
const PARTY = person('luo', office('party_committee', COMMUNITY))
const RESIDENTS = person('peng', office('residents_committee', COMMUNITY))
const OWNERS = person('fan', office('owners_committee', GRID))
const BOTH = person('both', office('party_committee', COMMUNITY), office('residents_committee', COMMUNITY))
const ELSEWHERE = person('far', office('party_committee', '441302010.002'))

const opening = {
  id: 'm1',
  streetId: '441302010',
  estateId: 'jx',
  gridPath: GRID,
  subject: '南门改单行',
  owners: 'owners_committee' as const,
  duties: { party_committee: '值守', residents_committee: '画线', owners: '征求意见' },
  dueAt: MONDAY + 30 * DAY,
}
const as = (actor: Actor, headsHere = false) => ({ actor, now: MONDAY, headsHere })

function opened(more: Partial<JointMatter> = {}): JointMatter {
  const made = openMatter({ ...opening, ...more }, as(COMMUNITY_STAFF))
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}
const after = (matter: JointMatter, event: JointEvent, actor: Actor, headsHere = false) => {
  const decided = decideJoint(frozen(matter), event, as(actor, headsHere))
  return decided.ok ? decided.value : decided.refusal
}
const sign = (party: Party): JointEvent => ({ kind: 'sign', party, note: '' })
const signedBy = (matter: JointMatter, ...signs: [Party, Actor][]) =>
  signs.reduce((one, [party, actor]) => after(one, sign(party), actor) as JointMatter, matter)

test('three parties sign, and only with the third it is over', () => {
  const two = signedBy(opened(), ['party_committee', PARTY], ['owners', OWNERS])
  expect(two.state).toBe('open')
  expect(signedBy(two, ['residents_committee', RESIDENTS])).toMatchObject({
    state: 'closed',
    closedAt: MONDAY,
  })
})

test('one person never gives two sign-offs, whatever offices he holds', () => {
  const one = signedBy(opened(), ['party_committee', BOTH])
  expect(after(one, sign('residents_committee'), BOTH)).toBe('SELF_APPROVAL')
  expect(partiesOf(one, as(BOTH))).toEqual(['party_committee', 'residents_committee'])
})

test.each<[string, Party, Actor]>([
  ['the residents’ committee for the party committee', 'party_committee', RESIDENTS],
  ['the party committee of another community', 'party_committee', ELSEWHERE],
  ['grid staff for the owners', 'owners', STAFF],
  ['whoever opened it', 'owners', COMMUNITY_STAFF],
])('%s does not sign', (_, party, actor) => {
  expect(after(opened(), sign(party), actor)).toBe('FORBIDDEN')
})

test('without an owners’ committee a head of the estate signs for the council, and nobody else', () => {
  const matter = opened({ owners: 'council' })
  expect(after(matter, sign('owners'), OWNERS)).toBe('FORBIDDEN')
  expect(after(matter, sign('owners'), person('wen'), true)).toMatchObject({
    signOffs: { owners: { by: 'wen' } },
  })
  expect(after(opened(), sign('owners'), person('wen'), true)).toBe('FORBIDDEN')
})

test('returned with a reason, all three sign anew', () => {
  const two = signedBy(opened(), ['party_committee', PARTY], ['owners', OWNERS])
  const back = after(two, { kind: 'return', party: 'residents_committee', reason: '线还没画' }, RESIDENTS)
  expect(back).toMatchObject({ state: 'open', signOffs: {} })
})

test('it is opened by the community over its own estates, for a year at most', () => {
  const by = (actor: Actor, dueAt = opening.dueAt) => {
    const made = openMatter({ ...opening, dueAt }, as(actor))
    return made.ok ? made.value.state : made.refusal
  }
  expect(by(STAFF)).toBe('FORBIDDEN')
  expect(by(COMMUNITY_STAFF, MONDAY)).toBe('TERM_TOO_LONG')
  expect(by(COMMUNITY_STAFF, MONDAY + 400 * DAY)).toBe('TERM_TOO_LONG')
  expect(by(COMMUNITY_STAFF)).toBe('open')
})

test('what is over or called off is not touched again', () => {
  const called = after(opened(), { kind: 'cancel', reason: '不需要了' }, COMMUNITY_STAFF) as JointMatter
  expect(called.state).toBe('cancelled')
  expect(after(called, sign('owners'), OWNERS)).toBe('NOT_IN_THIS_STATE')
  expect(after(called, { kind: 'cancel', reason: '再来' }, COMMUNITY_STAFF)).toBe('NOT_IN_THIS_STATE')
})

import {
  answered,
  type Checked,
  canSeePhoto,
  isPublished,
  leftToPeople,
  looked,
  MOST_TRIES,
  nextTryAfter,
  noticeOf,
  PHOTO_STATES,
  type PhotoState,
} from '#core/content/photo'
import { PASS, UNASKED, type Verdict } from '#core/content/verdict'
import { GUEST } from '#core/people/actor'
import {
  COMMUNITY_STAFF,
  GRID_HEAD,
  HEAD,
  NEIGHBOUR,
  office,
  person,
  RESIDENT,
  STAFF,
  STREET,
  STREET_ADMIN,
  standing,
  TRAFFIC,
  WATER,
} from '../making'

const PENDING: Checked = { state: 'pending', doubt: null, decidedBy: null }
const REVIEW: Verdict = { says: 'review', doubt: 'vulgar' }
const RISKY: Verdict = { says: 'risky', doubt: 'porn' }
const VERDICTS = [PASS, REVIEW, RISKY, UNASKED]

test.each<[string, Verdict, PhotoState]>([
  ['passes', PASS, 'pass'],
  ['is looked at', REVIEW, 'review'],
  ['is not shown', RISKY, 'refused'],
  ['that could not be judged is looked at', UNASKED, 'review'],
])('after the answer a photo %s', (_, verdict, state) => {
  expect(answered(PENDING, verdict)).toEqual({ state, doubt: verdict.doubt, decidedBy: null })
})

test('the same answer twice changes nothing, and of two different ones the order does not matter', () => {
  for (const one of VERDICTS)
    for (const other of VERDICTS) {
      const once = answered(PENDING, one)
      expect(answered(once, one).state).toBe(once.state)
      const there = answered(once, other)
      const back = answered(answered(PENDING, other), one)
      expect([one, other, there.state]).toEqual([one, other, back.state])
    }
})

test('when time runs out a person looks; an answer that comes later still counts', () => {
  const late = leftToPeople(PENDING, 'unanswered')
  expect(late).toEqual({ state: 'review', doubt: 'unanswered', decidedBy: null })
  expect(answered(late, PASS).state).toBe('pass')
  expect(answered(late, RISKY).state).toBe('refused')
})

test('time that runs out after the answer changes nothing', () => {
  for (const verdict of VERDICTS) {
    const said = answered(PENDING, verdict)
    expect(leftToPeople(said, 'unanswered')).toBe(said)
  }
})

test('no answer undoes what a person decided', () => {
  for (const state of ['pass', 'refused'] as const)
    for (const verdict of VERDICTS) {
      const decided: Checked = { state, doubt: 'unanswered', decidedBy: 'p.staff' }
      expect(answered(decided, verdict)).toBe(decided)
    }
})

const photo = (more: Partial<Checked> = {}) => ({
  ...PENDING,
  state: 'review' as PhotoState,
  uploaderId: 'li',
  ...more,
})
const show = { shown: true, reason: '' }
const hide = { shown: false, reason: '拍到了别人的脸' }
const concern = standing('in_progress', { level: 2, desk: 'grid', ownerId: 'zeng' })
const staff = { actor: STAFF, concern }

test('staff of the grid show a photo, or do not and say why', () => {
  expect(looked(photo(), show, staff)).toEqual({
    ok: true,
    value: { state: 'pass', doubt: null, decidedBy: 'zeng' },
  })
  expect(looked(photo(), hide, staff)).toMatchObject({ ok: true, value: { state: 'refused' } })
  expect(looked(photo(), { ...hide, reason: '' }, staff)).toEqual({ ok: false, refusal: 'VALIDATION' })
})

test('what the check turned down a person may still show', () => {
  expect(looked(photo({ state: 'refused' }), show, staff)).toMatchObject({ value: { state: 'pass' } })
})

test.each<[string, Parameters<typeof looked>[0], string]>([
  ['his own photo', { ...photo(), uploaderId: 'zeng' }, 'SELF_APPROVAL'],
  ['one that was decided', photo({ decidedBy: 'p.other' }), 'NOT_IN_THIS_STATE'],
  ['one that passed', photo({ state: 'pass' }), 'NOT_IN_THIS_STATE'],
  ['one the check has not answered', photo({ state: 'pending' }), 'NOT_IN_THIS_STATE'],
])('nobody decides about %s', (_, about, refusal) => {
  expect(looked(about, show, staff)).toEqual({ ok: false, refusal })
})

test.each([
  ['a guest', GUEST],
  ['a neighbour', NEIGHBOUR],
  ['the building head', HEAD],
  ['the traffic police', TRAFFIC],
  ['a department', WATER],
  ['an auditor', person('auditor', office('auditor', STREET))],
  ['staff of another grid', person('xu', office('grid_staff', '441302010.001.006'))],
])('%s does not decide about photos', (_, actor) => {
  expect(looked(photo(), show, { actor, concern })).toEqual({ ok: false, refusal: 'FORBIDDEN' })
})

test('until it has passed, a photo is for its author and for those who handle the matter', () => {
  const seenBy = (actor: Parameters<typeof canSeePhoto>[0]) =>
    PHOTO_STATES.filter((state) => canSeePhoto(actor, concern, { state, uploaderId: 'li' }))
  for (const actor of [RESIDENT, STAFF, GRID_HEAD, COMMUNITY_STAFF, STREET_ADMIN])
    expect([actor.personId, seenBy(actor)]).toEqual([actor.personId, [...PHOTO_STATES]])
  for (const actor of [GUEST, NEIGHBOUR, HEAD, TRAFFIC, WATER])
    expect([actor.personId, seenBy(actor)]).toEqual([actor.personId, ['pass']])
})

test("the reporter waits for the handler's photo as everybody does", () => {
  const ofHandler = { state: 'pending', uploaderId: 'zeng' } as const
  expect(canSeePhoto(RESIDENT, concern, ofHandler)).toBe(false)
})

test('the one a matter is about does not see it by his office', () => {
  const about = { ...concern, aboutPersonId: 'zeng' }
  expect(canSeePhoto(STAFF, about, { state: 'review', uploaderId: 'li' })).toBe(false)
})

test('what only handlers read is published to nobody', () => {
  expect(isPublished({ visibility: 'public' })).toBe(true)
  expect(isPublished({ visibility: 'parties' })).toBe(true)
  expect(isPublished({ visibility: 'restricted' })).toBe(false)
})

test('the author hears that it is not shown, hears why, and hears when it is after all', () => {
  const machine: Checked = { state: 'refused', doubt: 'porn', decidedBy: null }
  for (const [use, told] of [
    ['concern', 'photo'],
    ['avatar', 'face'],
  ] as const) {
    expect(noticeOf(PENDING, machine, use)).toBe(`${told}_refused`)
    expect(noticeOf(machine, { ...machine, decidedBy: 'p.staff' }, use)).toBe(`${told}_refused`)
    expect(noticeOf(machine, { state: 'pass', doubt: 'porn', decidedBy: 'p.staff' }, use)).toBe(
      `${told}_shown`,
    )
    expect(noticeOf(PENDING, { ...PENDING, state: 'pass' }, use)).toBeNull()
    expect(noticeOf(PENDING, { ...PENDING, state: 'review' }, use)).toBeNull()
  }
})

test('a face is looked at where its owner lives, by the same offices, and never by himself', () => {
  const home = { gridPath: '441302010.001.005.01', buildingId: null }
  const by = (actor: Parameters<typeof looked>[2]['actor']) => looked(photo(), show, { actor, home })
  for (const actor of [STAFF, GRID_HEAD, COMMUNITY_STAFF, STREET_ADMIN])
    expect(by(actor)).toMatchObject({ ok: true, value: { state: 'pass' } })
  for (const actor of [GUEST, NEIGHBOUR, HEAD, TRAFFIC, WATER])
    expect(by(actor)).toEqual({ ok: false, refusal: 'FORBIDDEN' })
  const own = { ...photo(), uploaderId: 'zeng' }
  expect(looked(own, show, { actor: STAFF, home })).toEqual({ ok: false, refusal: 'SELF_APPROVAL' })
})

test('the face of somebody whose home nobody knows is looked at by the street', () => {
  const street = { gridPath: '441302010', buildingId: null }
  expect(looked(photo(), show, { actor: STREET_ADMIN, home: street }).ok).toBe(true)
  expect(looked(photo(), show, { actor: STAFF, home: street }).ok).toBe(false)
})

test('a check that cannot be reached is tried five times within half an hour', () => {
  const waits = Array.from({ length: MOST_TRIES }, (_, tries) => nextTryAfter(tries + 1) / 60_000)
  expect(waits).toEqual([1, 2, 4, 8, 16])
})

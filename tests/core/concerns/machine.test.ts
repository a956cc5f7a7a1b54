import type { Concern } from '#core/concerns/concern'
import type { ConcernEvent, EventKind } from '#core/concerns/events'
import { decide } from '#core/concerns/machine'
import type { Context } from '#core/concerns/step'
import type { Actor } from '#core/people/actor'
import { CLOCK } from '#core/people/actor'
import {
  at,
  CALENDAR,
  COLLEAGUE,
  COMMUNITY_STAFF,
  DAY,
  frozen,
  GRID,
  GRID_HEAD,
  HEAD,
  HOUR,
  MINUTE,
  MONDAY,
  office,
  PIECE,
  person,
  RESIDENT,
  ROADS,
  raised,
  STAFF,
  STREET_ADMIN,
  STREET_COLLEAGUE,
  said,
  standing,
  TRAFFIC,
  WATER,
  words,
} from '../making'

const NOW = MONDAY + HOUR

type Happening = { by: Actor; now?: number; says?: object } & Partial<Context>

const ask = (
  concern: Concern,
  kind: EventKind,
  { by, now = NOW, says = {}, ...context }: Happening,
): ReturnType<typeof decide> => {
  const event = { kind, ...said[kind](concern, now), ...says } as ConcernEvent
  return decide(frozen(concern), event, { headId: 'head-23', ...context, actor: by, now, calendar: CALENDAR })
}

const refusal = (concern: Concern, kind: EventKind, happening: Happening): string => {
  const decided = ask(concern, kind, happening)
  return decided.ok ? 'done' : decided.refusal
}

const following = (concern: Concern, kind: EventKind, happening: Happening): Concern => {
  const decided = ask(concern, kind, happening)
  if (!decided.ok) throw new Error(`${kind} was refused: ${decided.refusal}`)
  return decided.value.concern
}

describe('受理', () => {
  test('the one who accepts for his own desk owns the matter', () => {
    const accepted = following(raised(), 'accept', { by: STAFF, says: { level: 2, desk: 'grid' } })
    expect(accepted).toMatchObject({ state: 'accepted', ownerId: 'zeng', level: 2, acceptedAt: NOW })
  })

  test('sent to another desk, anyone there may take it', () => {
    const accepted = following(raised(), 'accept', { by: STAFF, says: { level: 2, desk: 'traffic' } })
    expect(accepted).toMatchObject({ desk: 'traffic', ownerId: null })
    expect(following(accepted, 'start', { by: TRAFFIC }).ownerId).toBe('liang')
  })

  test('accepting does not move what was promised to the resident', () => {
    const before = raised()
    const accepted = following(before, 'accept', { by: STAFF })
    expect([accepted.contactDueAt, accepted.resolveDueAt]).toEqual([before.contactDueAt, before.resolveDueAt])
  })

  test.each([
    ['a desk that does not stand on that step', 'LIGHT_BROKEN', { level: 1, desk: 'grid' }, 'VALIDATION'],
    [
      'a department, which comes only by whistle',
      'LIGHT_BROKEN',
      { level: 0, desk: 'department' },
      'VALIDATION',
    ],
    ['the street, for what does not begin there', 'LIGHT_BROKEN', { level: 0, desk: 'street' }, 'VALIDATION'],
    ['the street, for what begins there', 'GEO_HAZARD', { level: 0, desk: 'street' }, 'done'],
    ['the community', 'LIGHT_BROKEN', { level: 1, desk: 'community' }, 'done'],
    ['the head of the building', 'LIGHT_BROKEN', { level: 3, desk: 'head' }, 'done'],
    ['the head, for a hardship meant for few eyes', 'HARDSHIP', { level: 3, desk: 'head' }, 'VALIDATION'],
    ['the 片区, for a matter about a head', 'HEAD_CONDUCT', { level: 3, desk: 'grid' }, 'VALIDATION'],
  ] as const)('to %s', (_what, category, says, expected) => {
    expect(refusal(raised({ category }), 'accept', { by: STAFF, says })).toBe(expected)
  })

  test('no head gets his own report, and none is there where none is in office', () => {
    const toHead = { by: STAFF, says: { level: 3, desk: 'head' } }
    expect(refusal(raised({ reporterId: 'head-23' }), 'accept', toHead)).toBe('VALIDATION')
    expect(refusal(raised(), 'accept', { ...toHead, headId: null })).toBe('VALIDATION')
    const nowhere = raised({ place: { buildingId: null, point: null, words: '路口' } })
    expect(refusal(nowhere, 'accept', toHead)).toBe('VALIDATION')
  })

  test('a place known only to the community has no desk below it', () => {
    const somewhere = raised({ gridPath: '441302010.001' }, { building: null })
    expect(somewhere).toMatchObject({ level: 1, desk: 'community' })
    const byCommunity = { by: COMMUNITY_STAFF, says: { level: 2, desk: 'grid' } }
    expect(refusal(somewhere, 'accept', byCommunity)).toBe('VALIDATION')
  })
})

describe('并案', () => {
  const merge = (target: Concern | undefined, into = 'c2', concern = raised()) =>
    refusal(concern, 'merge', { by: STAFF, says: { into }, target })

  test('into an open matter of the same street that both can see', () => {
    expect(merge(raised({ id: 'c2' }))).toBe('done')
    const merged = following(raised(), 'merge', { by: STAFF, target: raised({ id: 'c2' }) })
    expect(merged).toMatchObject({ state: 'closed', closing: 'merged', mergedInto: 'c2', closedAtLevel: 2 })
  })

  test.each([
    ['no such matter', undefined, 'c2'],
    ['another than the one named', raised({ id: 'c3' }), 'c2'],
    ['itself', raised(), 'c1'],
    ['a closed one', standing('closed', { id: 'c2' }), 'c2'],
    ['one not yet looked at', raised({ id: 'c2' }, { held: true }), 'c2'],
    ['one of another street', raised({ id: 'c2', streetId: '441302011' }), 'c2'],
    ['one meant for few eyes', raised({ id: 'c2', category: 'HARDSHIP' }), 'c2'],
    [
      'one this person cannot see',
      raised({ id: 'c2', category: 'DISPUTE', gridPath: '441302010.002.001' }, { building: null }),
      'c2',
    ],
  ])('not into %s', (_what, target, into) => {
    expect(merge(target, into)).toBe('MERGE_TARGET')
  })

  test('not into a complaint about the one who reported', () => {
    const aboutHim = raised({ id: 'c2', category: 'HEAD_CONDUCT' })
    expect(merge(aboutHim, 'c2', raised({ reporterId: 'head-23' }))).toBe('MERGE_TARGET')
  })
})

describe('上报与下沉', () => {
  test('goes up one step to nobody in particular, with a whole span and two extensions anew', () => {
    const extensions = [
      { askedAt: 1, askedBy: 'zeng', until: 2, reason: '', approved: true, answeredBy: 'deng' },
    ]
    const before = standing('in_progress', { ownerId: 'zeng', extensions })
    const up = following(before, 'escalate', { by: STAFF, now: at('2026-06-10 10:00') })
    expect(up).toMatchObject({
      state: 'accepted',
      level: 1,
      desk: 'community',
      ownerId: null,
      extensions: [],
    })
    expect(words(up.resolveDueAt)).toBe('2026-06-15 17:30')
    expect(up.clock).toBe(before.clock + 1)
  })

  test('a short promise becomes one working day at least', () => {
    const fire = raised({ category: 'PARK_FIRELANE' })
    const up = following(fire, 'escalate', { by: CLOCK, now: MONDAY + 2 * HOUR })
    expect(words(up.resolveDueAt)).toBe('2026-06-09 17:30')
  })

  test('never shortens what was promised', () => {
    const far = standing('in_progress', { resolveDueAt: at('2026-09-01 17:30') })
    expect(following(far, 'escalate', { by: STAFF }).resolveDueAt).toBe(far.resolveDueAt)
  })

  test('the first contact gets its own span again, unless it has been made', () => {
    const up = following(standing('in_progress'), 'escalate', { by: STAFF, now: at('2026-06-09 10:00') })
    expect(words(up.contactDueAt)).toBe('2026-06-09 14:00')
    const met = standing('in_progress', { contactedAt: MONDAY })
    expect(following(met, 'escalate', { by: STAFF }).contactDueAt).toBe(met.contactDueAt)
  })

  test('the clock pushes only what is late, to the millisecond', () => {
    const late = standing('in_progress', { contactedAt: MONDAY })
    expect(refusal(late, 'escalate', { by: CLOCK, now: late.resolveDueAt - 1 })).toBe('NOT_IN_THIS_STATE')
    expect(refusal(late, 'escalate', { by: CLOCK, now: late.resolveDueAt })).toBe('done')
  })

  test('what nobody accepted climbs on without being accepted', () => {
    const up = following(raised(), 'escalate', { by: CLOCK, now: MONDAY + 8 * HOUR })
    expect(up).toMatchObject({ state: 'submitted', level: 1, desk: 'community' })
    expect(refusal(up, 'accept', { by: COMMUNITY_STAFF, says: { level: 1, desk: 'community' } })).toBe('done')
  })

  test('down to the head of the building when there is one who may hold it, else to the 片区', () => {
    const atGrid = standing('in_progress', { ownerId: 'zeng' })
    expect(following(atGrid, 'delegate', { by: STAFF })).toMatchObject({
      level: 3,
      desk: 'head',
      ownerId: null,
    })
    expect(following(atGrid, 'delegate', { by: STAFF, headId: null })).toMatchObject({
      level: 3,
      desk: 'grid',
    })
    const byHead = { ...atGrid, reporterId: 'head-23' }
    expect(following(byHead, 'delegate', { by: STAFF })).toMatchObject({ level: 3, desk: 'grid' })
  })

  test('a complaint about a head never comes down to his level', () => {
    const conduct = { ...standing('in_progress'), aboutPersonId: 'head-23' }
    expect(refusal(conduct, 'delegate', { by: STAFF })).toBe('BOTTOM_OF_LADDER')
    const community = { ...conduct, level: 1 as const, desk: 'community' as const }
    expect(following(community, 'delegate', { by: COMMUNITY_STAFF })).toMatchObject({
      level: 2,
      desk: 'grid',
    })
  })

  test('handed down, it keeps its deadline, or one working day when that is nearer', () => {
    const before = standing('in_progress')
    expect(following(before, 'delegate', { by: STAFF }).resolveDueAt).toBe(before.resolveDueAt)
    const late = following(before, 'delegate', { by: STAFF, now: at('2026-06-11 17:00') })
    expect(words(late.resolveDueAt)).toBe('2026-06-12 17:30')
  })
})

describe('吹哨报到', () => {
  const atStreet = standing('in_progress', { level: 0, desk: 'street', ownerId: 'su' })
  const called = following(atStreet, 'whistle', {
    by: STREET_ADMIN,
    says: { departmentIds: ['water', 'roads'], arriveBy: NOW + DAY },
  })

  test('the first department to arrive takes it over, the second is written down', () => {
    expect(called.state).toBe('awaiting_department')
    const first = following(called, 'arrive', { by: WATER })
    expect(first).toMatchObject({
      state: 'in_progress',
      desk: 'department',
      departmentId: 'water',
      ownerId: 'qiu',
    })
    const second = following(first, 'arrive', { by: ROADS, now: NOW + HOUR })
    expect(second).toMatchObject({ departmentId: 'water', ownerId: 'qiu' })
    expect(second.whistles.map(({ arrivedAt }) => arrivedAt)).toEqual([NOW, NOW + HOUR])
    expect(refusal(second, 'arrive', { by: WATER })).toBe('NOT_IN_THIS_STATE')
  })

  test.each([
    ['nobody', { departmentIds: [] }],
    ['one department twice', { departmentIds: ['parks', 'parks'] }],
    ['one that is already on its way', { departmentIds: ['water'] }],
    ['for a time that is over', { arriveBy: NOW }],
    ['for a time weeks away', { arriveBy: NOW + 16 * DAY }],
  ])('the whistle is not blown for %s', (_what, says) => {
    expect(refusal(called, 'whistle', { by: STREET_ADMIN, says })).toBe('VALIDATION')
  })

  test('while none has come, another one may be called', () => {
    expect(refusal(called, 'whistle', { by: STREET_ADMIN, says: { departmentIds: ['parks'] } })).toBe('done')
  })
})

describe('暂停', () => {
  const working = standing('in_progress', { ownerId: 'zeng' })

  test('fifteen days at most, and into the future', () => {
    expect(refusal(working, 'pause', { by: STAFF, says: { until: NOW + 15 * DAY } })).toBe('done')
    expect(refusal(working, 'pause', { by: STAFF, says: { until: NOW + 15 * DAY + 1 } })).toBe(
      'PAUSE_TOO_LONG',
    )
    expect(refusal(working, 'pause', { by: STAFF, says: { until: NOW } })).toBe('VALIDATION')
  })

  test('both clocks stop, and go on with exactly what was left', () => {
    const paused = following(working, 'pause', { by: STAFF, now: at('2026-06-08 10:00') })
    const same = following(paused, 'resume', { by: STAFF, now: at('2026-06-08 10:00') })
    expect([same.resolveDueAt, same.contactDueAt]).toEqual([working.resolveDueAt, working.contactDueAt])
    const later = following(paused, 'resume', { by: STAFF, now: at('2026-06-09 10:00') })
    expect([words(later.resolveDueAt), words(later.contactDueAt)]).toEqual([
      '2026-06-12 17:30',
      '2026-06-09 13:00',
    ])
    expect(later.clock).toBe(working.clock + 2)
    expect('pause' in later).toBe(false)
  })

  test('the clock goes on when the named time is over, not one millisecond before', () => {
    const paused = following(working, 'pause', { by: STAFF, says: { until: NOW + DAY } })
    expect(refusal(paused, 'resume', { by: CLOCK, now: NOW + DAY - 1 })).toBe('NOT_IN_THIS_STATE')
    expect(refusal(paused, 'resume', { by: CLOCK, now: NOW + DAY })).toBe('done')
    expect(refusal(paused, 'resume', { by: STAFF, now: NOW + MINUTE })).toBe('done')
  })
})

describe('延期', () => {
  const working = standing('in_progress', { ownerId: 'zeng' })
  const due = working.resolveDueAt
  const asked = following(working, 'ask_extension', { by: STAFF, says: { until: due + HOUR } })

  test('asked for before the deadline, not on it', () => {
    expect(refusal(working, 'ask_extension', { by: STAFF, now: due - 1 })).toBe('done')
    expect(refusal(working, 'ask_extension', { by: STAFF, now: due })).toBe('EXTENSION_LATE')
  })

  test('by one original span at most, counted from the deadline', () => {
    const longest = at('2026-06-16 17:30')
    expect(words(due)).toBe('2026-06-11 17:30')
    expect(refusal(working, 'ask_extension', { by: STAFF, says: { until: longest } })).toBe('done')
    expect(refusal(working, 'ask_extension', { by: STAFF, says: { until: longest + 1 } })).toBe(
      'EXTENSION_TOO_LONG',
    )
    expect(refusal(working, 'ask_extension', { by: STAFF, says: { until: due } })).toBe('VALIDATION')
  })

  test('the community answers the grid, and nobody answers himself', () => {
    expect(refusal(asked, 'ask_extension', { by: STAFF })).toBe('EXTENSION_PENDING')
    expect(refusal(asked, 'answer_extension', { by: GRID_HEAD })).toBe('FORBIDDEN')
    const granted = following(asked, 'answer_extension', { by: COMMUNITY_STAFF })
    expect(granted).toMatchObject({ resolveDueAt: due + HOUR, clock: working.clock + 1 })
    const both = person('zeng', ...STAFF.grants, ...COMMUNITY_STAFF.grants)
    expect(refusal(asked, 'answer_extension', { by: both })).toBe('SELF_APPROVAL')
  })

  test('a refusal leaves the deadline; only granted ones are counted, two in all', () => {
    let concern = following(asked, 'answer_extension', { by: COMMUNITY_STAFF, says: { approve: false } })
    expect(concern).toMatchObject({ resolveDueAt: due, clock: working.clock })
    for (const _time of [1, 2]) {
      concern = following(concern, 'ask_extension', { by: STAFF })
      concern = following(concern, 'answer_extension', { by: COMMUNITY_STAFF })
    }
    expect(refusal(concern, 'ask_extension', { by: STAFF })).toBe('EXTENSIONS_USED_UP')
  })

  test('an answer that comes after a pause never shortens', () => {
    const paused = following(asked, 'pause', { by: STAFF })
    const later = following(paused, 'resume', { by: STAFF, now: NOW + 3 * DAY })
    const answered = following(later, 'answer_extension', { by: COMMUNITY_STAFF, now: NOW + 3 * DAY })
    expect(answered.resolveDueAt).toBe(later.resolveDueAt)
  })
})

describe('办结、核实、评价', () => {
  const working = standing('in_progress', { ownerId: 'zeng' })
  const fixed = { outcome: { kind: 'fixed', note: '好了', photoIds: [] } }

  test('what can be seen needs a photo, what is explained does not', () => {
    expect(refusal(working, 'resolve', { by: STAFF, says: fixed })).toBe('PHOTO_REQUIRED')
    const explained = { outcome: { kind: 'explained', note: '说明了', photoIds: [] } }
    expect(refusal(working, 'resolve', { by: STAFF, says: explained })).toBe('done')
    const noise = { ...working, category: 'NOISE' as const }
    expect(refusal(noise, 'resolve', { by: STAFF, says: fixed })).toBe('done')
  })

  test('another person verifies, on the spot', () => {
    const resolved = following(working, 'resolve', { by: STAFF })
    expect(refusal(resolved, 'verify', { by: STAFF })).toBe('SELF_APPROVAL')
    expect(refusal(resolved, 'return', { by: STAFF })).toBe('SELF_APPROVAL')
    expect(following(resolved, 'verify', { by: COLLEAGUE })).toMatchObject({
      state: 'verified',
      verifiedBy: 'huang',
    })
    expect(following(resolved, 'return', { by: COLLEAGUE })).toMatchObject({
      state: 'in_progress',
      ownerId: 'zeng',
    })
  })

  test('advice leaves nothing to look at', () => {
    const advice = following({ ...working, category: 'RULES' }, 'resolve', { by: STAFF })
    expect(refusal(advice, 'verify', { by: COLLEAGUE })).toBe('NOT_IN_THIS_STATE')
    expect(refusal(advice, 'confirm', { by: RESIDENT })).toBe('done')
  })

  test('who reported and repaired it himself cannot praise himself; silence closes it', () => {
    const own = following({ ...working, reporterId: 'zeng' }, 'resolve', { by: STAFF })
    expect(refusal(own, 'confirm', { by: STAFF })).toBe('SELF_APPROVAL')
    expect(following(own, 'lapse', { by: CLOCK, now: NOW + 7 * DAY })).toMatchObject({
      closing: 'silence',
      rating: null,
    })
  })

  test('confirmed, it is closed at the level that solved it', () => {
    const done = following(following(working, 'resolve', { by: STAFF }), 'confirm', {
      by: RESIDENT,
      now: NOW + DAY,
    })
    expect(done).toMatchObject({
      state: 'closed',
      closing: 'confirmed',
      closedAt: NOW + DAY,
      closedAtLevel: 2,
      rating: { stars: 5, at: NOW + DAY },
      outcome: { by: 'zeng' },
    })
  })

  test('seven days to say it is not done, then the clock closes it', () => {
    const resolved = following(working, 'resolve', { by: STAFF })
    const end = NOW + 7 * DAY
    expect(refusal(resolved, 'reopen', { by: RESIDENT, now: end })).toBe('done')
    expect(refusal(resolved, 'reopen', { by: RESIDENT, now: end + 1 })).toBe('REOPEN_LATE')
    expect(refusal(resolved, 'lapse', { by: CLOCK, now: end - 1 })).toBe('NOT_IN_THIS_STATE')
    expect(refusal(resolved, 'lapse', { by: CLOCK, now: end })).toBe('done')
  })

  test('the second time it is not done, the step above takes over', () => {
    const once = following(following(working, 'resolve', { by: STAFF }), 'reopen', { by: RESIDENT })
    expect(once).toMatchObject({ state: 'in_progress', level: 2, ownerId: 'zeng', reopenCount: 1 })
    expect('outcome' in once).toBe(false)
    const twice = following(following(once, 'resolve', { by: STAFF }), 'reopen', { by: RESIDENT })
    expect(twice).toMatchObject({
      state: 'accepted',
      level: 1,
      desk: 'community',
      ownerId: null,
      reopenCount: 2,
    })
  })

  test('at the street the street itself starts again, also after a department', () => {
    const byWater = standing('resolved', {
      level: 0,
      desk: 'department',
      departmentId: 'water',
      ownerId: 'qiu',
      reopenCount: 1,
    })
    const again = following(byWater, 'reopen', { by: RESIDENT })
    expect(again).toMatchObject({
      state: 'accepted',
      level: 0,
      desk: 'street',
      departmentId: null,
      ownerId: null,
    })
    expect(refusal(again, 'start', { by: STREET_COLLEAGUE })).toBe('done')
  })
})

test('the office in which it was done is named, also for one who holds several', () => {
  const many = person('x', office('volunteer', GRID), office('grid_staff', GRID), ...HEAD.grants)
  const accepted = ask(raised({}, { building: { gridPath: PIECE, headId: null } }), 'accept', { by: many })
  expect(accepted.ok && accepted.value.grant.role).toBe('grid_staff')
})

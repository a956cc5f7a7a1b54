import type { Concern } from '#core/concerns/concern'
import { type ConcernEvent, EVENT_KINDS, type EventKind } from '#core/concerns/events'
import { isTold, noticesFor } from '#core/concerns/notices'
import type { Actor } from '#core/people/actor'
import {
  COMMUNITY_STAFF,
  GRID_HEAD,
  HEAD,
  MONDAY,
  office,
  ROADS,
  raised,
  STAFF,
  STREET_ADMIN,
  said,
  standing,
  TRAFFIC,
  WATER,
} from '../making'

const told = (kind: EventKind, before: Concern, after: Concern = before) =>
  noticesFor(before, after, { kind, ...said[kind](before, MONDAY) } as ConcernEvent).map(
    ({ to, kind: what }) => `${to}: ${what}`,
  )

const owned = standing('in_progress', { ownerId: 'zeng' })

test('a new concern is told to the reporter and the desk; an emergency to everybody on duty as well', () => {
  const says = (concern: Concern) =>
    noticesFor(null, concern, 'submit').map(({ to, kind }) => `${to}: ${kind}`)
  expect(says(raised())).toEqual(['reporter: submit', 'desk: new'])
  expect(says(raised({}, { held: true }))).toEqual(['reporter: held', 'desk: to_screen'])
  expect(says(raised({ category: 'PARK_FIRELANE' }))).toContain('emergency: emergency')
})

test('followers are disturbed only for the end', () => {
  const disturbed = EVENT_KINDS.filter((kind) =>
    told(kind, owned).some((line) => line.startsWith('followers')),
  )
  expect(disturbed).toEqual(['decline', 'merge', 'resolve', 'confirm', 'withdraw', 'lapse'])
})

test('the reporter is told of every step but a call he was in himself and his own answers', () => {
  const silent = EVENT_KINDS.filter((kind) => !told(kind, owned).some((line) => line.startsWith('reporter')))
  expect(silent).toEqual(['contact', 'ask_extension', 'answer_extension', 'confirm', 'reopen', 'withdraw'])
})

test('sent up: the new desk works, the old owner still answers for the delay', () => {
  const above = standing('accepted', { level: 1, desk: 'community' })
  expect(told('escalate', owned, above)).toEqual([
    'reporter: escalate',
    'desk: escalated',
    'former_owner: escalated_on',
  ])
})

test('more time is told to the resident only when it was given', () => {
  expect(told('answer_extension', owned)).toEqual(['owner: extension_answered'])
  const later = { ...owned, resolveDueAt: owned.resolveDueAt + 1 }
  expect(told('answer_extension', owned, later)).toEqual([
    'owner: extension_answered',
    'reporter: answer_extension',
  ])
})

describe('which offices a notice reaches', () => {
  const reached = (concern: Concern, to: Parameters<typeof isTold>[3]) => {
    const people: Actor[] = [HEAD, STAFF, GRID_HEAD, TRAFFIC, COMMUNITY_STAFF, STREET_ADMIN, WATER, ROADS]
    return people
      .filter(({ grants, personId }) => grants.some((grant) => isTold(grant, personId ?? '', concern, to)))
      .map(({ grants }) => grants[0]?.role)
  }

  test('the desk, and those one step above it', () => {
    expect(reached(raised(), 'desk')).toEqual(['grid_staff', 'grid_head'])
    expect(reached(raised(), 'above')).toEqual(['community_staff'])
    expect(reached(raised({ category: 'FIRE_EBIKE' }), 'desk')).toEqual(['head'])
    expect(reached(raised({ category: 'FIRE_EBIKE' }), 'above')).toEqual(['grid_head'])
    expect(reached(raised({ category: 'GEO_HAZARD' }), 'above')).toEqual(['street_admin'])
  })

  test('an emergency: head, grid, police, community at once', () => {
    const emergency = raised({ category: 'PARK_FIRELANE' })
    expect(reached(emergency, 'emergency')).toEqual(['head', 'grid_staff', 'grid_head', 'community_staff'])
    expect(isTold(office('police', '441302010.001.005'), 'p', emergency, 'emergency')).toBe(true)
    expect(isTold(office('police', '441302010.001.006'), 'p', emergency, 'emergency')).toBe(false)
  })

  test('only the departments that were called and have not come', () => {
    const whistle = { blownAt: 0, arriveBy: 1 }
    const whistles = [
      { ...whistle, departmentId: 'water', arrivedAt: 1 },
      { ...whistle, departmentId: 'roads', arrivedAt: null },
    ]
    const called = standing('awaiting_department', { level: 0, desk: 'street', whistles })
    expect(reached(called, 'departments')).toEqual(['department'])
    expect(ROADS.grants.some((grant) => isTold(grant, 'fang', called, 'departments'))).toBe(true)
    expect(WATER.grants.some((grant) => isTold(grant, 'qiu', called, 'departments'))).toBe(false)
  })
})

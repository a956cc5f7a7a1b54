import type { Concern } from '#core/concerns/concern'
import { type Actor, CLOCK, GUEST } from '#core/people/actor'
import { canSee, canSeeReporter, may, subjectOf } from '#core/people/permissions'
import {
  COLLEAGUE,
  COMMUNITY_STAFF,
  GRID,
  GRID_HEAD,
  HEAD,
  NEIGHBOUR,
  office,
  PIECE,
  person,
  RESIDENT,
  ROADS,
  raised,
  STAFF,
  STREET_ADMIN,
  STREET_COLLEAGUE,
  standing,
  TRAFFIC,
  WATER,
} from '../making'

const roleFor = (actor: Actor, action: Parameters<typeof may>[1], concern: Concern | null) =>
  may(actor, action, concern && subjectOf(concern))?.role ?? null

describe('who may', () => {
  test('a guest reads what is public and reports nothing; a signed-in person is a resident', () => {
    expect(roleFor(GUEST, 'public.read', null)).toBe('guest')
    expect(roleFor(GUEST, 'concern.submit', null)).toBeNull()
    expect(roleFor(NEIGHBOUR, 'concern.submit', null)).toBe('resident')
  })

  test('the office that carries the right is named, not the person', () => {
    expect(roleFor(STAFF, 'concern.triage', raised())).toBe('grid_staff')
    expect(roleFor(CLOCK, 'concern.lapse', raised())).toBe('clock')
  })

  test('only the reporter answers a result, whatever offices others hold', () => {
    const concern = standing('resolved', { ownerId: 'zeng' })
    expect(roleFor(RESIDENT, 'concern.answer', concern)).toBe('resident')
    for (const other of [STAFF, GRID_HEAD, STREET_ADMIN, NEIGHBOUR]) {
      expect(roleFor(other, 'concern.answer', concern)).toBeNull()
    }
  })

  test('a head takes up what stands at level 3 of his own building and nothing else', () => {
    const garbage = raised({ category: 'GARBAGE' })
    const elsewhere = raised({ category: 'GARBAGE', place: { buildingId: 'b24', point: null, words: '' } })
    expect(roleFor(HEAD, 'concern.triage', garbage)).toBe('head')
    expect(roleFor(HEAD, 'concern.triage', elsewhere)).toBeNull()
    expect(roleFor(HEAD, 'concern.triage', raised())).toBeNull()
  })

  test('a head takes up nothing he reported himself, also while another head of the house is in office', () => {
    const own = raised({ category: 'GARBAGE', reporterId: 'head-23' })
    expect(roleFor(HEAD, 'concern.triage', own)).toBeNull()
    const acting = person('acting', office('head', PIECE, { buildingId: 'b23' }))
    const onHisDesk = raised({ category: 'FIRE_EBIKE', reporterId: 'acting' })
    expect(onHisDesk.desk).toBe('head')
    expect(roleFor(acting, 'concern.handle', onHisDesk)).toBeNull()
    expect(roleFor(HEAD, 'concern.handle', onHisDesk)).toBe('head')
    expect(roleFor(acting, 'concern.answer', onHisDesk)).toBe('resident')
  })

  test('a place without a building is nobody’s building', () => {
    const street = raised({ category: 'GARBAGE', place: { buildingId: null, point: null, words: '路口' } })
    const headOfNothing = person('x', office('head', GRID))
    expect(roleFor(headOfNothing, 'concern.triage', street)).toBeNull()
  })

  test('whoever is named keeps the matter only while he holds an office of that desk there', () => {
    const owned = standing('in_progress', { ownerId: 'zeng' })
    expect(roleFor(STAFF, 'concern.handle', owned)).toBe('grid_staff')
    expect(roleFor(person('zeng'), 'concern.handle', owned)).toBeNull()
    expect(roleFor(person('zeng', office('traffic', GRID)), 'concern.handle', owned)).toBeNull()
    expect(roleFor(COLLEAGUE, 'concern.handle', owned)).toBeNull()
  })

  test('an extension is answered one step above; at the street by another than the one who asked', () => {
    const atGrid = standing('in_progress')
    expect(roleFor(COMMUNITY_STAFF, 'concern.approve_extension', atGrid)).toBe('community_staff')
    expect(roleFor(STREET_ADMIN, 'concern.approve_extension', atGrid)).toBeNull()
    const atStreet = standing('in_progress', { level: 0, desk: 'street', ownerId: 'su' })
    expect(roleFor(STREET_ADMIN, 'concern.approve_extension', atStreet)).toBeNull()
    expect(roleFor(STREET_COLLEAGUE, 'concern.approve_extension', atStreet)).toBe('street_admin')
  })

  test('only a department that was whistled for arrives', () => {
    const whistles = [{ departmentId: 'water', blownAt: 0, arriveBy: 1, arrivedAt: null }]
    const called = standing('awaiting_department', { level: 0, desk: 'street', whistles })
    expect(roleFor(WATER, 'concern.arrive', called)).toBe('department')
    expect(roleFor(ROADS, 'concern.arrive', called)).toBeNull()
  })
})

describe('who sees', () => {
  const conduct = raised({ category: 'HEAD_CONDUCT' })

  test('a public matter is seen by everybody, once it has been looked at', () => {
    expect(canSee(GUEST, raised(), false)).toBe(true)
    const held = raised({}, { held: true })
    expect(canSee(GUEST, held, false)).toBe(false)
    expect(canSee(NEIGHBOUR, held, true)).toBe(false)
    expect(canSee(TRAFFIC, held, false)).toBe(false)
    expect(canSee(RESIDENT, held, false)).toBe(true)
    expect(canSee(STAFF, held, false)).toBe(true)
  })

  test('words that were refused stay with the reporter and those who screen', () => {
    const refused = standing('closed', { closing: 'content' } as Partial<Concern>)
    expect(canSee(GUEST, refused, false)).toBe(false)
    expect(canSee(RESIDENT, refused, false)).toBe(true)
    expect(canSee(GRID_HEAD, refused, false)).toBe(true)
  })

  test('a dispute is seen by its parties and the chain', () => {
    const dispute = raised({ category: 'DISPUTE' })
    expect(canSee(RESIDENT, dispute, false)).toBe(true)
    expect(canSee(NEIGHBOUR, dispute, false)).toBe(false)
    expect(canSee(NEIGHBOUR, dispute, true)).toBe(true)
    expect(canSee(STAFF, dispute, false)).toBe(true)
    expect(canSee(HEAD, dispute, false)).toBe(false)
    expect(canSee(TRAFFIC, dispute, false)).toBe(false)
  })

  test('a hardship is not seen by those who only follow it', () => {
    const hardship = raised({ category: 'HARDSHIP' })
    expect(canSee(NEIGHBOUR, hardship, true)).toBe(false)
    expect(canSee(COMMUNITY_STAFF, hardship, false)).toBe(true)
    expect(canSee(person('x', office('grid_staff', '441302010.001.006')), hardship, false)).toBe(false)
  })

  test('the head it is about sees nothing of it, also when he holds other offices or follows it', () => {
    const alsoStaff = person('head-23', ...HEAD.grants, office('grid_staff', GRID), office('auditor', GRID))
    expect(conduct.aboutPersonId).toBe('head-23')
    expect(canSee(HEAD, conduct, true)).toBe(false)
    expect(canSee(alsoStaff, conduct, true)).toBe(false)
    expect(canSeeReporter(alsoStaff, conduct)).toBe(false)
    expect(canSee(STAFF, conduct, false)).toBe(true)
  })

  test('who reported is known to himself and the chain, also when he is anonymous to the public', () => {
    const anonymous = raised({ anonymous: true })
    expect(canSeeReporter(RESIDENT, anonymous)).toBe(true)
    expect(canSeeReporter(STAFF, anonymous)).toBe(true)
    expect(canSeeReporter(COMMUNITY_STAFF, anonymous)).toBe(true)
    for (const other of [GUEST, NEIGHBOUR, HEAD, TRAFFIC])
      expect(canSeeReporter(other, anonymous)).toBe(false)
  })
})

import {
  type Assigning,
  assign,
  endOffice,
  LONGEST_OFFICE,
  type OfficeRequest,
  second,
} from '#core/offices/offices'
import type { Role } from '#core/people/actor'
import {
  COMMUNITY,
  COMMUNITY_STAFF,
  DAY,
  GRID,
  HEAD,
  MONDAY,
  office,
  person,
  STAFF,
  STREET,
  STREET_ADMIN,
  STREET_COLLEAGUE,
} from '../making'

const request = (more: Partial<OfficeRequest> = {}): OfficeRequest => ({
  id: 'o1',
  personId: 'mo',
  role: 'grid_staff',
  gridPath: GRID,
  departmentId: null,
  acting: false,
  to: MONDAY + 365 * DAY,
  askedBy: 'deng',
  askedAt: MONDAY,
  ...more,
})
const assigning = (more: Partial<Assigning> = {}): Assigning => ({
  actor: COMMUNITY_STAFF,
  now: MONDAY,
  held: [],
  hasPhone: true,
  seatTaken: false,
  ...more,
})
const told = (more: Partial<OfficeRequest>, around: Partial<Assigning> = {}) => {
  const answer = assign(request(more), assigning(around))
  return answer.ok ? answer.value : answer.refusal
}

describe('an office is given', () => {
  const LOCAL: Role[] = [
    'volunteer',
    'captain',
    'pioneer',
    'grid_staff',
    'grid_head',
    'secretary',
    'police',
    'traffic',
  ]

  test.each(LOCAL)('%s by the community to whom its grid belongs, or by the street', (role) => {
    expect(told({ role })).toBe('granted')
    expect(told({ role }, { actor: STREET_ADMIN })).toBe('granted')
    expect(told({ role, gridPath: '441302010.002.001' })).toBe('FORBIDDEN')
    for (const actor of [STAFF, HEAD, person('li')]) expect(told({ role }, { actor })).toBe('FORBIDDEN')
  })

  test.each([
    ['community_staff', COMMUNITY, null, 'granted'],
    ['department', STREET, 'water', 'granted'],
    ['street_admin', STREET, null, 'waits'],
    ['auditor', STREET, null, 'waits'],
  ] as const)('%s only by the street', (role, gridPath, departmentId, answer) => {
    expect(told({ role, gridPath, departmentId }, { actor: STREET_ADMIN })).toBe(answer)
    expect(told({ role, gridPath, departmentId })).toBe('FORBIDDEN')
  })

  test.each(['head', 'resident', 'guest', 'clock'] as const)('nobody is made %s by hand', (role) => {
    expect(told({ role }, { actor: STREET_ADMIN })).toBe('FORBIDDEN')
  })

  test.each([
    ['to himself', { personId: 'deng' }, {}, 'SELF_APPROVAL'],
    ['to somebody who cannot be called', {}, { hasPhone: false }, 'NOT_ELIGIBLE'],
    ['on the wrong step of the ladder', { gridPath: COMMUNITY }, {}, 'VALIDATION'],
    ['a deputy of anything but a grid head', { acting: true }, {}, 'VALIDATION'],
    ['until yesterday', { to: MONDAY }, {}, 'TERM_TOO_LONG'],
    ['for more than five years', { to: MONDAY + LONGEST_OFFICE + 1 }, {}, 'TERM_TOO_LONG'],
    ['twice', {}, { held: [office('grid_staff', GRID)] }, 'OFFICE_HELD'],
    ['on a taken seat', { role: 'secretary' }, { seatTaken: true }, 'SEAT_TAKEN'],
  ] as const)('never %s', (_how, more, around, answer) => {
    expect(told(more, around as Partial<Assigning>)).toBe(answer)
  })

  test('a grid may have a second 网格员, and a deputy beside its head', () => {
    expect(told({}, { seatTaken: true })).toBe('granted')
    expect(told({ role: 'grid_head', acting: true })).toBe('granted')
  })

  test.each([
    ['auditor', 'grid_staff'],
    ['street_admin', 'grid_staff'],
    ['community_staff', 'grid_head'],
    ['community_staff', 'grid_staff'],
  ] as const)('who is %s does not become %s: one looks at what the other does', (had, role) => {
    expect(told({ role }, { held: [office(had, STREET)] })).toBe('DUTIES_APART')
  })
})

describe('a second street admin', () => {
  const waiting = request({ role: 'street_admin', gridPath: STREET, askedBy: 'su' })
  const answer = (more: Partial<Assigning>) => {
    const seconded = second(waiting, assigning(more))
    return seconded.ok ? seconded.value : seconded.refusal
  }
  test('confirms what a first has asked for, and neither the first nor the one it is for', () => {
    expect(answer({ actor: STREET_COLLEAGUE })).toBe('granted')
    expect(answer({ actor: STREET_ADMIN })).toBe('SELF_APPROVAL')
    expect(answer({ actor: person('mo', office('street_admin', STREET)) })).toBe('SELF_APPROVAL')
    expect(answer({ actor: COMMUNITY_STAFF })).toBe('FORBIDDEN')
  })
  test('looks again at what has changed meanwhile', () => {
    expect(answer({ actor: STREET_COLLEAGUE, held: [office('head', GRID)] })).toBe('DUTIES_APART')
    expect(answer({ actor: STREET_COLLEAGUE, now: waiting.to })).toBe('NOT_IN_THIS_STATE')
  })
})

describe('an office ends', () => {
  const end = (actor: typeof STAFF, role: Role, gridPath: string, streetAdmins = 2, personId = 'mo') => {
    const ended = endOffice({ actor, office: { personId, role, gridPath }, streetAdmins })
    return ended.ok ? ended.value : ended.refusal
  }
  test('by whoever could have given it, or given back by its holder', () => {
    expect(end(COMMUNITY_STAFF, 'captain', GRID)).toBe('ended')
    expect(end(COMMUNITY_STAFF, 'captain', '441302010.002.001')).toBe('FORBIDDEN')
    expect(end(STAFF, 'captain', GRID)).toBe('FORBIDDEN')
    expect(end(STAFF, 'grid_staff', GRID, 2, 'zeng')).toBe('ended')
    expect(end(STREET_ADMIN, 'head', GRID)).toBe('FORBIDDEN')
  })
  test('but never that of the last street admin, not even by himself', () => {
    expect(end(STREET_ADMIN, 'street_admin', STREET, 2, 'zhong')).toBe('ended')
    expect(end(STREET_ADMIN, 'street_admin', STREET, 1, 'zhong')).toBe('LAST_STREET_ADMIN')
    expect(end(STREET_ADMIN, 'street_admin', STREET, 1, 'su')).toBe('LAST_STREET_ADMIN')
  })
})

import fc from 'fast-check'
import { gives, gradeOfHouse } from '#core/buildings/grading'
import { GRADES, type Hazard, type HazardEvent } from '#core/buildings/hazard'
import { decideHazard, findHazard, overdue, stepsFor } from '#core/buildings/hazard-steps'
import { DAY, HOUR } from '#core/concerns/calendar'
import type { Actor } from '#core/people/actor'
import {
  COMMUNITY,
  COMMUNITY_STAFF,
  GRID_HEAD,
  HEAD,
  NEIGHBOUR,
  office,
  PIECE,
  person,
  STAFF,
  STREET,
  STREET_ADMIN,
  STREET_COLLEAGUE,
} from '../making'

const NOW = 1_700_000_000_000
const HOUSING_OFFICE = person('fang', office('department', STREET, { departmentId: 'housing' }))
const WATER_WORKS = person('shui', office('department', STREET, { departmentId: 'water' }))

const found = (): Hazard =>
  findHazard({
    id: 'h',
    streetId: STREET,
    building: { id: 'b23', gridPath: PIECE },
    kind: 'ebike',
    words: '楼梯口停了三辆电动车在充电',
    source: 'report',
    by: 'li',
    now: NOW,
  })

const take = (hazard: Hazard, event: HazardEvent, actor: Actor, now = NOW): Hazard => {
  const decided = decideHazard(hazard, event, { actor, now })
  if (!decided.ok) throw new Error(decided.refusal)
  return decided.value.hazard
}
const refusal = (hazard: Hazard, event: HazardEvent, actor: Actor, now = NOW) => {
  const decided = decideHazard(hazard, event, { actor, now })
  return decided.ok ? null : decided.refusal
}

const grade = (letter: 'A' | 'B' | 'C' | 'D'): HazardEvent => ({
  kind: 'grade',
  grade: letter,
  note: '去看过',
})
const control: HazardEvent = { kind: 'control', control: 'evacuate', note: '人都出来了' }
const plan = (until: number): HazardEvent => ({ kind: 'rectify', measure: 'remove', note: '搬到车棚', until })
const finish: HazardEvent = { kind: 'finish', note: '搬走了', photoIds: ['ph'] }
const pass: HazardEvent = { kind: 'review', passed: true, gradeAfter: 'A', note: '去看过' }

describe('who grades', () => {
  test.each([
    ['the community', COMMUNITY_STAFF, 'AB'],
    ['the street', STREET_ADMIN, 'CD'],
    ['the housing office', HOUSING_OFFICE, 'ABCD'],
    ['another department', WATER_WORKS, ''],
    ['the head of the house', HEAD, ''],
    ['grid staff', STAFF, ''],
    ['the head of the grid', GRID_HEAD, ''],
    ['a neighbour', NEIGHBOUR, ''],
  ] as const)('%s', (_who, actor, letters) => {
    const may = GRADES.filter((letter) => refusal(found(), grade(letter), actor) === null)
    expect(may.join('')).toBe(letters)
  })

  test('grid staff say what they think it is, and it is not graded by that', () => {
    const proposed = take(found(), { kind: 'propose', grade: 'C' }, STAFF)
    expect([proposed.state, proposed.grade, proposed.proposed?.grade]).toEqual(['found', null, 'C'])
    expect(refusal(found(), { kind: 'propose', grade: 'C' }, HEAD)).toBe('FORBIDDEN')
  })

  test('nobody grades in another grid', () => {
    const elsewhere = person('x', office('community_staff', `${STREET}.002`))
    expect(refusal(found(), grade('B'), elsewhere)).toBe('FORBIDDEN')
    expect(COMMUNITY.startsWith(STREET)).toBe(true)
  })
})

describe('what comes of a grade', () => {
  test('A: there is no danger, and it is over', () => {
    expect(take(found(), grade('A'), COMMUNITY_STAFF)).toMatchObject({
      state: 'cleared',
      dueAt: null,
      nextAt: null,
    })
  })

  test('B is mended with a date', () => {
    expect(take(found(), grade('B'), COMMUNITY_STAFF)).toMatchObject({ state: 'rectifying', grade: 'B' })
  })

  test.each(['C', 'D'] as const)(
    '%s: people are warned or taken out within two hours, before anything is mended',
    (letter) => {
      const graded = take(found(), grade(letter), STREET_ADMIN)
      expect(graded).toMatchObject({ state: 'control', dueAt: NOW + 2 * HOUR })
      expect(refusal(graded, plan(NOW + DAY), STAFF)).toBe('NOT_IN_THIS_STATE')
      expect(take(graded, control, STAFF).state).toBe('rectifying')
    },
  )
})

describe('from the plan to the end', () => {
  const planned = () =>
    take(take(take(found(), grade('C'), STREET_ADMIN), control, STAFF), plan(NOW + 10 * DAY), STAFF)

  test('the head of the house may say that it is done, with a photo, and another one looks', () => {
    expect(refusal(planned(), { ...finish, photoIds: [] } as HazardEvent, HEAD)).toBe('PHOTO_REQUIRED')
    const done = take(planned(), finish, HEAD)
    expect(refusal(done, pass, HEAD)).toBe('FORBIDDEN')
    expect(refusal(done, pass, COMMUNITY_STAFF)).toBe('FORBIDDEN')
    expect(take(done, pass, STREET_ADMIN)).toMatchObject({ state: 'cleared', grade: 'A', nextAt: null })
  })

  test('whoever says that it is done does not review it himself', () => {
    const done = take(planned(), finish, STREET_ADMIN)
    expect(refusal(done, pass, STREET_ADMIN)).toBe('SELF_APPROVAL')
    expect(stepsFor(done, { actor: STREET_ADMIN })).toEqual([])
    expect(take(done, pass, STREET_COLLEAGUE).state).toBe('cleared')
  })

  test('what is not yet good goes back, and nobody leaves a cleared house at C', () => {
    const done = take(planned(), finish, HEAD)
    expect(take(done, { ...pass, passed: false } as HazardEvent, STREET_ADMIN).state).toBe('rectifying')
    expect(refusal(done, { ...pass, gradeAfter: null } as HazardEvent, STREET_ADMIN)).toBe('VALIDATION')
  })

  test('a date lies ahead and within half a year', () => {
    const controlled = take(take(found(), grade('C'), STREET_ADMIN), control, STAFF)
    for (const until of [NOW, NOW - 1, NOW + 181 * DAY])
      expect(refusal(controlled, plan(until), STAFF)).toBe('VALIDATION')
  })
})

describe('the clock', () => {
  test('what is late goes up one level a day, from the grid to the community to the street, and stays there', () => {
    const late = overdue(found(), NOW + DAY)
    expect([late.level, late.nextAt]).toEqual([1, NOW + 2 * DAY])
    const later = overdue(late, NOW + 2 * DAY)
    expect([later.level, later.nextAt]).toEqual([0, null])
    expect(overdue(later, NOW + 99 * DAY)).toBe(later)
  })

  test('a millisecond before its time nothing happens', () => {
    const hazard = found()
    expect(overdue(hazard, NOW + DAY - 1)).toBe(hazard)
  })
})

test('a house is as bad as the worst of its open hazards', () => {
  expect(gradeOfHouse(['B', null, 'C'], 'A')).toBe('C')
  expect(gradeOfHouse([null], 'B')).toBe('B')
  expect(gradeOfHouse([], null)).toBeNull()
})

test('whatever is done in whatever order, C and D are never mended before people are safe, nor cleared by one alone', () => {
  const actors = [
    HEAD,
    STAFF,
    GRID_HEAD,
    COMMUNITY_STAFF,
    STREET_ADMIN,
    STREET_COLLEAGUE,
    HOUSING_OFFICE,
    NEIGHBOUR,
  ]
  const events = [
    ...GRADES.map(grade),
    control,
    plan(NOW + DAY),
    finish,
    pass,
    { ...pass, passed: false } as HazardEvent,
  ]
  const move = fc.tuple(fc.constantFrom(...actors), fc.constantFrom(...events))
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let hazard = found()
      for (const [actor, event] of moves) {
        const offered = stepsFor(hazard, { actor })
        const decided = decideHazard(hazard, event, { actor, now: NOW })
        if (!decided.ok) continue
        // What a person may do stands among what the screen offers him.
        expect(offered).toContain(event.kind)
        hazard = decided.value.hazard
        expect(hazard.nextAt === null).toBe(hazard.state === 'cleared')
        const dangerous =
          hazard.gradedBy !== null &&
          !gives({ role: 'community_staff', departmentId: null }, hazard.grade ?? 'A')
        if (dangerous && hazard.state !== 'control') expect(hazard.control).not.toBeNull()
        if (hazard.state === 'cleared' && hazard.review) expect(hazard.review.by).not.toBe(hazard.done?.by)
      }
    }),
    { numRuns: 2_000 },
  )
})

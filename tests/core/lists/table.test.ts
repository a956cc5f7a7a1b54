import { HARDSHIP_STATES } from '#core/care/hardship'
import { PAIRING_STATES } from '#core/care/pairing'
import { STATES } from '#core/concerns/concern'
import { ENDINGS, MOTION_STATES } from '#core/council/motion'
import { PROJECT_STATES } from '#core/council/project'
import { GOAL_STATES } from '#core/goals/goal'
import {
  ENTRY_KINDS,
  ENTRY_STATES,
  isAdded,
  isDue,
  isLate,
  isStruck,
  LIST_KINDS,
  needsDecision,
} from '#core/lists/entry'
import { KEEPING } from '#core/lists/keepers'
import { standingOfConcern, standingOfJoint, standingOfTask } from '#core/lists/standing'
import { LIST_OF, TABLE } from '#core/lists/table'
import { SHIFT_STATES } from '#core/volunteers/task'

/** The states each aggregate itself knows. */
const OWN_STATES = {
  concern: STATES,
  pairing: PAIRING_STATES,
  hardship: HARDSHIP_STATES,
  motion: [...MOTION_STATES.filter((state) => state !== 'ended'), ...ENDINGS],
  project: PROJECT_STATES,
  goal: GOAL_STATES,
  joint: ['closed', 'cancelled'],
  offer: ['open', 'ended'],
  task: ['draft', 'open', 'cancelled'],
  change: ['told'],
} as const

test.each(ENTRY_KINDS)('every state a %s can be in has a name in the lists', (kind) => {
  const names: Record<string, string> = TABLE[kind]
  for (const state of OWN_STATES[kind]) expect(ENTRY_STATES).toContain(names[state])
  for (const name of Object.values(names)) expect(ENTRY_STATES).toContain(name)
  expect(LIST_KINDS).toContain(LIST_OF[kind])
})

test('each list has a keeper, and the two that name people in need are kept to those who help', () => {
  expect(LIST_KINDS.filter((list) => KEEPING[list].readBy !== null)).toEqual(['pairing', 'hardship'])
})

test('a concern sent back is 退回; one that ended without a result is no success', () => {
  const of = (part: object) => {
    const standing = standingOfConcern({ state: 'in_progress', reopenCount: 0, ...part })
    return TABLE.concern[standing]
  }
  expect(of({})).toBe('doing')
  expect(of({ reopenCount: 1 })).toBe('returned')
  expect(of({ state: 'closed', outcome: {}, mergedInto: null })).toBe('struck')
  expect(of({ state: 'closed', outcome: null, mergedInto: null })).toBe('returned')
  expect(of({ state: 'closed', outcome: null, mergedInto: 'another' })).toBe('struck')
})

test.each([
  ['nobody has taken all places', [{}], 0, 'open'],
  ['all places are taken', [{ taken: 2 }], 0, 'claimed'],
  ['it is under way', [{ startsAt: 5 }], 0, 'doing'],
  ['it is over and hours wait for the leader', [{ startsAt: 1, endsAt: 5 }], 1, 'to_check'],
  ['it is over and all is written down', [{ startsAt: 1, endsAt: 5 }], 0, 'struck'],
  ['every stretch of it fell away', [{ state: 'cancelled' }], 0, 'returned'],
] as const)('a task of which %s', (_, shifts, unconfirmed, state) => {
  expect(SHIFT_STATES).toContain('cancelled')
  const whole = shifts.map((part) => ({
    id: 's',
    taskId: 't',
    label: '',
    startsAt: 20,
    endsAt: 30,
    capacity: 2,
    minimum: 0,
    state: 'open' as const,
    taken: 0,
    movedAt: null,
    minimumAsked: true,
    ...part,
  }))
  expect(TABLE.task[standingOfTask({ state: 'open' }, { shifts: whole, unconfirmed, now: 10 })]).toBe(state)
})

test('a joint matter waits for its check once the first of three has signed', () => {
  const matter = { state: 'open', signOffs: {} } as Parameters<typeof standingOfJoint>[0]
  expect(TABLE.joint[standingOfJoint(matter)]).toBe('doing')
  const signed = { ...matter, signOffs: { owners: { by: 'p', at: 1, note: '' } } }
  expect(TABLE.joint[standingOfJoint(signed)]).toBe('to_check')
})

describe('a week', () => {
  const week = { from: 100, to: 200 }
  const entry = { state: 'doing' as const, openedAt: 50, dueAt: 150, endedAt: null }

  test('what came in it, what is due by its end, what was struck off in it', () => {
    expect([100, 199, 200, 99].map((openedAt) => isAdded({ ...entry, openedAt }, week))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect([99, 199, 200].map((dueAt) => isDue({ ...entry, dueAt }, week))).toEqual([true, true, false])
    expect(isDue({ ...entry, endedAt: 120 }, week)).toBe(false)
    expect(isStruck({ ...entry, state: 'struck', endedAt: 199 }, week)).toBe(true)
    expect(isStruck({ ...entry, state: 'returned', endedAt: 150 }, week)).toBe(false)
  })

  test('decided is what nobody took, what waits to be checked, what came back, and what is late', () => {
    const asks = ENTRY_STATES.filter((state) => needsDecision({ ...entry, state }, 120))
    expect(asks).toEqual(['open', 'to_check', 'returned'])
    expect(isLate(entry, 151)).toBe(true)
    expect(needsDecision(entry, 151)).toBe(true)
    expect(needsDecision({ ...entry, endedAt: 140 }, 151)).toBe(false)
  })
})

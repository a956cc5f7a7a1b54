import fc from 'fast-check'
import { whyNotTell } from '#core/goals/change'
import { maySetFor, missedFrom, missGoal, proveGoal, type WeeklyGoal } from '#core/goals/goal'
import { isWeek, spanOfWeek, weekAfter, weekBefore, weekWith } from '#core/goals/week'

const MONDAY = Date.UTC(2022, 11, 18, 16)
const DAY = 86_400_000

describe('weeks', () => {
  test.each([
    [Date.UTC(2022, 11, 19, 1), '2022-W51'],
    [Date.UTC(2021, 0, 3, 1), '2020-W53'],
    [Date.UTC(2023, 0, 1, 1), '2022-W52'],
    [Date.UTC(2024, 11, 30, 1), '2025-W01'],
  ])('%i lies in %s', (at, week) => expect(weekWith(at)).toBe(week))

  test('a week is seven days from a Monday, holds its every instant, and neighbours join', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2090, 0, 1) }), (at) => {
        const week = weekWith(at)
        const { from, to } = spanOfWeek(week)
        expect(isWeek(week)).toBe(true)
        expect(at >= from && at < to && to - from === 7 * DAY).toBe(true)
        expect(weekWith(to)).toBe(weekAfter(week))
        expect(weekBefore(weekAfter(week))).toBe(week)
      }),
    )
  })

  test('a name no year has is none', () => {
    expect(['2022-W53', '2022-W00', '2022-51', 'W51'].filter(isWeek)).toEqual([])
    expect(isWeek('2020-W53')).toBe(true)
  })
})

const goal = (part: object = {}): WeeklyGoal => ({
  id: 'g',
  streetId: 's',
  gridPath: 's.001.005',
  week: '2022-W51',
  text: '修好三盏路灯',
  ownerId: 'p',
  about: null,
  setBy: 'p',
  setAt: 1,
  state: 'open',
  ...part,
})

describe('the goal of a week', () => {
  const proof = { by: 'p', note: '都亮了', photos: 1, now: MONDAY + DAY }

  test('is set for this week or the next one', () => {
    expect(['2022-W50', '2022-W51', '2022-W52', '2023-W01'].filter((one) => maySetFor(one, MONDAY))).toEqual([
      '2022-W51',
      '2022-W52',
    ])
  })

  test.each([
    ['within its week, with a photo', goal(), proof, true],
    ['without a photo', goal(), { ...proof, photos: 0 }, 'PHOTO_REQUIRED'],
    ['the instant its week is over', goal(), { ...proof, now: MONDAY + 7 * DAY }, 'NOT_IN_THIS_STATE'],
    ['before its week', goal({ week: '2022-W52' }), proof, 'NOT_IN_THIS_STATE'],
    ['twice', goal({ state: 'done', doneAt: 1, doneBy: 'p', note: '' }), proof, 'NOT_IN_THIS_STATE'],
    ['once it is missed', goal({ state: 'missed', missedAt: 1 }), proof, 'NOT_IN_THIS_STATE'],
  ])('is proven %s', (_, one, given, expected) => {
    const proven = proveGoal(one, given)
    expect(proven.ok ? true : proven.refusal).toBe(expected)
  })

  test('is missed from the end of its week on, if it is open', () => {
    expect(missedFrom(goal())).toBe(MONDAY + 7 * DAY)
    expect(missedFrom(missGoal(goal(), MONDAY + 7 * DAY))).toBeNull()
  })
})

test('a change is told in its month or the next one, with both pictures', () => {
  const both = { before: 1, after: 1 }
  expect(whyNotTell({ month: '2022-12', ...both }, MONDAY)).toBeNull()
  expect(whyNotTell({ month: '2022-11', ...both }, MONDAY)).toBeNull()
  expect(whyNotTell({ month: '2022-10', ...both }, MONDAY)).toBe('NOT_IN_THIS_STATE')
  expect(whyNotTell({ month: '2023-01', ...both }, MONDAY)).toBe('NOT_IN_THIS_STATE')
  expect(whyNotTell({ month: '2022-12', before: 1, after: 0 }, MONDAY)).toBe('PHOTO_REQUIRED')
})

import fc from 'fast-check'
import type { Hazard } from '#core/buildings/hazard'
import type { Concern } from '#core/concerns/concern'
import { appraisalFact, appraise } from '#core/evaluation/appraisal'
import { writeCard } from '#core/evaluation/card'
import * as counts from '#core/evaluation/facts'
import { lastPeriodAt, lastQuarterBy, periodBefore, weeksOf, windowOf } from '#core/evaluation/period'
import { at, DAY, MONDAY } from '../making'
import { facts, scored, WINDOW } from './making'

/** What of a concern a score may look at, and whatever else it holds. */
const concern = (more: object = {}): Concern =>
  ({
    id: 'c1',
    reporterId: 'li',
    state: 'accepted',
    submittedAt: WINDOW.from + DAY,
    contactDueAt: WINDOW.from + 2 * DAY,
    contactedAt: WINDOW.from + DAY + 1,
    resolveDueAt: WINDOW.from + 6 * DAY,
    reopenCount: 0,
    ...more,
  }) as unknown as Concern

const closed = (more: object = {}) =>
  concern({
    state: 'closed',
    closedAt: WINDOW.from + 5 * DAY,
    closedAtLevel: 3,
    outcome: { at: WINDOW.from + 4 * DAY },
    rating: null,
    ...more,
  })

const share = ([only]: counts.Fact[]) => only && [only.num, only.den]

test.each([
  ['in time', {}, [1, 1]],
  ['a millisecond late', { contactedAt: WINDOW.from + 2 * DAY + 1 }, [0, 1]],
  ['never', { contactedAt: null }, [0, 1]],
  ['due next month', { contactDueAt: WINDOW.to }, undefined],
  ['withdrawn before anybody had to', { state: 'closed', outcome: null, closedAt: WINDOW.from }, undefined],
])('a reporter contacted %s', (_, more, expected) => {
  expect(share(counts.contactFact('contact', concern(more), WINDOW))).toEqual(expected)
})

test.each([
  ['at the house', {}, [1, 1]],
  ['one level up', { closedAtLevel: 2 }, [0, 1]],
  ['sent back once', { reopenCount: 1 }, [0, 1]],
  ['without a result', { outcome: null }, undefined],
  ['in another month', { closedAt: WINDOW.to }, undefined],
])('a matter closed %s', (_, more, expected) => {
  expect(share(counts.closingFact({ component: 'closing', level: 3 }, closed(more), WINDOW))).toEqual(
    expected,
  )
})

test('silence is no rating, four stars are four of five', () => {
  expect(counts.ratingFact(closed(), WINDOW)).toEqual([])
  const rating = { stars: 4, words: '', at: WINDOW.from + DAY }
  expect(share(counts.ratingFact(closed({ rating }), WINDOW))).toEqual([4, 5])
})

test('how many matters were raised, by whom and about what, changes no byte of a card', () => {
  const enough = facts({ record: [2, 2], patrols: [2, 3], notices: [3, 4], appraisal: [9, 15] })
  const raised = fc.array(
    fc.record({
      id: fc.uuid(),
      reporterId: fc.constantFrom('wen', 'li', 'wang'),
      channel: fc.constantFrom('app', 'hotline', 'head'),
      category: fc.constantFrom('NOISE', 'HEAD_CONDUCT', 'LIGHT_BROKEN'),
      contactDueAt: fc.constant(WINDOW.to + DAY),
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(raised, (all) => {
      const more = all.flatMap((one) => {
        const told = concern({ ...one, submittedAt: WINDOW.from + DAY })
        return [
          ...counts.contactFact('contact', told, WINDOW),
          ...counts.closingFact({ component: 'closing', level: 3 }, told, WINDOW),
          ...counts.ratingFact(told, WINDOW),
        ]
      })
      expect(writeCard(scored([...enough, ...more]))).toBe(writeCard(scored(enough)))
    }),
  )
})

describe('a poll counts by the house having voted, never by how', () => {
  const poll = { pollId: 'p1', opensAt: WINDOW.from + DAY, closesAt: WINDOW.from + 5 * DAY, hasBallot: true }
  const office = { window: WINDOW, since: 0 }
  test.each([
    ['voted', {}, office, [1, 1]],
    ['stayed away', { hasBallot: false }, office, [0, 1]],
    ['opened last month and closed in this one', { opensAt: WINDOW.from - DAY }, office, [1, 1]],
    ['closes with the next month’s first instant', { closesAt: WINDOW.to }, office, undefined],
    ['was open already when he took office', {}, { window: WINDOW, since: WINDOW.from + 2 * DAY }, undefined],
    ['opened as he took office', {}, { window: WINDOW, since: WINDOW.from + DAY }, [1, 1]],
  ])('%s', (_, more, when, expected) => {
    expect(share(counts.ballotFact({ ...poll, ...more }, when))).toEqual(expected)
  })
})

test('a meeting counts in the month it was held in, for whoever headed the house by then', () => {
  const meeting = { meetingId: 'm', beganAt: WINDOW.from + DAY, isPresent: true }
  const when = { window: WINDOW, since: 0 }
  expect(share(counts.attendanceFact(meeting, when))).toEqual([1, 1])
  expect(share(counts.attendanceFact({ ...meeting, isPresent: false }, when))).toEqual([0, 1])
  expect(counts.attendanceFact({ ...meeting, beganAt: WINDOW.to }, when)).toEqual([])
  expect(counts.attendanceFact(meeting, { ...when, since: meeting.beganAt + 1 })).toEqual([])
})

test.each([
  [30, [2, 2]],
  [31, [1, 2]],
  [90, [1, 2]],
  [91, [0, 2]],
])('a card confirmed %s days before the month ends', (days, expected) => {
  const card = { state: 'verified', buildingId: 'b23', confirmedAt: WINDOW.to - days * DAY }
  expect(share([counts.recordFact(card as never, WINDOW)])).toEqual(expected)
})

test('a neighbour who moved in is looked at within three days', () => {
  const home = { id: 'r1', claimedAt: WINDOW.from, answeredAt: WINDOW.from + 3 * DAY }
  expect(share(counts.occupancyFact(home, WINDOW))).toEqual([1, 1])
  expect(share(counts.occupancyFact({ ...home, answeredAt: home.answeredAt + 1 }, WINDOW))).toEqual([0, 1])
  expect(counts.occupancyFact({ ...home, claimedAt: WINDOW.to - DAY }, WINDOW)).toEqual([])
})

test('May 2026 has weeks that end on the 3rd, 10th, 17th, 24th and 31st; who began on the 9th is asked for three', () => {
  const names = (since: number) => weeksOf(WINDOW, since).map(({ name }) => name)
  expect(names(0)).toEqual(['2026-04-27', '2026-05-04', '2026-05-11', '2026-05-18', '2026-05-25'])
  expect(names(at('2026-05-09 00:00'))).toEqual(['2026-05-11', '2026-05-18', '2026-05-25'])
})

test('two rounds in one week are one; a missed week is named', () => {
  const [week] = weeksOf(WINDOW, 0)
  if (!week) throw new Error('no week')
  const rounds = [2, 1].map((day) => ({ id: `i${day}`, at: week.from + day * DAY }))
  expect(counts.patrolFact(week, rounds)).toMatchObject({ eventId: 'inspection:i1', num: 1 })
  expect(counts.patrolFact(week, [])).toMatchObject({ eventId: 'week:2026-04-27', num: 0, den: 1 })
})

test.each([
  ['graded and held', { grade: 'C', control: { at: WINDOW.from + DAY } }, [1, 1]],
  ['graded and left alone', { grade: 'B' }, [0, 1]],
  ['planned only after the month', { grade: 'B', plan: { at: WINDOW.to } }, [0, 1]],
  ['not graded yet', { grade: null, gradedAt: null }, undefined],
  ['no danger after all', { grade: 'A' }, undefined],
  [
    'mended, and graded A since',
    { grade: 'A', plan: { at: WINDOW.from }, done: { at: WINDOW.from } },
    [1, 1],
  ],
])('a danger %s', (_, more, expected) => {
  const hazard = {
    id: 'h',
    foundAt: WINDOW.from,
    gradedAt: WINDOW.from,
    control: null,
    plan: null,
    done: null,
  }
  expect(share(counts.hazardFact({ ...hazard, ...more } as unknown as Hazard, WINDOW))).toEqual(expected)
})

describe('appraisal', () => {
  const answering = { hasHomeThere: true, personId: 'li', headId: 'wen', hasAnswered: false }
  test('fewer than three answers are none', () => {
    const of = (answers: number) =>
      appraisalFact({ buildingId: 'b23', quarter: '2026-Q1', at: MONDAY }, { answers, points: answers * 12 })
    expect(of(2)).toEqual([])
    expect(share(of(3))).toEqual([36, 45])
  })
  test.each([
    ['a stranger', { hasHomeThere: false }, 'NOT_ELIGIBLE'],
    ['the head himself', { personId: 'wen' }, 'SELF_APPROVAL'],
    ['whoever answered already', { hasAnswered: true }, 'NOT_IN_THIS_STATE'],
    ['anybody in a house without a head', { headId: null }, 'NOT_ELIGIBLE'],
  ])('%s does not answer', (_, more, refusal) => {
    expect(appraise({ answers: 0, points: 0 }, [5, 5, 5], { ...answering, ...more })).toEqual({
      ok: false,
      refusal,
    })
  })
  test('of an answer only its sum is kept', () => {
    const kept = appraise({ answers: 2, points: 20 }, [5, 4, 3], answering)
    expect(kept).toEqual({ ok: true, value: { answers: 3, points: 32 } })
    expect(appraise({ answers: 0, points: 0 }, [5], answering)).toEqual({ ok: false, refusal: 'VALIDATION' })
  })
})

test('months and quarters are those of China', () => {
  expect(lastPeriodAt(at('2026-06-01 00:00'))).toBe('2026-05')
  expect(lastPeriodAt(at('2026-05-31 23:59'))).toBe('2026-04')
  expect(periodBefore('2026-01')).toBe('2025-12')
  expect(windowOf('2026-02')).toEqual({ from: at('2026-02-01 00:00'), to: at('2026-03-01 00:00') })
  expect(['2026-02', '2026-03', '2026-04', '2026-12'].map((one) => lastQuarterBy(windowOf(one)))).toEqual([
    '2025-Q4',
    '2026-Q1',
    '2026-Q1',
    '2026-Q4',
  ])
})

test('a week whose goal was done counts, one missed or without any does not, and each is named', () => {
  const [week] = weeksOf(WINDOW, 0)
  if (!week) throw new Error('a month without a week')
  expect(counts.goalFact(week, { id: 'g1', state: 'done' })).toMatchObject({
    eventId: 'goal:g1',
    num: 1,
    den: 1,
  })
  expect(counts.goalFact(week, { id: 'g1', state: 'missed' })).toMatchObject({ num: 0, den: 1 })
  expect(counts.goalFact(week, null)).toMatchObject({ eventId: `goal_week:${week.name}`, num: 0, den: 1 })
})

test.each([
  ['accepted by its day', 5, 1],
  ['accepted the day after', 11, 0],
  ['not accepted', null, 0],
])('a decision %s', (_, acceptedAt, num) => {
  expect(counts.carriedOutFact({ id: 'm', byWhen: 10, acceptedAt })).toMatchObject({ num, den: 1 })
})

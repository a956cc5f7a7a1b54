import { LONGEST_PAUSE } from '#core/concerns/clocks'
import { arrivals, laterDeadlines, pauses } from '../../../src/client/components/staff-actions/moments'
import { momentWords } from '../../../src/client/texts/dates'

/** Monday 23 November 2026 in China, by its clock. */
const monday = (hour: number, minute = 0) => Date.UTC(2026, 10, 23, hour - 8, minute)

const said = (now: number) => (at: number) => momentWords(at, now)

test('departments can be asked to come within two hours, before closing, or tomorrow morning', () => {
  const now = monday(10)
  expect(
    arrivals(now)
      .map(({ at }) => at)
      .map(said(now)),
  ).toEqual(['今天12:00', '今天17:30', '明天12:00'])
})

test('nobody is asked to come before closing once the street is about to close', () => {
  expect(arrivals(monday(17)).map(({ key }) => key)).toEqual(['two_hours', 'today', 'tomorrow'])
  expect(arrivals(monday(17, 1)).map(({ key }) => key)).toEqual(['two_hours', 'tomorrow'])
})

test.each([monday(0), monday(10), monday(17, 30), monday(23, 59)])(
  'no pause on offer is longer than the rules allow (%s)',
  (now) => {
    const offered = pauses(now)
    expect(offered).toHaveLength(4)
    for (const at of offered) expect(at - now).toBeLessThanOrEqual(LONGEST_PAUSE)
    expect([...offered].sort((one, other) => one - other)).toEqual(offered)
    expect(offered[3] ?? 0).toBeGreaterThan(now + LONGEST_PAUSE - 24 * 3_600_000)
  },
)

test.each([
  [{ n: 3, unit: 'wd' } as const, ['明天17:30', '周三17:30', '周四17:30']],
  [{ n: 1, unit: 'wd' } as const, ['明天17:30']],
  [{ n: 2, unit: 'h' } as const, ['今天11:00', '今天12:00']],
  [{ n: 30, unit: 'd' } as const, ['12月3日10:00', '12月13日10:00', '12月23日10:00']],
])('a deadline of %j can move by a third, two thirds or the whole of it', (span, words) => {
  const now = monday(10)
  expect(laterDeadlines(now, span).map(said(now))).toEqual(words)
})

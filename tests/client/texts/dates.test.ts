import {
  agoWords,
  dayWords,
  greeting,
  leftWords,
  untilWords,
  withinWords,
} from '../../../src/client/texts/dates'

/** Monday 23 November 2026, 19:21 in China. */
const NOW = Date.UTC(2026, 10, 23, 11, 21)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const china = (month: number, day: number, hour = 12, minute = 0, year = 2026) =>
  Date.UTC(year, month - 1, day, hour - 8, minute)

test.each([
  [china(11, 25, 20), '周三20:00截止'],
  [china(11, 23, 20), '今天20:00截止'],
  [china(11, 24, 9), '明天9:00截止'],
  [china(11, 30, 9), '11月30日9:00截止'],
])('a deadline is said as its day and hour in China (%#)', (at, words) => {
  expect(untilWords(at, NOW)).toBe(words)
})

test.each([
  [china(11, 24, 0, 5), '明天'],
  [china(11, 22, 23, 59), '昨天'],
  [china(11, 21), '前天'],
  [china(11, 29), '周日'],
  [china(11, 20), '11月20日'],
  [china(10, 12), '10月12日'],
  [china(12, 31, 12, 0, 2025), '2025年12月31日'],
])('a day is said the shortest way that cannot be misread (%#)', (at, words) => {
  expect(dayWords(at, NOW)).toBe(words)
})

test.each([
  [48.6 * HOUR, '还剩2天'],
  [47 * HOUR, '还剩1天'],
  [3.9 * HOUR, '还剩3小时'],
  [20 * MINUTE, '还剩20分钟'],
  [-MINUTE / 2, '超期1分钟'],
  [-25 * HOUR, '超期1天'],
])('what is left is rounded down, so that it never promises more (%#)', (left, words) => {
  expect(leftWords(NOW + left, NOW)).toBe(words)
})

test.each([
  [30_000, '刚刚'],
  [9 * MINUTE, '9分钟前'],
  [3 * HOUR, '3小时前'],
  [20 * HOUR, '昨天'],
  [42 * 24 * HOUR, '10月12日'],
])('the past is told as people tell it (%#)', (span, words) => {
  expect(agoWords(NOW - span, NOW)).toBe(words)
})

test('a promise of four hours', () => expect(withinWords(4 * HOUR)).toBe('4小时内'))

test.each([
  [china(11, 23, 7), '早上好'],
  [china(11, 23, 12), '中午好'],
  [china(11, 23, 15), '下午好'],
  [china(11, 23, 19), '晚上好'],
  [china(11, 23, 2), '晚上好'],
])('the greeting follows the clock in China (%#)', (at, words) => expect(greeting(at)).toBe(words))

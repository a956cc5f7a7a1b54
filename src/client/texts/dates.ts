import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** Everything here happens in China: UTC+8, without summer time. Instants are milliseconds since 1970. */
const CHINA = 8
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

const there = (at: number): Dayjs =>
  dayjs(at)
    .utc()
    .utcOffset(CHINA * 60)

/** Midnights between two instants, as people count days. */
const daysBetween = (from: number, to: number): number =>
  Math.round((there(to).startOf('day').valueOf() - there(from).startOf('day').valueOf()) / DAY)

const NEAR: Record<number, string> = { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天' }

/** 今天, 明天, 周三, 10月12日, 2025年10月12日: the shortest that cannot be misread from `now`. */
export function dayWords(at: number, now: number): string {
  const days = daysBetween(now, at)
  const near = NEAR[days]
  if (near) return near
  const day = there(at)
  if (days > 0 && days < 7) return WEEKDAYS[day.day()] ?? ''
  return day.year() === there(now).year() ? dateWords(at) : `${day.year()}年${dateWords(at)}`
}

/** 10月12日 */
export const dateWords = (at: number): string => `${there(at).month() + 1}月${there(at).date()}日`

/** 2027年10月12日: a day far ahead or long ago. */
export const yearDateWords = (at: number): string => `${there(at).year()}年${dateWords(at)}`

/** 2027-10-12: a day as it is typed. */
export const dayStamp = (at: number): string => there(at).format('YYYY-MM-DD')

/** 20:00 */
export const clockWords = (at: number): string => there(at).format('H:mm')

/** 今天20:00, 10月12日9:30 */
export const momentWords = (at: number, now: number): string => `${dayWords(at, now)}${clockWords(at)}`

/** 周三20:00截止 */
export const untilWords = (at: number, now: number): string => `${momentWords(at, now)}截止`

/** 2天, 3小时, 20分钟: rounded down, since a promise of time must not grow. */
export function spanWords(span: number): string {
  if (span >= DAY) return `${Math.floor(span / DAY)}天`
  if (span >= HOUR) return `${Math.floor(span / HOUR)}小时`
  return `${Math.max(1, Math.floor(span / MINUTE))}分钟`
}

/** 还剩2天, or 超期1天 once it has passed. */
export const leftWords = (dueAt: number, now: number): string =>
  now < dueAt ? `还剩${spanWords(dueAt - now)}` : `超期${spanWords(now - dueAt)}`

/** 4小时内 */
export const withinWords = (span: number): string => `${spanWords(span)}内`

/** 刚刚, 9分钟前, 3小时前, 昨天, 10月12日 */
export function agoWords(at: number, now: number): string {
  const span = now - at
  if (span < MINUTE) return '刚刚'
  if (span < HOUR || (span < DAY && daysBetween(at, now) === 0)) return `${spanWords(span)}前`
  return dayWords(at, now)
}

/** 早上好 until eleven, 中午好 until one, 下午好 until six, then 晚上好. */
export function greeting(now: number): string {
  const hour = there(now).hour()
  if (hour >= 5 && hour < 11) return '早上好'
  if (hour >= 11 && hour < 13) return '中午好'
  return hour >= 13 && hour < 18 ? '下午好' : '晚上好'
}

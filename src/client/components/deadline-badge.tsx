import { leftWords } from '../texts/dates'
import { Tag } from './tag'

const HOUR = 3_600_000
/** The last quarter of the time, or the last four hours, is soon. */
const LAST_QUARTER = 0.25
const LAST_HOURS = 4 * HOUR

export interface Deadline {
  /** When the time began, when it ends, and now; milliseconds. */
  since: number
  dueAt: number
  now: number
}

export function toneOf({ since, dueAt, now }: Deadline): 'quiet' | 'soon' | 'over' {
  const left = dueAt - now
  if (left <= 0) return 'over'
  return left < LAST_HOURS || left < (dueAt - since) * LAST_QUARTER ? 'soon' : 'quiet'
}

/** Words instead of running seconds: 还剩2天, 超期1天. Show nothing once a matter is done. */
export function DeadlineBadge(deadline: Deadline) {
  const tone = toneOf(deadline)
  const icon = tone === 'over' ? 'alert' : 'clock'
  return <Tag words={leftWords(deadline.dueAt, deadline.now)} tone={tone} icon={icon} />
}

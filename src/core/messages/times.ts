import { DAY, dayOf, HOUR, MINUTE, startOfDay } from '../concerns/calendar'
import { ANSWER_WITHIN } from '../concerns/clocks'
import type { Template } from './worth'

/** 免打扰: from ten at night to seven in the morning, in China. */
const QUIET_FROM = 22 * HOUR
const QUIET_UNTIL = 7 * HOUR

/** So long news waits for newer news of the same matter: two steps within a minute cost one grant. */
const SETTLING = MINUTE

/** How long after it happened a message is worth sending. */
const LIVES: Record<Template, number> = {
  progress: 3 * DAY,
  result: ANSWER_WITHIN,
  work: DAY,
  council: 3 * DAY,
  booking: DAY,
}

/** The first instant from `at` on at which people may be disturbed. */
export function awake(at: number): number {
  const day = dayOf(at)
  const time = at - startOfDay(day)
  if (time < QUIET_UNTIL) return startOfDay(day) + QUIET_UNTIL
  return time < QUIET_FROM ? at : startOfDay(day + 1) + QUIET_UNTIL
}

/** When a message about what happened at `at` goes out, and from when on nobody needs it any more. */
export const timesOf = (template: Template, urgent: boolean, at: number) => ({
  dueAt: urgent ? at : awake(at + SETTLING),
  until: at + LIVES[template],
})

/** A message is tried so often, counted with the first time. */
export const MOST_TRIES = 5

/** When to try again after `tries` failures: 1, 4, 16, 64 minutes, each half to one and a half as long by `chance`. */
export const nextTry = (tries: number, now: number, chance: number): number =>
  now + Math.round(MINUTE * 4 ** (tries - 1) * (0.5 + chance))

import { NO_SHOWS_WITHIN, type SignUp } from './sign-up'

/** 晚退: a place given up within twelve hours of the start. 没来: nobody came to it. */
export type Missed = 'late' | 'no_show'

/**
 * What a sign-up of one's own missed, or `null`. It is told to the person and to whoever answers for the task, and
 * bars nobody from anything. Whom somebody brought along has no record.
 */
export function missedBy(signUp: SignUp): Missed | null {
  if (signUp.guestEnc !== null) return null
  if (signUp.state === 'no_show') return 'no_show'
  return signUp.state === 'cancelled' && signUp.late ? 'late' : null
}

/** One late cancel as the leader's list has it. `at`: when he said so, epoch milliseconds. */
export interface LateCancel {
  personId: string
  shiftId: string
  at: number
}

/** 晚退的: of a task's sign-ups, in the order in which they were said. */
export const lateCancels = (signUps: readonly SignUp[]): LateCancel[] =>
  signUps
    .filter((signUp) => missedBy(signUp) === 'late')
    .map(({ personId, shiftId, at }) => ({ personId, shiftId, at }))
    .sort((a, b) => a.at - b.at)

/** How often somebody did not come within the days after which the captain is asked first. */
export const recentNoShows = (signUps: readonly SignUp[], now: number): number =>
  signUps.filter((signUp) => missedBy(signUp) === 'no_show' && signUp.at > now - NO_SHOWS_WITHIN).length

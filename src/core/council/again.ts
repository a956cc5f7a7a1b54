import { DAY } from '../concerns/calendar'
import { least } from './rule'

/** A matter that was voted down rests so long, unless a third of all units want it back (rule 4.3.2). */
const RESTS = 30 * DAY
const WANTED_BACK = { num: 1, den: 3, strict: false }

const SECONDS = 3
const SMALL_COUNCIL = 10

/** Three units; one is enough where fewer than ten units meet. */
export const secondsNeeded = (units: number): number => (units < SMALL_COUNCIL ? 1 : SECONDS)

/** The vote against the same matter: which motion it was, and until when that binds. */
export interface Rejected {
  motionId: string
  until: number
}

export const rejectedAt = (motionId: string, endedAt: number): Rejected => ({
  motionId,
  until: endedAt + RESTS,
})

/** Units that have to second it: the usual few, or a third of all while the same matter rests. */
export const supportNeeded = (
  { again }: { again?: Rejected },
  { units, now }: { units: number; now: number },
): number =>
  again && now < again.until
    ? Math.max(least(WANTED_BACK, units), secondsNeeded(units))
    : secondsNeeded(units)

/** Titles are the same matter when they say the same, however they are spaced and dotted. */
export const sameMatter = (title: string): string => title.replace(/[\s\p{P}]/gu, '')

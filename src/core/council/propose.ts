import { dayName, dayOf } from '../concerns/calendar'
import { ok, type Result, refuse } from '../result'
import { newElection } from './candidates'
import type { CouncilOffice } from './election'
import type { Motion, MotionWords, Proposal } from './motion'
import { mayInCouncil, type Standing } from './standing'
import type { MotionRule } from './statute'

/** The day's key under which motions are numbered. */
export const motionDay = (at: number): string => `YT${dayName(dayOf(at)).slice(2).split('-').join('')}`

/** What people quote: YT + yyMMdd + at least four digits. */
export const motionNumber = (day: string, n: number): string => `${day}${String(n).padStart(4, '0')}`

export interface Draft extends Pick<Proposal, 'id' | 'streetId' | 'councilId' | 'concernId' | 'again'> {
  rule: MotionRule
  words: MotionWords
  /** For which office, where the rule is an election. */
  election?: { office: CouncilOffice; seats: number }
}

/**
 * 提议, by whoever lives or works in the council's scope. The unit he stands for first is the proposer's: it does not
 * second him. `no` is given by who keeps the motion, once nothing can be refused any more.
 */
export function propose(draft: Draft, standing: Standing & { now: number }): Result<(no: string) => Motion> {
  const { actor, council, standsFor, now } = standing
  if (actor.personId === null || !mayInCouncil(standing, 'motion.propose')) return refuse('FORBIDDEN')
  if (draft.words.byWhen <= now) return refuse('VALIDATION')
  const { words, election: asked, ...said } = draft
  const election = asked ? newElection(asked.office, asked.seats) : undefined
  if ((draft.rule === 'election') !== (election !== undefined) || election === null)
    return refuse('VALIDATION')
  const proposerId = actor.personId
  return ok((no) => ({
    ...said,
    ...(election && { election }),
    no,
    gridPath: council.gridPath,
    proposerId,
    proposerUnitId: standsFor[0] ?? null,
    proposedAt: now,
    versions: [{ ...words, at: now, changed: '' }],
    seconds: [],
    timesReturned: 0,
    timesPolled: 0,
    timesReviewed: 0,
    clock: 1,
    state: 'proposed',
  }))
}

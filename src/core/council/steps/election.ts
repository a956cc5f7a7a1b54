import { DAY } from '../../concerns/calendar'
import type { Refusal } from '../../refusals'
import { afresh, type Candidate, counted, type Election, MOST_CANDIDATES, seatsLeft } from '../candidates'
import { electionOf, type Motion, type MotionState } from '../motion'
import { inState, type MotionSituation, type MotionStep, motionBecame } from '../motion-step'
import { publicityAfter } from '../publicity'
import type { Tally } from '../tally'

/** 推选: who stands, the run-off, the lot. */

/** Candidates are known before anybody talks about them: from the debate on nobody is added. */
export const GATHERING: MotionState[] = ['proposed', 'seconded', 'returned', 'scheduled', 'announced']
/** 得票一样: those run again in this time, or the lot decides (rule 4.4.3, 2). */
export const RUN_OFF_WITHIN = 7 * DAY

export const notElecting = ({ motion }: MotionSituation): Refusal | null =>
  motion.election ? null : 'NOT_IN_THIS_STATE'

const candidateOf = ({ motion, actor }: MotionSituation): Candidate | undefined =>
  motion.election?.candidates.find(({ personId }) => personId === actor.personId)

const withElection = (motion: Motion, part: Partial<Election>): Motion => ({
  ...motion,
  election: { ...electionOf(motion), ...part },
})

export function notThisNominee({ motion, event }: MotionStep<'nominate'>): Refusal | null {
  const { candidates } = electionOf(motion)
  if (candidates.some(({ personId }) => personId === event.personId)) return 'NAMED_ALREADY'
  return candidates.length >= MOST_CANDIDATES ? 'TOO_MANY_CANDIDATES' : null
}

/** 推荐: whoever was named stands only when he has agreed himself. */
export function nominate({ motion, event }: MotionStep<'nominate'>): Motion {
  const { candidateId: id, personId, houseId: unitId } = event
  const named = { id, personId, unitId, agreedAt: null, statement: '' }
  return withElection(motion, { candidates: [...electionOf(motion).candidates, named] })
}

export function notThisStanding(step: MotionStep<'stand'>): Refusal | null {
  const { motion, event, standsFor } = step
  if (!standsFor.includes(event.unitId)) return 'NOT_REPRESENTATIVE'
  const before = candidateOf(step)
  if (before && before.agreedAt !== null) return 'NAMED_ALREADY'
  return !before && electionOf(motion).candidates.length >= MOST_CANDIDATES ? 'TOO_MANY_CANDIDATES' : null
}

export function stand(step: MotionStep<'stand'>): Motion {
  const { motion, event, actor, now } = step
  const { candidateId, unitId, statement } = event
  if (actor.personId === null) throw new Error('nobody stands without a name')
  const before = candidateOf(step)
  const agreed = {
    id: before?.id ?? candidateId,
    personId: actor.personId,
    unitId,
    agreedAt: now,
    statement,
  }
  const others = electionOf(motion).candidates.filter(({ id }) => id !== agreed.id)
  return withElection(motion, { candidates: [...others, agreed] })
}

export const notACandidate = (situation: MotionSituation): Refusal | null =>
  candidateOf(situation) ? null : 'FORBIDDEN'

/** 退选, or no to having been named: nothing of it stays. */
export const stepDown = ({ motion, actor }: MotionStep<'step_down'>): Motion =>
  withElection(motion, {
    candidates: electionOf(motion).candidates.filter(({ personId }) => personId !== actor.personId),
  })

/** What a count leads to where people are elected: seats are filled, or those with equally many votes run again. */
export function electionCounted(motion: Motion, tally: Tally, now: number): Motion | null {
  const election = electionOf(motion)
  const { announcedAt } = inState(motion, 'voting')
  const found = counted(election, tally.election ?? { votes: [], elected: [], tied: [] })
  if (tally.outcome === 'passed') return published(motion, { election: found, tally, now })
  // A run-off that too few came to, or that ends as it began, is not held a third time: the lot decides.
  if (election.tied.length > 0) {
    const left = tally.outcome === 'tied' ? found : { ...found, tied: election.tied }
    return motionBecame(motion, { state: 'lot', tally }, { election: left })
  }
  if (tally.outcome !== 'tied') return null
  return motionBecame(motion, { state: 'run_off', announcedAt, tally, talliedAt: now }, { election: found })
}

interface Filled {
  election: Election
  tally: Tally
  now: number
}

const published = (motion: Motion, { election, tally, now }: Filled): Motion =>
  motionBecame(
    motion,
    { state: 'publicity', tally, publicity: publicityAfter(now), objections: [] },
    { election },
  )

const runOffUntil = ({ motion }: MotionSituation): number | null =>
  motion.state === 'run_off' ? motion.talliedAt + RUN_OFF_WITHIN : null

export const tooLateForRunOff = (situation: MotionSituation): Refusal | null => {
  const until = runOffUntil(situation)
  return until !== null && situation.now >= until ? 'POLL_CLOSED' : null
}

export const stillTimeForRunOff = (situation: MotionSituation): Refusal | null => {
  const until = runOffUntil(situation)
  return until !== null && situation.now < until ? 'NOT_YET' : null
}

/** No office can make an election vanish by waiting. */
export const leaveToLot = ({ motion }: MotionStep<'leave_to_lot'>): Motion =>
  motionBecame(motion, { state: 'lot', tally: inState(motion, 'run_off').tally })

const isTied = (situation: MotionSituation): boolean =>
  electionOf(situation.motion).tied.includes(candidateOf(situation)?.id ?? '')

export const drawsForHimself = (situation: MotionSituation): Refusal | null =>
  isTied(situation) ? 'SELF_APPROVAL' : null

/** As many as there are seats left, each of them one of those who had equally many votes. */
export function notThisDraw({ motion, event }: MotionStep<'draw'>): Refusal | null {
  const election = electionOf(motion)
  const drawn = new Set(event.drawn)
  const fits = drawn.size === event.drawn.length && drawn.size === seatsLeft(election)
  return fits && event.drawn.every((id) => election.tied.includes(id)) ? null : 'VALIDATION'
}

/** Each draw is a line of the story; the one that somebody watched is the one that counts. */
export function draw({ motion, event, actor, now }: MotionStep<'draw'>): Motion {
  if (actor.personId === null) throw new Error('nobody draws a lot without a name')
  const { drawn, note } = event
  return withElection(motion, { draw: { drawnBy: actor.personId, at: now, note, drawn, watchedBy: null } })
}

export const notToWatch = (situation: MotionSituation): Refusal | null => {
  const { draw: lot } = electionOf(situation.motion)
  if (!lot) return 'NOT_IN_THIS_STATE'
  return lot.drawnBy === situation.actor.personId || isTied(situation) ? 'SELF_APPROVAL' : null
}

export const notThisWatcher = ({ event, standsFor }: MotionStep<'watch'>): Refusal | null =>
  standsFor.includes(event.unitId) ? null : 'NOT_REPRESENTATIVE'

/** 见证: only now the lot has decided, and what it decided is published like any other result. */
export function watch({ motion, actor, now }: MotionStep<'watch'>): Motion {
  const { tally } = inState(motion, 'lot')
  const election = electionOf(motion)
  if (!election.draw || actor.personId === null) throw new Error('nothing was drawn')
  const lot = { ...election.draw, watchedBy: actor.personId }
  const elected = [...election.elected, ...lot.drawn]
  return published(motion, { election: { ...election, elected, draw: lot }, tally, now })
}

export const nothingToCarryOut = ({ motion }: MotionSituation): Refusal | null =>
  motion.election ? 'NOT_IN_THIS_STATE' : null

/** Voted once more after objections: from the beginning, among the same people. */
export const againFromStart = ({ election }: Motion): { election?: Election } =>
  election ? { election: afresh(election) } : {}

import { first } from '../concerns/step'
import type { Grant } from '../people/actor'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import type { Motion, MotionState } from './motion'
import { MOTION_EVENTS, type MotionEvent, type MotionEventKind } from './motion-events'
import type { MotionRow, MotionSituation, MotionStep } from './motion-step'
import { mayInCouncil } from './standing'
import * as agenda from './steps/agenda'
import * as decision from './steps/decision'
import * as election from './steps/election'

const BEFORE_THE_POLL: MotionState[] = [
  'proposed',
  'seconded',
  'returned',
  'scheduled',
  'announced',
  'debating',
]

/** Everything that can happen to a motion (domain rule 4.3.2); what is not in the table is refused. */
// biome-ignore format: one event a paragraph, the columns in one order
const TABLE: { [Kind in MotionEventKind]: MotionRow<Kind> } = {
  second: { from: ['proposed'], action: 'motion.second', needs: agenda.notThisUnit, apply: agenda.second },
  screen: { from: ['seconded'], action: 'motion.screen', needs: agenda.notTwiceAndNotOwn, apply: agenda.screen },
  revise: { from: ['returned'], action: 'motion.answer', unless: agenda.notTheProposer, apply: agenda.revise },
  nominate: { from: election.GATHERING, action: 'motion.second', unless: election.notElecting, needs: election.notThisNominee, apply: election.nominate },
  stand: { from: election.GATHERING, action: 'motion.second', unless: election.notElecting, needs: election.notThisStanding, apply: election.stand },
  step_down: { from: BEFORE_THE_POLL, action: 'motion.answer', unless: election.notACandidate, apply: election.stepDown },
  announce: { from: ['scheduled'], action: 'motion.announce', apply: agenda.announce },
  open_debate: { from: ['announced'], action: 'motion.lead', unless: agenda.notAnnouncedLongEnough, apply: agenda.openDebate },
  amend: {
    from: ['debating'], action: 'motion.answer', unless: agenda.notTheProposer,
    needs: agenda.anotherTitle, apply: agenda.amend,
  },

  open_poll: {
    from: ['announced', 'debating', 'no_quorum', 'run_off'], action: 'motion.lead',
    unless: first(agenda.notAnnouncedLongEnough, decision.polledTwice, decision.tooLateAgain, election.tooLateForRunOff), apply: decision.openPoll,
  },
  extend: { from: ['voting'], action: 'motion.lead', apply: ({ motion }) => motion },
  tally: { from: ['voting'], action: 'motion.clock', apply: decision.tallied },
  void: { from: ['voting'], action: 'motion.void', apply: decision.voided },
  leave_to_lot: { from: ['run_off'], action: 'motion.clock', unless: election.stillTimeForRunOff, apply: election.leaveToLot },
  draw: { from: ['lot'], action: 'motion.draw', unless: election.drawsForHimself, needs: election.notThisDraw, apply: election.draw },
  watch: { from: ['lot'], action: 'motion.second', unless: election.notToWatch, needs: election.notThisWatcher, apply: election.watch },

  object: { from: ['publicity'], action: 'motion.second', needs: decision.notThisObjection, apply: decision.object },
  review: { from: ['in_review'], action: 'motion.review', needs: decision.revotedAlready, apply: decision.review },
  enforce: { from: ['publicity'], action: 'motion.clock', unless: decision.stillPublic, apply: decision.enforce },
  begin: { from: ['in_force'], action: 'motion.announce', unless: election.nothingToCarryOut, apply: decision.begin },
  accept: { from: ['implementing'], action: 'motion.second', needs: decision.notThisAcceptance, apply: decision.accept },
  send_back: { from: ['implementing'], action: 'motion.second', needs: decision.notThisAcceptance, apply: decision.sendBack },
  archive: { from: ['result_publicity'], action: 'motion.clock', unless: decision.stillPublic, apply: decision.archive },

  withdraw: { from: BEFORE_THE_POLL, action: 'motion.answer', unless: agenda.notTheProposer, apply: agenda.withdraw },
  lapse: { from: ['proposed', 'no_quorum'], action: 'motion.clock', unless: decision.notYetLapsed, apply: agenda.lapse },
}

export interface MotionDecision {
  motion: Motion
  /** The office in which it was done. */
  grant: Grant
}

/** Whether this may happen to a motion now, and what it is afterwards. A refusal changes nothing. */
export function decideMotion(event: MotionEvent, situation: MotionSituation): Result<MotionDecision> {
  const granted = permitted(event.kind, situation)
  if (!granted.ok) return granted

  const row = rowOf(event.kind)
  const step = { ...situation, event, grant: granted.value }
  const refusal = row.needs?.(step)
  if (refusal) return refuse(refusal)
  return ok({ motion: row.apply(step), grant: granted.value })
}

/** What this person can do to a motion now: exactly the buttons of his screen. */
export const allowedOnMotion = (situation: MotionSituation): MotionEventKind[] =>
  MOTION_EVENTS.filter((kind) => permitted(kind, situation).ok)

function permitted(kind: MotionEventKind, situation: MotionSituation): Result<Grant> {
  const row = rowOf(kind)
  const grant = mayInCouncil(situation, row.action)
  if (!grant) return refuse('FORBIDDEN')
  if (!row.from.includes(situation.motion.state)) return refuse('NOT_IN_THIS_STATE')
  const refusal: Refusal | null = row.unless?.(situation) ?? null
  return refusal ? refuse(refusal) : ok(grant)
}

type AnyRow = Omit<MotionRow<MotionEventKind>, 'needs' | 'apply'> & {
  needs?: (step: AnyStep) => Refusal | null
  apply: (step: AnyStep) => Motion
}
type AnyStep = Omit<MotionStep<MotionEventKind>, 'event'> & { event: MotionEvent }

// The table ties each kind to its own words; the compiler cannot follow one kind through a union of all.
const rowOf = (kind: MotionEventKind): AnyRow => TABLE[kind] as unknown as AnyRow

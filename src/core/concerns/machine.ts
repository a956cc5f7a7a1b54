import type { Grant } from '../people/actor'
import { may, subjectOf } from '../people/permissions'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import type { Concern, State } from './concern'
import { type ConcernEvent, EVENT_KINDS, type EventKind, type EventOf } from './events'
import { type Context, first, type Row, type Situation, type Step } from './step'
import * as handling from './steps/handling'
import * as intake from './steps/intake'
import * as ladder from './steps/ladder-steps'
import * as result from './steps/result'

const BEFORE_WORK: State[] = ['submitted', 'held', 'accepted']
const AT_WORK: State[] = ['accepted', 'in_progress']
const TAKEN_UP: State[] = [...AT_WORK, 'awaiting_department', 'paused']
const ANSWERED: State[] = ['resolved', 'verified']

/**
 * Everything that can happen to a concern (domain rule 4.3.1): from which state, by which right of the matrix,
 * unless what, and what it needs. What is not in the table is refused.
 */
// biome-ignore format: one event a paragraph, the columns in one order
export const TABLE: { [Kind in EventKind]: Row<Kind> } = {
  release: { from: ['held'], action: 'concern.screen', unless: intake.ownWords, apply: intake.release },
  reject_content: { from: ['held'], action: 'concern.screen', apply: intake.rejectContent },

  accept: { from: ['submitted'], action: 'concern.triage', needs: intake.aDeskThatCanHoldIt, apply: intake.accept },
  decline: { from: ['submitted'], action: 'concern.triage', apply: intake.decline },
  merge: { from: ['submitted'], action: 'concern.triage', needs: intake.aTargetToMergeInto, apply: intake.merge },
  withdraw: { from: BEFORE_WORK, action: 'concern.answer', apply: intake.withdraw },

  contact: { from: TAKEN_UP, action: 'concern.handle', apply: handling.contact },
  start: { from: ['accepted'], action: 'concern.handle', apply: handling.start },

  escalate: {
    from: ['submitted', 'held', ...AT_WORK], action: 'concern.escalate',
    unless: first(intake.onlyTheClockBeforeItIsAccepted, ladder.atTheTop, ladder.unlessLate), apply: ladder.escalate,
  },
  delegate: { from: AT_WORK, action: 'concern.delegate', unless: ladder.atTheBottom, apply: ladder.delegate },
  whistle: {
    from: ['in_progress', 'awaiting_department'], action: 'concern.whistle',
    unless: ladder.belowTheStreet, needs: ladder.departmentsToCall, apply: ladder.whistle,
  },
  arrive: {
    from: ['in_progress', 'awaiting_department'], action: 'concern.arrive',
    unless: ladder.arrivedAlready, apply: ladder.arrive,
  },

  pause: { from: ['in_progress'], action: 'concern.handle', needs: handling.withinFifteenDays, apply: handling.pause },
  resume: { from: ['paused'], action: 'concern.resume', unless: handling.pauseNotOver, apply: handling.resume },
  ask_extension: {
    from: ['in_progress'], action: 'concern.extend',
    unless: handling.noMoreExtensions, needs: handling.atMostOneSpan, apply: handling.askExtension,
  },
  answer_extension: {
    from: ['in_progress'], action: 'concern.approve_extension',
    unless: handling.nothingToAnswer, apply: handling.answerExtension,
  },

  resolve: { from: ['in_progress'], action: 'concern.handle', needs: result.aPhotoOfWhatWasFixed, apply: result.resolve },
  verify: {
    from: ['resolved'], action: 'concern.verify',
    unless: first(result.nothingToSee, result.ownResult), apply: result.verify,
  },
  return: {
    from: ['resolved'], action: 'concern.verify',
    unless: first(result.nothingToSee, result.ownResult), apply: result.sendBack,
  },
  confirm: { from: ANSWERED, action: 'concern.answer', unless: result.ownResult, apply: result.confirm },
  reopen: { from: ANSWERED, action: 'concern.answer', unless: result.answeredTooLate, apply: result.reopen },
  lapse: { from: ANSWERED, action: 'concern.lapse', unless: result.mayStillAnswer, apply: result.lapse },
}

export interface Decision {
  concern: Concern
  /** The office in which it was done: what the story of the concern shows. */
  grant: Grant
}

/** Whether this may happen now, and what the concern is afterwards. A refusal changes nothing. */
export function decide(concern: Concern, event: ConcernEvent, context: Context): Result<Decision> {
  const situation = { ...context, concern }
  const granted = permitted(event.kind, situation)
  if (!granted.ok) return granted

  const row = rowOf(event.kind)
  const step = { ...situation, event, grant: granted.value }
  const refusal = row.needs?.(step)
  if (refusal) return refuse(refusal)
  return ok({ concern: row.apply(step), grant: granted.value })
}

/** What this person can do now: exactly the buttons of his screen. */
export const allowed = (concern: Concern, context: Context): EventKind[] =>
  EVENT_KINDS.filter((kind) => permitted(kind, { ...context, concern }).ok)

/** Asks in the order in which an answer gives least away: the right, the state, the circumstances. */
function permitted(kind: EventKind, situation: Situation): Result<Grant> {
  const { concern, actor } = situation
  const row = rowOf(kind)
  const grant = may(actor, row.action, subjectOf(concern))
  if (!grant) return refuse('FORBIDDEN')
  const refusal = outOfPlace(row, concern.state) ?? row.unless?.(situation)
  return refusal ? refuse(refusal) : ok(grant)
}

function outOfPlace({ from }: AnyRow, state: State): Refusal | null {
  if (state === 'closed') return 'ALREADY_CLOSED'
  return from.includes(state) ? null : 'NOT_IN_THIS_STATE'
}

type AnyRow = Omit<Row<EventKind>, 'needs' | 'apply'> & {
  needs?: (step: AnyStep) => Refusal | null
  apply: (step: AnyStep) => Concern
}
type AnyStep = Omit<Step<EventKind>, 'event'> & { event: ConcernEvent }

// The table ties each kind to its own words; the compiler cannot follow one kind through a union of all.
const rowOf = <Kind extends EventOf<EventKind>['kind']>(kind: Kind): AnyRow =>
  TABLE[kind] as unknown as AnyRow

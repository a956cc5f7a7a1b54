import { ancestorAt } from '../grids/grid'
import type { Actor, Role } from '../people/actor'
import { mayAt } from '../people/place-rights'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import { type Appointment, MOST_BUILDINGS, type State } from './appointment'
import { NO_REMOVAL, reachesHalf, standingAsks } from './removal'
import type { Around, Step, StepKind, StepOf } from './steps'
import * as steps from './steps'

export type Context = Omit<Around, 'by'> & { actor: Actor }

interface Situation extends Context {
  appointment: Appointment
}

/** Who may take a step: an office over the place, the person himself, his nominator, a neighbour, his successor. */
type Who = (situation: Situation) => boolean

const nominated = ({ appointment, actor }: Situation): boolean => appointment.nominatedBy === actor.personId
const himself = ({ appointment, actor }: Situation): boolean => appointment.personId === actor.personId
const community: Who = ({ appointment, actor }) => mayAt(actor, 'head.confirm', appointment) !== null
const clock: Who = ({ actor }) => actor.grants.some(({ role }) => role === 'clock')
const successor: Who = ({ inOffice, actor }) =>
  actor.personId !== null && inOffice?.personId === actor.personId
const anyOf =
  (...who: Who[]): Who =>
  (situation) =>
    who.some((may) => may(situation))

/** Whose confirmed home stands in the same 网格. */
const neighbour: Who = ({ appointment, actor, home }) =>
  actor.personId !== null &&
  home !== null &&
  ancestorAt(home.gridPath, 2) === ancestorAt(appointment.gridPath, 2)

/** One of the house's households, who has asked for a removal or has not; nobody asks for his own. */
function household(hasAsked: boolean): Who {
  return (situation) => {
    const { appointment, actor, households } = situation
    const asks = appointment.removal?.asks ?? []
    const asked = asks.some(({ by }) => by === actor.personId)
    return !himself(situation) && households.includes(actor.personId ?? '') && asked === hasAsked
  }
}

/** 社区 has something to answer once half of the house has asked. */
function askedByHalf(situation: Situation): boolean {
  const { appointment, households } = situation
  const asked = standingAsks(appointment.removal ?? NO_REMOVAL, households).length
  return community(situation) && reachesHalf(asked, households.length)
}

type Rule<Kind extends StepKind> = (situation: Situation, step: StepOf<Kind>) => Refusal | null

interface Row<Kind extends StepKind> {
  from: readonly State[]
  who: Who
  unless?: Rule<Kind>
  // Each step's own function takes the states of its own row; the table ties them.
  apply: (known: never) => Appointment
}

const ownMatter = (situation: Situation): Refusal | null =>
  himself(situation) || nominated(situation) ? 'SELF_APPROVAL' : null

/** Everything that can happen to an appointment: from which state, by whom, unless what. The rest is refused. */
const TABLE: { [Kind in StepKind]: Row<Kind> } = {
  object: { from: ['nominated'], who: neighbour, unless: notWhilePosted, apply: steps.object },
  confirm: { from: ['nominated'], who: community, unless: notToBeConfirmed, apply: steps.confirm },
  decline: { from: ['nominated'], who: community, unless: ownMatter, apply: steps.decline },
  withdraw: { from: ['nominated'], who: anyOf(himself, nominated), apply: steps.withdraw },
  begin: { from: ['confirmed'], who: clock, unless: theHouseIsTaken, apply: steps.begin },
  resign: { from: ['confirmed', 'active'], who: himself, apply: steps.resign },
  revoke: { from: ['confirmed', 'active'], who: community, unless: notHeard, apply: steps.revoke },
  expire: { from: ['active'], who: clock, unless: beforeItsEnd, apply: steps.expire },
  succeed: { from: ['active'], who: clock, apply: steps.succeed },
  hand_over: {
    from: ['active', 'ended'],
    who: anyOf(himself, community),
    unless: takenAlready,
    apply: steps.handOver,
  },
  take_over: { from: ['ended'], who: successor, unless: nothingToTake, apply: steps.takeOver },
  ask_removal: { from: ['active'], who: household(false), apply: steps.askRemoval },
  unask_removal: { from: ['active'], who: household(true), apply: steps.unaskRemoval },
  answer_removal: { from: ['active'], who: askedByHalf, unless: ownMatter, apply: steps.answerRemoval },
}
export const STEP_KINDS = Object.keys(TABLE) as StepKind[]

export interface Decision {
  appointment: Appointment
  /** The office in which it was done. */
  office: Role
}

/** Whether this may happen now, and what the appointment is afterwards. A refusal changes nothing. */
export function decide(appointment: Appointment, step: Step, context: Context): Result<Decision> {
  const situation = { ...context, appointment }
  const row = rowOf(step.kind)
  if (!row.who(situation)) return refuse('FORBIDDEN')
  if (!row.from.includes(appointment.state)) return refuse('NOT_IN_THIS_STATE')
  const refusal = row.unless?.(situation, step)
  if (refusal) return refuse(refusal)

  const around = { ...context, by: context.actor.personId }
  return ok({ appointment: row.apply({ appointment, step, around }), office: officeOf(situation) })
}

/** The buttons of a person's screen; whether his words will do is asked when he sends them. */
export const allowed = (appointment: Appointment, context: Context): StepKind[] =>
  STEP_KINDS.filter((kind) => {
    const situation = { ...context, appointment }
    return rowOf(kind).who(situation) && rowOf(kind).from.includes(appointment.state)
  })

const officeOf = (situation: Situation): Role => {
  if (clock(situation)) return 'clock'
  return mayAt(situation.actor, 'head.confirm', situation.appointment)?.role ?? 'resident'
}

function notWhilePosted(situation: Situation): Refusal | null {
  if (himself(situation)) return 'SELF_APPROVAL'
  return situation.now < situation.appointment.publicUntil ? null : 'NOT_IN_THIS_STATE'
}

function notToBeConfirmed(situation: Situation, { note }: StepOf<'confirm'>): Refusal | null {
  const { appointment, now, headed } = situation
  const own = ownMatter(situation)
  if (own) return own
  if (now < appointment.publicUntil) return 'PUBLICITY_RUNNING'
  if (appointment.objections.length > 0 && note === '') return 'OBJECTIONS_UNANSWERED'
  if (headed >= MOST_BUILDINGS) return 'TOO_MANY_BUILDINGS'
  return noRoom(situation)
}

/** One house, one head: a head may be confirmed ahead for the day after; who stands in only where nobody is. */
function noRoom({ appointment, inOffice, hasNext, now }: Situation): Refusal | null {
  if (hasNext) return 'HEAD_IN_OFFICE'
  const isServing = inOffice?.state === 'active' && inOffice.to > now
  return isServing && appointment.kind === 'acting' ? 'HEAD_IN_OFFICE' : null
}

/** The clock calls the next one when his day has come, or when the house has nobody. */
function theHouseIsTaken({ appointment, inOffice, now }: Situation): Refusal | null {
  const isFree = inOffice?.state !== 'active' || inOffice.kind === 'acting' || inOffice.to <= now
  if (!isFree) return 'HEAD_IN_OFFICE'
  const isHisDay = appointment.state === 'confirmed' && appointment.from <= now
  return isHisDay || inOffice === null ? null : 'NOT_IN_THIS_STATE'
}

/** Dismissed is only who was heard, and nobody dismisses himself. */
function notHeard(situation: Situation, { hearing }: StepOf<'revoke'>): Refusal | null {
  if (himself(situation)) return 'SELF_APPROVAL'
  return hearing.at <= situation.now && hearing.at >= situation.appointment.nominatedAt ? null : 'VALIDATION'
}

function beforeItsEnd({ appointment, now }: Situation): Refusal | null {
  return appointment.state === 'active' && appointment.to <= now ? null : 'NOT_IN_THIS_STATE'
}

const handoverOf = ({ appointment }: Situation) =>
  appointment.state === 'active' || appointment.state === 'ended' ? appointment.handover : null

function takenAlready(situation: Situation): Refusal | null {
  return handoverOf(situation)?.takenAt ? 'NOT_IN_THIS_STATE' : null
}

function nothingToTake(situation: Situation): Refusal | null {
  const handover = handoverOf(situation)
  return handover && handover.takenAt === null ? null : 'NOT_IN_THIS_STATE'
}

interface AnyRow {
  from: readonly State[]
  who: Who
  unless?: (situation: Situation, step: Step) => Refusal | null
  apply: (known: { appointment: Appointment; step: Step; around: Around }) => Appointment
}

// The table ties each kind to its own words and states; the compiler cannot follow one kind through a union of all.
const rowOf = (kind: StepKind): AnyRow => TABLE[kind] as unknown as AnyRow

import type { Appointment, Handover, Hearing, State } from './appointment'
import { NO_REMOVAL, standingAsks } from './removal'

/** Everything that may happen to an appointment after it was proposed. */
export interface Words {
  object: { words: string }
  confirm: { note: string }
  decline: { reason: string }
  withdraw: object
  begin: object
  resign: { reason: string }
  revoke: { reason: string; hearing: Hearing }
  expire: object
  succeed: object
  hand_over: { keys: string; notes: string; concernIds: string[] }
  take_over: object
  ask_removal: object
  unask_removal: object
  answer_removal: { note: string }
}
export type StepKind = keyof Words
export type Step = { [Kind in StepKind]: { kind: Kind } & Words[Kind] }[StepKind]
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>

/** What the world around the appointment must tell the rules. */
export interface Around {
  now: number
  /** Who takes the step; `null` is the clock, or the law that one house has one head. */
  by: string | null
  /** The appointment in office in this building, when it is another than this one. */
  inOffice: Appointment | null
  /** Somebody else is confirmed already and waits for his first day. */
  hasNext: boolean
  /** Other buildings this person heads or is confirmed for. */
  headed: number
  /** Where the asking person's confirmed home stands. */
  home: { buildingId: string; gridPath: string } | null
  /** One person for each household of the house: owners and tenants somebody has vouched for. */
  households: readonly string[]
}

type Known<Kind extends StepKind, From extends State> = {
  appointment: Extract<Appointment, { state: From }>
  step: StepOf<Kind>
  around: Around
}

const named = ({ by }: Around): string => {
  if (by === null) throw new Error('a step that is signed was taken by nobody')
  return by
}

/** One objection a neighbour: a second one replaces the first. */
export function object({ appointment, step, around }: Known<'object', 'nominated'>): Appointment {
  const others = appointment.objections.filter(({ by }) => by !== around.by)
  const objection = { by: named(around), at: around.now, words: step.words }
  return { ...appointment, objections: [...others, objection] }
}

/** From now, or from the day on which the head before him leaves. */
export function confirm({ appointment, step, around }: Known<'confirm', 'nominated'>): Appointment {
  const { now, inOffice } = around
  const from = appointment.kind === 'head' ? Math.max(now, endOfTerm(inOffice)) : now
  return {
    ...appointment,
    confirmedBy: named(around),
    confirmedAt: now,
    note: step.note,
    from,
    to: from + appointment.term,
    state: 'confirmed',
  }
}

/** Whoever only stands in leaves when a head comes; a head serves out his term. */
const endOfTerm = (inOffice: Appointment | null): number =>
  inOffice?.state === 'active' && inOffice.kind === 'head' ? inOffice.to : 0

export const decline = ({ appointment, step, around }: Known<'decline', 'nominated'>): Appointment => ({
  ...appointment,
  state: 'declined',
  closedAt: around.now,
  closedBy: named(around),
  reason: step.reason,
})

export const withdraw = ({ appointment, around }: Known<'withdraw', 'nominated'>): Appointment => ({
  ...appointment,
  state: 'withdrawn',
  closedAt: around.now,
  closedBy: named(around),
})

/** The first day has come; it may come earlier when the one before him left earlier. */
export function begin({ appointment, around }: Known<'begin', 'confirmed'>): Appointment {
  const from = Math.min(appointment.from, around.now)
  return { ...appointment, state: 'active', from, to: from + appointment.term, handover: null }
}

type InOffice = 'confirmed' | 'active'

const ended = (
  appointment: Extract<Appointment, { state: InOffice }>,
  to: number,
  ending: Extract<Appointment, { state: 'ended' }>['ending'],
): Appointment => ({
  ...appointment,
  handover: appointment.state === 'active' ? appointment.handover : null,
  state: 'ended',
  to: Math.max(appointment.from, Math.min(appointment.to, to)),
  ending,
})

export const resign = ({ appointment, step, around }: Known<'resign', InOffice>): Appointment =>
  ended(appointment, around.now, { kind: 'resigned', reason: step.reason })

export const revoke = ({ appointment, step, around }: Known<'revoke', InOffice>): Appointment =>
  ended(appointment, around.now, {
    kind: 'revoked',
    by: named(around),
    reason: step.reason,
    hearing: step.hearing,
  })

export const expire = ({ appointment, around }: Known<'expire', 'active'>): Appointment =>
  ended(appointment, around.now, { kind: 'expired' })

export const succeed = ({ appointment, around }: Known<'succeed', 'active'>): Appointment =>
  ended(appointment, around.now, { kind: 'succeeded' })

export function handOver({ appointment, step, around }: Known<'hand_over', 'active' | 'ended'>): Appointment {
  const { keys, notes, concernIds } = step
  const given = { givenBy: named(around), givenAt: around.now, takenBy: null, takenAt: null }
  return { ...appointment, handover: { keys, notes, concernIds, ...given } }
}

export function takeOver({ appointment, around }: Known<'take_over', 'ended'>): Appointment {
  const { handover } = appointment
  if (!handover) throw new Error('nothing was handed over')
  const taken: Handover = { ...handover, takenBy: named(around), takenAt: around.now }
  return { ...appointment, handover: taken }
}

export function askRemoval({ appointment, around }: Known<'ask_removal', 'active'>): Appointment {
  const { asks, answers } = appointment.removal ?? NO_REMOVAL
  return { ...appointment, removal: { asks: [...asks, { by: named(around), at: around.now }], answers } }
}

export function unaskRemoval({ appointment, around }: Known<'unask_removal', 'active'>): Appointment {
  const { asks, answers } = appointment.removal ?? NO_REMOVAL
  return { ...appointment, removal: { asks: asks.filter(({ by }) => by !== around.by), answers } }
}

/** The head stays, with a reason everybody of the house reads; another request begins from nothing. */
export function answerRemoval({ appointment, step, around }: Known<'answer_removal', 'active'>): Appointment {
  const removal = appointment.removal ?? NO_REMOVAL
  const answer = {
    by: named(around),
    at: around.now,
    note: step.note,
    asked: standingAsks(removal, around.households).length,
    households: around.households.length,
  }
  return { ...appointment, removal: { asks: [], answers: [...removal.answers, answer] } }
}

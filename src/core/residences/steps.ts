import { type Confirmed, type Ending, HOLDS_FOR, type Residence } from './residence'

/** Everything that may happen to a home after it was claimed. */
export interface Words {
  confirm: object
  refuse: { reason: string }
  withdraw: object
  ask_renewal: object
  renew: object
  move_out: object
  report: { reason: string }
  /** By the clock. */
  expire: object
}
export type StepKind = keyof Words
export type Step = { [Kind in StepKind]: { kind: Kind } & Words[Kind] }[StepKind]
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>

export interface Around {
  now: number
  /** Who takes the step; `null` is the clock. */
  by: string | null
}

interface Known<Kind extends StepKind, Before = Residence> {
  residence: Before
  step: StepOf<Kind>
  around: Around
}

const vouchedFor = (residence: Residence, { now, by }: Around): Residence => ({
  ...residence,
  state: 'confirmed',
  confirmedBy: by,
  confirmedAt: now,
  expiresAt: now + HOLDS_FOR,
  renewalAskedAt: null,
})

export const confirm = ({ residence, around }: Known<'confirm'>): Residence => vouchedFor(residence, around)

/** Another year, counted from the day of the renewal. */
export const renew = ({ residence, around }: Known<'renew'>): Residence => vouchedFor(residence, around)

export const askRenewal = ({ residence, around }: Known<'ask_renewal', Confirmed>): Residence => ({
  ...residence,
  renewalAskedAt: around.now,
})

/** The year is over and nobody asked: he lives there, and has to be vouched for anew. */
export const expire = ({ residence }: Known<'expire'>): Residence => ({ ...residence, state: 'waiting' })

/** It ends now, never in the past: what was decided while it counted stays decided. */
export const ended = (
  residence: Residence,
  { now, by }: Around,
  { ending, reason }: { ending: Ending; reason: string },
): Residence => ({
  ...residence,
  state: 'ended',
  // Somebody may say he moved in this very instant; a stay of no length at all is none.
  endedAt: Math.max(now, residence.since + 1),
  ending,
  endedBy: by,
  reason,
})

export const refuseClaim = ({ residence, step, around }: Known<'refuse'>): Residence =>
  ended(residence, around, { ending: 'refused', reason: step.reason })

export const withdraw = ({ residence, around }: Known<'withdraw'>): Residence =>
  ended(residence, around, { ending: 'withdrawn', reason: '' })

export const moveOut = ({ residence, around }: Known<'move_out'>): Residence =>
  ended(residence, around, { ending: 'moved_out', reason: '' })

export const report = ({ residence, step, around }: Known<'report'>): Residence =>
  ended(residence, around, { ending: 'reported', reason: step.reason })

import type { Actor } from '../people/actor'
import { mayAtAll } from '../people/place-rights'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import { isRenewable, type Residence, type State } from './residence'
import type { Around, Step, StepKind } from './steps'
import * as steps from './steps'

export interface Context {
  actor: Actor
  now: number
  /** The one whose home it is heads a house: neighbours who are heads do not vouch for each other. */
  ofHead: boolean
}

interface Situation extends Context {
  residence: Residence
}

type Rule = (situation: Situation) => Refusal | null

interface Row {
  from: readonly State[]
  who: (situation: Situation) => boolean
  unless?: Rule
  // Each step's own function takes the state of its own row; the table ties them.
  apply: (known: never) => Residence
}

const himself = ({ residence, actor }: Situation): boolean => residence.personId === actor.personId
const clock = ({ actor }: Situation): boolean => actor.grants.some(({ role }) => role === 'clock')
/** 认一认: the head of the house, or the grid's own staff (4.7). */
const voucher = (situation: Situation): boolean => officesOver(situation).length > 0

const officesOver = ({ actor, residence }: Situation) => mayAtAll(actor, 'residence.confirm', residence)

/** Nobody vouches for himself (domain rule Residency I2), and for a head only the grid's staff do. */
const notByHim: Rule = (situation) => {
  if (himself(situation)) return 'SELF_APPROVAL'
  if (!situation.ofHead) return null
  return officesOver(situation).some(({ role }) => role !== 'head') ? null : 'FORBIDDEN'
}

const tooEarly: Rule = ({ residence, now }) =>
  residence.state === 'confirmed' && isRenewable(residence, now) ? null : 'NOT_YET'

const stillHolds: Rule = ({ residence, now }) =>
  residence.state === 'confirmed' && residence.expiresAt !== null && residence.expiresAt <= now
    ? null
    : 'NOT_YET'

/** Everything that can happen to a home: from which state, by whom, unless what. The rest is refused. */
const TABLE: Record<StepKind, Row> = {
  confirm: { from: ['waiting'], who: voucher, unless: notByHim, apply: steps.confirm },
  refuse: { from: ['waiting'], who: voucher, unless: notByHim, apply: steps.refuseClaim },
  withdraw: { from: ['waiting'], who: himself, apply: steps.withdraw },
  ask_renewal: { from: ['confirmed'], who: himself, unless: tooEarly, apply: steps.askRenewal },
  renew: {
    from: ['confirmed'],
    who: voucher,
    unless: (situation) => notByHim(situation) ?? tooEarly(situation),
    apply: steps.renew,
  },
  move_out: { from: ['confirmed'], who: himself, apply: steps.moveOut },
  report: { from: ['confirmed'], who: voucher, unless: notByHim, apply: steps.report },
  expire: { from: ['confirmed'], who: clock, unless: stillHolds, apply: steps.expire },
}
export const STEP_KINDS = Object.keys(TABLE) as StepKind[]

/** Whether this may happen now, and what the home is afterwards. A refusal changes nothing. */
export function decide(residence: Residence, step: Step, context: Context): Result<Residence> {
  const situation = { ...context, residence }
  const row = rowOf(step.kind)
  if (!row.who(situation)) return refuse('FORBIDDEN')
  if (!row.from.includes(residence.state)) return refuse('NOT_IN_THIS_STATE')
  const refusal = row.unless?.(situation)
  if (refusal) return refuse(refusal)
  return ok(row.apply({ residence, step, around: { now: context.now, by: context.actor.personId } }))
}

/** The buttons of a person's screen. */
export const allowed = (residence: Residence, context: Context): StepKind[] =>
  STEP_KINDS.filter((kind) => {
    const situation = { ...context, residence }
    const { who, from, unless } = rowOf(kind)
    return who(situation) && from.includes(residence.state) && !unless?.(situation)
  })

interface AnyRow extends Omit<Row, 'apply'> {
  apply: (known: { residence: Residence; step: Step; around: Around }) => Residence
}

// The table ties each kind to its own words and state; the compiler cannot follow one kind through a union of all.
const rowOf = (kind: StepKind): AnyRow => TABLE[kind] as AnyRow

import type { Actor } from '../people/actor'
import { mayAt } from '../people/place-rights'
import type { Action } from '../people/policy'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import { type Ending, helperOf, type Pairing, type PairingConsent } from './pairing'

export type PairingEvent =
  /** 定人: who goes there. */
  | { kind: 'assign'; helperId: string }
  /** 同意: by somebody of the household, or written down for it. */
  | { kind: 'consent'; how: PairingConsent['how'] }
  /** 不用了: before it began. */
  | { kind: 'decline' }
  | { kind: 'end'; reason: Ending }
export type PairingEventKind = PairingEvent['kind'] | 'propose'

export interface PairingContext {
  actor: Actor
  now: number
  /** The actor is who is visited, or lives in one household with him. */
  ofHousehold: boolean
}

export type Proposal = Omit<Extract<Pairing, { state: 'suggested' }>, 'state' | 'proposedBy' | 'proposedAt'>

/** 提出结对: with a helper named by those who may name one; a head only says that his house needs somebody. */
export function propose(
  proposal: Proposal,
  helperId: string | null,
  { actor, now }: Pick<PairingContext, 'actor' | 'now'>,
): Result<Pairing> {
  if (actor.personId === null || !mayOn(actor, 'pairing.propose', proposal)) return refuse('FORBIDDEN')
  const proposed = { ...proposal, proposedBy: actor.personId, proposedAt: now }
  if (helperId === null) return ok({ ...proposed, state: 'suggested' })
  if (!mayOn(actor, 'pairing.assign', proposal)) return refuse('FORBIDDEN')
  if (helperId === proposal.personId) return refuse('NOT_ELIGIBLE')
  return ok({ ...proposed, state: 'proposed', helperId })
}

/** One step of somebody on it. */
export function decidePairing(
  pairing: Pairing,
  event: PairingEvent,
  context: PairingContext,
): Result<Pairing> {
  const by = context.actor.personId
  if (by === null) return refuse('NOT_AUTHENTICATED')
  switch (event.kind) {
    case 'assign':
      return assign(pairing, event.helperId, context)
    case 'consent':
      return consent(pairing, { how: event.how, by, at: context.now }, context)
    case 'decline':
      return decline(pairing, by, context)
    case 'end':
      return end(pairing, { reason: event.reason, by }, context)
  }
}

function assign(pairing: Pairing, helperId: string, { actor }: PairingContext): Result<Pairing> {
  if (!mayOn(actor, 'pairing.assign', pairing)) return refuse('FORBIDDEN')
  if (pairing.state !== 'suggested') return refuse('NOT_IN_THIS_STATE')
  if (helperId === pairing.personId) return refuse('NOT_ELIGIBLE')
  return ok({ ...pairing, state: 'proposed', helperId })
}

/** Staff write down what a household said that has nobody here, or cannot tap; never the one who would visit it. */
function consent(
  pairing: Pairing,
  given: PairingConsent,
  { actor, ofHousehold, now }: PairingContext,
): Result<Pairing> {
  const refusal = againstConsent(pairing, given, { actor, ofHousehold, now })
  if (refusal) return refuse(refusal)
  if (pairing.state !== 'proposed') return refuse('NOT_IN_THIS_STATE')
  return ok({ ...pairing, state: 'active', consent: given, since: now, lastVisit: null, remindedOf: null })
}

function againstConsent(
  pairing: Pairing,
  { how, by }: PairingConsent,
  { actor, ofHousehold }: PairingContext,
): Refusal | null {
  if (how === 'self') {
    if (!ofHousehold) return 'FORBIDDEN'
  } else if (!mayOn(actor, 'pairing.record_consent', pairing)) return 'FORBIDDEN'
  return by === helperOf(pairing) ? 'SELF_APPROVAL' : null
}

function decline(pairing: Pairing, by: string, context: PairingContext): Result<Pairing> {
  if (!isPartOfIt(pairing, by, context)) return refuse('FORBIDDEN')
  if (pairing.state !== 'suggested' && pairing.state !== 'proposed') return refuse('NOT_IN_THIS_STATE')
  return ok({
    ...pairing,
    state: 'declined',
    helperId: helperOf(pairing),
    endedAt: context.now,
    endedBy: by,
  })
}

/** 结束: by the household at any time and without a reason of another's; by its helper; by those who arrange it. */
function end(
  pairing: Pairing,
  { reason, by }: { reason: Ending; by: string },
  context: PairingContext,
): Result<Pairing> {
  if (!isPartOfIt(pairing, by, context)) return refuse('FORBIDDEN')
  if (reason === 'household' && !context.ofHousehold && !mayOn(context.actor, 'pairing.assign', pairing))
    return refuse('FORBIDDEN')
  if (pairing.state !== 'active') return refuse('NOT_IN_THIS_STATE')
  return ok({ ...pairing, state: 'ended', reason, endedAt: context.now, endedBy: by })
}

const isPartOfIt = (pairing: Pairing, by: string, { actor, ofHousehold }: PairingContext): boolean =>
  ofHousehold ||
  by === helperOf(pairing) ||
  by === pairing.proposedBy ||
  mayOn(actor, 'pairing.assign', pairing)

type Lies = Pick<Pairing, 'gridPath' | 'buildingId'>

/** Whether an office of the actor carries the right where the household lives. */
export const mayOn = (actor: Actor, action: Action, { gridPath, buildingId }: Lies): boolean =>
  mayAt(actor, action, { gridPath, buildingId }) !== null

/** Who may open its page: both sides, and the offices that arrange it. */
export const seesPairing = (
  pairing: Pairing,
  { actor, ofHousehold }: Pick<PairingContext, 'actor' | 'ofHousehold'>,
): boolean =>
  actor.personId !== null &&
  (ofHousehold ||
    actor.personId === helperOf(pairing) ||
    actor.personId === pairing.proposedBy ||
    mayOn(actor, 'pairing.read', pairing))

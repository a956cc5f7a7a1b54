import type { GridPath } from '../grids/grid'
import type { Actor } from '../people/actor'
import { mayAt } from '../people/place-rights'
import { ok, type Result, refuse } from '../result'
import type { AdjustmentReason } from './formula'

/** 加减分: proposed with evidence by one, decided by another; neither is the head it is about. */
export interface Proposed {
  id: string
  buildingId: string
  personId: string
  gridPath: GridPath
  period: string
  reason: AdjustmentReason
  evidence: string
  proposedBy: string
  proposedAt: number
  decision: { by: string; at: number; approved: boolean } | null
}

type Proposal = Omit<Proposed, 'proposedBy' | 'proposedAt' | 'decision'>

interface Deed {
  actor: Actor
  now: number
}

export function proposeAdjustment(proposal: Proposal, { actor, now }: Deed): Result<Proposed> {
  if (actor.personId === null || !mayAdjust(actor, proposal)) return refuse('FORBIDDEN')
  if (actor.personId === proposal.personId) return refuse('SELF_APPROVAL')
  return ok({ ...proposal, proposedBy: actor.personId, proposedAt: now, decision: null })
}

export function decideAdjustment(
  before: Proposed,
  approved: boolean,
  { actor, now }: Deed,
): Result<Proposed> {
  if (actor.personId === null || !mayAdjust(actor, before)) return refuse('FORBIDDEN')
  if (before.decision) return refuse('NOT_IN_THIS_STATE')
  if ([before.proposedBy, before.personId].includes(actor.personId)) return refuse('SELF_APPROVAL')
  return ok({ ...before, decision: { by: actor.personId, at: now, approved } })
}

const mayAdjust = (actor: Actor, { gridPath }: Pick<Proposed, 'gridPath'>): boolean =>
  mayAt(actor, 'score.adjust', { gridPath, buildingId: null }) !== null

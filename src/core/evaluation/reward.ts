import { DAY, dayOf, startOfDay } from '../concerns/calendar'
import type { GridPath } from '../grids/grid'
import type { Actor } from '../people/actor'
import { mayAt } from '../people/place-rights'
import type { Action } from '../people/policy'
import { ok, type Result, refuse } from '../result'

/** Whole fen, or whole points. What is paid is paid elsewhere: here it is only written down. */
export const REWARD_UNITS = ['fen', 'points'] as const
export type RewardUnit = (typeof REWARD_UNITS)[number]

/** 公示五天: whole days after the one on which it was posted (民法典 201: the first day does not count). */
const PUBLICITY_DAYS = 5

export interface RewardItem {
  /** A published card; its head is rewarded. */
  lifeId: string
  personId: string
  amount: number
}

export interface Objection {
  by: string
  at: number
  words: string
}

export interface Batch {
  id: string
  streetId: string
  gridPath: GridPath
  period: string
  title: string
  unit: RewardUnit
  items: RewardItem[]
  objections: Objection[]
  proposedBy: string
  proposedAt: number
}

interface Posting {
  approvedBy: string
  approvedAt: number
  publicUntil: number
}

export type RewardBatch = Batch &
  (
    | { state: 'proposed' }
    | { state: 'declined'; declinedBy: string; declinedAt: number; reason: string }
    | (Posting & { state: 'posted' })
    | (Posting & { state: 'recorded'; recordedBy: string; recordedAt: number; note: string })
  )
export const REWARD_STATES = ['proposed', 'declined', 'posted', 'recorded'] as const

interface Deed {
  actor: Actor
  now: number
}

type Proposal = Omit<Batch, 'proposedBy' | 'proposedAt' | 'objections'>

/** 提出: of cards that are published, once each; nobody proposes himself. */
export function proposeReward(proposal: Proposal, { actor, now }: Deed): Result<RewardBatch> {
  const { personId } = actor
  if (personId === null || !may(actor, 'reward.propose', proposal)) return refuse('FORBIDDEN')
  const { items } = proposal
  if (items.length === 0 || new Set(items.map(({ lifeId }) => lifeId)).size !== items.length)
    return refuse('VALIDATION')
  if (isRewarded(personId, items)) return refuse('SELF_APPROVAL')
  return ok({ ...proposal, objections: [], proposedBy: personId, proposedAt: now, state: 'proposed' })
}

/** 审批: by another than the proposer, and by nobody who is on the list. */
export function decideReward(
  before: RewardBatch,
  { approve, reason }: { approve: boolean; reason: string },
  { actor, now }: Deed,
): Result<RewardBatch> {
  const decider = deciderOf(before, actor)
  if (!decider.ok) return decider
  if (before.state !== 'proposed') return refuse('NOT_IN_THIS_STATE')
  if (!approve) {
    if (reason === '') return refuse('VALIDATION')
    return ok({ ...before, state: 'declined', declinedBy: decider.value, declinedAt: now, reason })
  }
  const publicUntil = startOfDay(dayOf(now) + 1) + PUBLICITY_DAYS * DAY
  return ok({ ...before, state: 'posted', approvedBy: decider.value, approvedAt: now, publicUntil })
}

/** 提意见: a neighbour whose home is confirmed, while it is posted; a second word of his replaces the first. */
export function objectToReward(
  before: RewardBatch,
  words: string,
  { personId, isNeighbour, now }: { personId: string; isNeighbour: boolean; now: number },
): Result<RewardBatch> {
  if (!isNeighbour) return refuse('FORBIDDEN')
  if (before.state !== 'posted' || now >= before.publicUntil) return refuse('NOT_IN_THIS_STATE')
  const others = before.objections.filter(({ by }) => by !== personId)
  return ok({ ...before, objections: [...others, { by: personId, at: now, words }] })
}

/** 记账: after the publicity, with an answer to whatever was objected. Nothing is paid by it. */
export function recordReward(before: RewardBatch, note: string, { actor, now }: Deed): Result<RewardBatch> {
  const decider = deciderOf(before, actor)
  if (!decider.ok) return decider
  if (before.state !== 'posted') return refuse('NOT_IN_THIS_STATE')
  if (now < before.publicUntil) return refuse('PUBLICITY_RUNNING')
  if (before.objections.length > 0 && note === '') return refuse('OBJECTIONS_UNANSWERED')
  return ok({ ...before, state: 'recorded', recordedBy: decider.value, recordedAt: now, note })
}

function deciderOf(batch: RewardBatch, actor: Actor): Result<string> {
  const { personId } = actor
  if (personId === null || !may(actor, 'reward.approve', batch)) return refuse('FORBIDDEN')
  const isOwn = batch.proposedBy === personId || isRewarded(personId, batch.items)
  return isOwn ? refuse('SELF_APPROVAL') : ok(personId)
}

const may = (actor: Actor, action: Action, { gridPath }: Pick<Batch, 'gridPath'>): boolean =>
  mayAt(actor, action, { gridPath, buildingId: null }) !== null

const isRewarded = (personId: string, items: readonly RewardItem[]): boolean =>
  items.some((one) => one.personId === personId)

/** Who may do what now: the buttons of a screen. */
export function rewardSteps(batch: RewardBatch, { actor, now }: Deed): ('decide' | 'record')[] {
  if (!deciderOf(batch, actor).ok) return []
  if (batch.state === 'proposed') return ['decide']
  return batch.state === 'posted' && now >= batch.publicUntil ? ['record'] : []
}

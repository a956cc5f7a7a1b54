import type { OutputOf } from '#contracts/operations'
import {
  decideReward,
  objectToReward,
  proposeReward,
  type RewardBatch,
  recordReward,
} from '#core/evaluation/reward'
import { ancestorAt, covers } from '#core/grids/grid'
import { ok, type Result, refuse } from '#core/result'
import {
  batchesOf,
  giveBack,
  type KeptBatch,
  lockBatch,
  saveBatch,
  saveNewBatch,
} from '../evaluation/batches'
import { rewardedIn } from '../evaluation/reward-items'
import { confirmedHomeOf } from '../heads/register'
import { tellPeople } from '../heads/tell'
import type { Asking, HandlersOf } from '../operation'

type RewardOperation =
  | 'rewards.list'
  | 'rewards.propose'
  | 'rewards.decide'
  | 'rewards.object'
  | 'rewards.record'
type Moved = Promise<Result<OutputOf<'rewards.decide'>>>

export const rewardHandlers: HandlersOf<RewardOperation> = {
  'rewards.list': (asked, asking) => batchesOf(asking, asked),

  'rewards.propose': async ({ items, ...said }, asking) => {
    const { tx, now, actor, system } = asking
    const rewarded = await rewardedIn(asking, { gridPath: said.gridPath, items })
    if (!rewarded) return refuse('NOT_FOUND')
    const proposal = { ...said, id: system.newId(), streetId: system.streetId, items: rewarded }
    const proposed = proposeReward(proposal, { actor, now })
    if (!proposed.ok) return proposed
    const kept = await saveNewBatch(tx, proposed.value)
    return kept ? ok({ id: proposal.id, version: 1 }) : refuse('NOT_IN_THIS_STATE')
  },

  'rewards.decide': async ({ id, version, ...said }, asking) => {
    const { tx, now, system } = asking
    const kept = await lockBatch(asking, { id, version })
    if (!kept.ok) return kept
    const decided = decideReward(kept.value.batch, said, asking)
    if (!decided.ok) return decided
    const { state, items, title } = decided.value
    if (state === 'declined') await giveBack(asking, id)
    const personIds = state === 'posted' ? [...new Set(items.map(({ personId }) => personId))] : []
    await tellPeople(tx, system, { personIds, kind: 'reward_posted', title, now })
    return keep(asking, kept.value, decided.value)
  },

  'rewards.object': async ({ id, version, words }, asking) => {
    const { actor, now } = asking
    if (!actor.personId) return refuse('NOT_AUTHENTICATED')
    const kept = await lockBatch(asking, { id, version })
    if (!kept.ok) return kept
    const home = await confirmedHomeOf(asking, actor.personId)
    const area = ancestorAt(kept.value.batch.gridPath, 2)
    const isNeighbour = home !== null && covers(area, home.gridPath)
    const objected = objectToReward(kept.value.batch, words, { personId: actor.personId, isNeighbour, now })
    return objected.ok ? keep(asking, kept.value, objected.value) : objected
  },

  'rewards.record': async ({ id, version, note }, asking) => {
    const kept = await lockBatch(asking, { id, version })
    if (!kept.ok) return kept
    const recorded = recordReward(kept.value.batch, note, asking)
    return recorded.ok ? keep(asking, kept.value, recorded.value) : recorded
  },
}

async function keep({ tx }: Asking, kept: KeptBatch, after: RewardBatch): Moved {
  return ok({ id: after.id, version: await saveBatch(tx, kept, after) })
}

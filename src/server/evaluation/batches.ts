import { type SqlBool, sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { type RewardBatch, rewardSteps } from '#core/evaluation/reward'
import { mayAt } from '#core/people/place-rights'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { personNames } from '../queries/names'
import { under } from '../queries/under'
import type { Tx } from '../storage/database'
import { lifeRows } from './rows'

export interface KeptBatch {
  batch: RewardBatch
  version: number
}

export async function lockBatch(
  { tx, system }: Asking,
  { id, version }: { id: string; version: number },
): Promise<Result<KeptBatch>> {
  const kept = await tx
    .selectFrom('reward_batches')
    .select(['body as batch', 'version'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!kept) return refuse('NOT_FOUND')
  return kept.version === version ? ok(kept) : refuse('VERSION_CONFLICT')
}

/** Keeps a proposal, unless one of its cards is in another batch already. */
export async function saveNewBatch(tx: Tx, batch: RewardBatch): Promise<boolean> {
  const { streetId, id, unit, items } = batch
  await tx.insertInto('reward_batches').values({ street_id: streetId, id, version: 1, body: batch }).execute()
  const taken = await tx
    .insertInto('reward_items')
    .values(items.map(({ lifeId }) => ({ street_id: streetId, life_id: lifeId, unit, batch_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(taken.numInsertedOrUpdatedRows) === items.length
}

/** Cards of a declined batch may be proposed again. */
export const giveBack = ({ tx, system }: Asking, batchId: string) =>
  tx
    .deleteFrom('reward_items')
    .where('street_id', '=', system.streetId)
    .where('batch_id', '=', batchId)
    .execute()

/** Under its lock; answers the new version. */
export async function saveBatch(tx: Tx, { version }: KeptBatch, after: RewardBatch): Promise<number> {
  await tx
    .updateTable('reward_batches')
    .set({ version: version + 1, body: after })
    .where('street_id', '=', after.streetId)
    .where('id', '=', after.id)
    .execute()
  return version + 1
}

type List = OutputOf<'rewards.list'>
type Item = List['items'][number]

/** Batches of a grid, the newest first. Before one is posted only those see it who propose, decide or oversee. */
export async function batchesOf(asking: Asking, asked: ParsedOf<'rewards.list'>): Promise<Result<List>> {
  const { tx, actor, system } = asking
  const after = readCursor(asked.cursor)
  if (!after.ok) return after
  const place = { gridPath: asked.gridPath, buildingId: null }
  const seesAll = (['reward.propose', 'reward.approve', 'score.read'] as const).some((right) =>
    mayAt(actor, right, place),
  )
  let wanted = tx
    .selectFrom('reward_batches as r')
    .innerJoin('grids as g', (on) =>
      on.onRef('g.street_id', '=', 'r.street_id').onRef('g.path', '=', 'r.grid_path'),
    )
    .select(['r.id', 'r.version', 'r.body as batch', 'r.proposed_at as at', 'g.name as gridName'])
    .where('r.street_id', '=', system.streetId)
    .where(under('r.grid_path', asked.gridPath))
    .orderBy('r.proposed_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(PAGE + 1)
  if (!seesAll) wanted = wanted.where('r.state', 'in', ['posted', 'recorded'])
  if (after.value)
    wanted = wanted.where(sql<SqlBool>`(r.proposed_at, r.id) < (${after.value.at}, ${after.value.id})`)
  const page = pageOf(await wanted.execute(), ({ at, id }) => ({ at, id }))
  const items = await shown(asking, page.rows, seesAll)
  return ok({ items, cursor: page.cursor })
}

type Row = KeptBatch & { id: string; gridName: string }

async function shown(asking: Asking, rows: Row[], seesAll: boolean): Promise<Item[]> {
  const batches = rows.map(({ batch }) => batch)
  const names = await personNames(asking, batches.flatMap(peopleIn))
  const labels = await labelsOf(asking, batches)
  return rows.map(({ batch, version, gridName }) => ({
    id: batch.id,
    version,
    gridName,
    period: batch.period,
    title: batch.title,
    unit: batch.unit,
    state: batch.state,
    total: batch.items.reduce((sum, { amount }) => sum + amount, 0),
    items: batch.items.map(({ lifeId, personId, amount }) => ({
      lifeId,
      name: names.get(personId) ?? '',
      label: labels.get(lifeId) ?? '',
      amount,
    })),
    proposedBy: names.get(batch.proposedBy) ?? '',
    approvedBy: 'approvedBy' in batch ? (names.get(batch.approvedBy) ?? '') : null,
    publicUntil: 'publicUntil' in batch ? batch.publicUntil : null,
    objections: seesAll ? batch.objections.map(({ at, words }) => ({ at, words })) : [],
    note: batch.state === 'recorded' ? batch.note : batch.state === 'declined' ? batch.reason : '',
    may: stepsFor(asking, batch),
  }))
}

const peopleIn = (batch: RewardBatch): string[] => [
  batch.proposedBy,
  ...('approvedBy' in batch ? [batch.approvedBy] : []),
  ...batch.items.map(({ personId }) => personId),
]

async function labelsOf(asking: Asking, batches: RewardBatch[]): Promise<Map<string, string>> {
  const ids = batches.flatMap(({ items }) => items.map(({ lifeId }) => lifeId))
  if (ids.length === 0) return new Map()
  const rows = await lifeRows(asking).where('l.id', 'in', ids).execute()
  return new Map(rows.map(({ id, label }) => [id, label]))
}

/** Whether a neighbour's word still counts is shown to everybody; whose word counts is asked when it is sent. */
function stepsFor({ actor, now }: Asking, batch: RewardBatch): Item['may'] {
  const canObject = batch.state === 'posted' && now < batch.publicUntil && batch.proposedBy !== actor.personId
  return [...rewardSteps(batch, { actor, now }), ...(canObject ? (['object'] as const) : [])]
}

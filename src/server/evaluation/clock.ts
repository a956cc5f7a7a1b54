import { HOUR } from '#core/concerns/calendar'
import { SUBJECT_KINDS } from '#core/evaluation/formula'
import { openPreview } from '#core/evaluation/life'
import { lastPeriodAt, type Period, windowOf } from '#core/evaluation/period'
import type { System } from '../operation'
import { isUnavailable, type Tx } from '../storage/database'
import { computeBatch } from './compute'
import { saveLife } from './lives'
import { tellOfCard } from './tell'

type Keeping = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'report'>

/** Deeds of the last evening are written down by then. */
const AFTER_MIDNIGHT = HOUR

/**
 * 每月考评: computes the cards of the month that is over, then shows each to whom it is about; answers how many cards
 * it touched. A month may take many runs, and any number of workers may run at once.
 */
export async function runScores(system: Keeping, limit: number): Promise<number> {
  try {
    let computed = 0
    while (computed < limit) {
      const more = await computeNext(system, limit - computed)
      if (more === null) break
      computed += more
    }
    return computed >= limit ? computed : computed + (await previewNext(system, limit - computed))
  } catch (surprise) {
    if (isUnavailable(surprise)) throw surprise
    system.report(surprise, 'clock.scores')
    return 0
  }
}

/** How many cards of one month were computed; `null` when no month waits. */
async function computeNext(system: Keeping, limit: number): Promise<number | null> {
  return system.store.transaction(async (tx) => {
    const now = await system.clock(tx)
    await beginMonth(tx, system.streetId, { period: lastPeriodAt(now - AFTER_MIDNIGHT), now })
    const month = await claimMonth(tx, system.streetId)
    if (!month) return null
    const done = await computeBatch(tx, system, { ...month, now, limit })
    if (done < limit) await finishMonth(tx, system.streetId, { ...month, now })
    return done
  })
}

/** The month is to be computed; one that is known already stays as it is. */
export async function beginMonth(
  tx: Tx,
  streetId: string,
  { period, now }: { period: Period; now: number },
): Promise<void> {
  const known = await tx
    .selectFrom('score_periods')
    .select('kind')
    .where('street_id', '=', streetId)
    .where('period', '=', period)
    .execute()
  if (known.length === SUBJECT_KINDS.length) return
  await tx
    .insertInto('score_periods')
    .values(
      SUBJECT_KINDS.map((kind) => ({ street_id: streetId, period, kind, asked_at: now, finished_at: null })),
    )
    .onConflict((conflict) => conflict.columns(['street_id', 'period', 'kind']).doNothing())
    .execute()
}

/** A month with cards missing, held until the transaction ends; one that somebody else is at is passed over. */
const claimMonth = (tx: Tx, streetId: string) =>
  tx
    .selectFrom('score_periods')
    .select(['period', 'kind'])
    .where('street_id', '=', streetId)
    .where('finished_at', 'is', null)
    .orderBy('period')
    .orderBy('kind')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

const finishMonth = (
  tx: Tx,
  streetId: string,
  { period, kind, now }: { period: Period; kind: 'head' | 'grid'; now: number },
) =>
  tx
    .updateTable('score_periods')
    .set({ finished_at: now })
    .where('street_id', '=', streetId)
    .where('period', '=', period)
    .where('kind', '=', kind)
    .execute()

/** 公示给本人, and told so. */
async function previewNext(system: Keeping, limit: number): Promise<number> {
  return system.store.transaction(async (tx) => {
    const waiting = await tx
      .selectFrom('score_lives')
      .select(['id', 'version', 'card_id as cardId', 'body as life'])
      .where('street_id', '=', system.streetId)
      .where('state', '=', 'computed')
      .orderBy('id')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
    if (waiting.length === 0) return 0
    const now = await system.clock(tx)
    for (const kept of waiting) {
      const after = openPreview(kept.life, now)
      await saveLife(tx, system.streetId, { kept, after })
      await tellOfCard(tx, system, { life: after, kind: 'score_preview', now })
    }
    return waiting.length
  })
}

/** Whether the month is over, so that it can be computed. */
export const isOver = (period: Period, now: number): boolean => windowOf(period).to <= now

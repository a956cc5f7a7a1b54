import type { OutputOf, ParsedOf } from '#contracts/operations'
import { decideAdjustment, proposeAdjustment } from '#core/evaluation/adjust'
import * as rules from '#core/evaluation/life'
import { windowOf } from '#core/evaluation/period'
import { mayAt } from '#core/people/place-rights'
import { ok, type Result, refuse } from '#core/result'
import { loadCalendar } from '../concerns/load-calendar'
import { saveAdjustment, saveNewAdjustment } from '../evaluation/adjustments'
import { confirmMonth, publishMonth } from '../evaluation/bulk'
import { beginMonth, isOver } from '../evaluation/clock'
import { computeBatch } from '../evaluation/compute'
import { type KeptLife, livesOf, loadCard, lockLife, saveLife } from '../evaluation/lives'
import { reviseCard } from '../evaluation/revise'
import { tellOfCard } from '../evaluation/tell'
import type { Asking, HandlersOf } from '../operation'

type ScoreCommand =
  | 'scores.compute'
  | 'scores.appeal'
  | 'scores.answer'
  | 'scores.confirm'
  | 'scores.publish'
  | 'scores.plan'
  | 'scores.adjust'
  | 'scores.decideAdjustment'

/** Cards computed in the command's own transaction; the clock does the rest. */
const AT_ONCE = 100

export const scoreHandlers: HandlersOf<ScoreCommand> = {
  'scores.compute': async ({ period }, asking) => {
    const { tx, actor, now, system } = asking
    if (!mayAt(actor, 'score.compute', { gridPath: system.streetId, buildingId: null }))
      return refuse('FORBIDDEN')
    if (!isOver(period, now)) return refuse('NOT_YET')
    await beginMonth(tx, system.streetId, { period, now })
    // Held, so that the clock passes by; what is left when it is let go, the clock computes.
    const months = await tx
      .updateTable('score_periods')
      .set({ finished_at: null })
      .where('street_id', '=', system.streetId)
      .where('period', '=', period)
      .returning('kind')
      .execute()
    let computed = 0
    for (const { kind } of months)
      computed += await computeBatch(tx, system, { period, kind, now, limit: AT_ONCE })
    return ok({ computed })
  },

  'scores.appeal': async ({ id, version, ...said }, asking) => {
    const kept = await lockAt(asking, { id, version })
    if (!kept.ok) return kept
    const calendar = await loadCalendar(asking.tx)
    const objection = { ...said, id: asking.system.newId(), calendar }
    const appealed = rules.appeal(kept.value.life, objection, await around(asking, kept.value))
    return appealed.ok ? keep(asking, kept.value, appealed.value) : appealed
  },

  'scores.answer': async ({ id, version, ...given }, asking) => {
    const { tx, now, system } = asking
    const kept = await lockAt(asking, { id, version })
    if (!kept.ok) return kept
    const answered = rules.answer(kept.value.life, given, await around(asking, kept.value))
    if (!answered.ok) return answered
    await tellOfCard(tx, system, { life: answered.value, kind: 'score_answered', now })
    if (given.as === null) return keep(asking, kept.value, answered.value)
    const revised = await reviseCard(asking, kept.value, answered.value)
    return revised.ok ? ok({ id, version: revised.value }) : revised
  },

  'scores.confirm': (month, asking) => confirmMonth(asking, month),
  'scores.publish': (month, asking) => publishMonth(asking, month),

  'scores.plan': async ({ id, version, words }, asking) => {
    const kept = await lockAt(asking, { id, version })
    if (!kept.ok) return kept
    const planned = rules.keepPlan(kept.value.life, words, asking)
    return planned.ok ? keep(asking, kept.value, planned.value) : planned
  },

  'scores.adjust': async ({ buildingId, period, ...said }, asking) => {
    const { tx, now, system } = asking
    const house = await headWhen(asking, { buildingId, period })
    if (!house) return refuse('NOT_FOUND')
    const proposal = { id: system.newId(), buildingId, period, ...house, ...said }
    const proposed = proposeAdjustment(proposal, { actor: asking.actor, now })
    if (!proposed.ok) return proposed
    const kept = await saveNewAdjustment(tx, system.streetId, proposed.value)
    return kept.ok ? ok({ id: proposal.id }) : kept
  },

  'scores.decideAdjustment': async ({ id, version, approve }, asking) => {
    const decided = await decide(asking, { id, version, approve })
    return decided.ok ? ok({ done: true }) : decided
  },
}

/** A life as it is under its lock, if nobody has moved it since it was looked at. */
async function lockAt(
  { tx, system }: Asking,
  { id, version }: { id: string; version: number },
): Promise<Result<KeptLife>> {
  const kept = await lockLife(tx, system.streetId, id)
  if (!kept) return refuse('NOT_FOUND')
  return kept.version === version ? ok(kept) : refuse('VERSION_CONFLICT')
}

async function around({ tx, actor, now, system }: Asking, { cardId }: KeptLife): Promise<rules.Around> {
  const { card } = await loadCard(tx, system.streetId, cardId)
  return { actor, now, card }
}

async function keep(
  { tx, system }: Asking,
  kept: KeptLife,
  after: rules.Life,
): Promise<Result<OutputOf<'scores.appeal'>>> {
  const saved = await saveLife(tx, system.streetId, { kept, after })
  return saved.ok ? ok({ id: kept.id, version: saved.value }) : saved
}

/** Who headed the house when the month ended, or heads it now while the month runs. */
async function headWhen(
  { tx, now, system }: Asking,
  { buildingId, period }: Pick<ParsedOf<'scores.adjust'>, 'buildingId' | 'period'>,
): Promise<{ personId: string; gridPath: string } | undefined> {
  const at = Math.min(now, windowOf(period).to - 1)
  return tx
    .selectFrom('role_grants')
    .select(['person_id as personId', 'grid_path as gridPath'])
    .where('street_id', '=', system.streetId)
    .where('building_id', '=', buildingId)
    .where('role', '=', 'head')
    .where('from_at', '<=', at)
    .where('to_at', '>', at)
    .executeTakeFirst()
}

/** An approved one makes a new edition where the card was computed before it. */
async function decide(
  asking: Asking,
  { id, version, approve }: ParsedOf<'scores.decideAdjustment'>,
): Promise<Result<unknown>> {
  const { tx, actor, now, system } = asking
  const row = await tx
    .selectFrom('score_adjustments')
    .select(['body', 'version'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return refuse('NOT_FOUND')
  if (row.version !== version) return refuse('VERSION_CONFLICT')
  const decided = decideAdjustment(row.body, approve, { actor, now })
  if (!decided.ok) return decided
  await saveAdjustment(tx, system.streetId, decided.value)
  if (!approve) return decided
  const kept = await livesOf(tx, system.streetId)
    .where('kind', '=', 'head')
    .where('subject_id', '=', row.body.buildingId)
    .where('period', '=', row.body.period)
    .where('person_id', '=', row.body.personId)
    .forUpdate()
    .executeTakeFirst()
  return kept ? reviseCard(asking, kept, kept.life) : decided
}

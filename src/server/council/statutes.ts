import type { OutputOf, ParsedOf } from '#contracts/operations'
import { type CouncilRule, ruleIn, STATUTORY_RULES, type StatutoryRule } from '#core/council/charter'
import type { Motion } from '#core/council/motion'
import { type DecisionRule, PRESETS } from '#core/council/rule'
import {
  BODY_OF,
  isStatutory,
  whyNotByRule,
  whyNotConfirmStatute,
  whyNotSwitchOff,
} from '#core/council/statute'
import { needed } from '#core/council/tally'
import type { Refusal } from '#core/refusals'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import type { Asking } from '../operation'
import { personNames } from '../queries/names'
import { type Council, charterOf } from './load'

/** What an official has read in the law, and another one, too: the newest version that two have read, on or off. */
const lastConfirmed = ({ tx, system }: Asking, rule: StatutoryRule) =>
  tx
    .selectFrom('statutes')
    .select(['id', 'decision', 'off_by as offBy'])
    .where('street_id', '=', system.streetId)
    .where('rule', '=', rule)
    .where('confirmed_by', 'is not', null)
    .orderBy('version', 'desc')
    .limit(1)

/** Why this body may not decide by this rule now, or `null`; until the transaction ends nobody switches the rule off. */
export async function againstRule(
  asking: Asking,
  rule: string,
  { unitKind }: Pick<Council, 'unitKind'>,
): Promise<Refusal | null> {
  const found = isStatutory(rule)
    ? await lastConfirmed(asking, rule).forShare().executeTakeFirst()
    : undefined
  return whyNotByRule(rule, { unitKind, isConfirmed: found?.offBy === null })
}

/** The numbers a motion is decided by: its council's charter's, or those of the law as officials confirmed them. */
export async function ruleOf(
  asking: Asking,
  { motion, council }: { motion: Motion; council: Council },
): Promise<DecisionRule> {
  const { tx, now, system } = asking
  const { rule } = motion
  if (isStatutory(rule))
    return (await lastConfirmed(asking, rule).executeTakeFirst())?.decision ?? PRESETS[rule]
  const { charter } = await charterOf(tx, { streetId: system.streetId, id: council.id, now })
  return ruleIn(charter, rule as CouncilRule)
}

type View = OutputOf<'statutes.list'>['items']

/** Each rule the law gives to others than a council of heads: what it takes, and who has read it where. */
export async function statutesNow(asking: Asking): Promise<View> {
  const { tx, system, actor } = asking
  const rows = await tx
    .selectFrom('statutes')
    .selectAll()
    .where('street_id', '=', system.streetId)
    .orderBy('version', 'desc')
    .execute()
  const names = await personNames(
    asking,
    rows.flatMap((row) => [row.proposed_by, row.confirmed_by, row.off_by]),
  )
  const nameOf = (id: string) => names.get(id) ?? ''
  return STATUTORY_RULES.map((rule) => {
    const own = rows.filter((row) => row.rule === rule)
    const last = own.find((row) => row.confirmed_by !== null)
    const confirmed = last?.off_by === null ? last : undefined
    const waiting = own.find((row) => row.confirmed_by === null)
    return {
      rule,
      body: BODY_OF[rule],
      // Of a hundred, so that the share can be read in whole numbers.
      ofHundred: needed(confirmed?.decision ?? PRESETS[rule], 100),
      confirmed: confirmed
        ? {
            id: confirmed.id,
            version: confirmed.version,
            source: confirmed.source,
            sourceDate: confirmed.source_date,
            by: [confirmed.proposed_by, confirmed.confirmed_by ?? ''].map(nameOf),
            at: confirmed.confirmed_at ?? 0,
          }
        : null,
      off:
        last && last.off_by !== null
          ? {
              version: last.version,
              source: last.source,
              by: nameOf(last.off_by),
              at: last.off_at ?? 0,
              reason: last.off_reason ?? '',
            }
          : null,
      waiting: waiting
        ? {
            id: waiting.id,
            source: waiting.source,
            sourceDate: waiting.source_date,
            by: nameOf(waiting.proposed_by),
            at: waiting.proposed_at,
            mine: waiting.proposed_by === actor.personId,
          }
        : null,
    }
  })
}

type Done = Promise<Result<{ id: string }>>

/** 写下法条: what the first official read; it opens nothing yet. */
export async function readStatute(
  { rule, source, sourceDate }: ParsedOf<'statutes.read'>,
  asking: Asking,
): Done {
  const { tx, actor, now, system } = asking
  if (actor.personId === null) return refuse('NOT_AUTHENTICATED')
  if (!mayBeShown(asking, source)) return refuse('CONTENT_RISKY')
  const before = await tx
    .selectFrom('statutes')
    .select(['version', 'confirmed_by'])
    .where('street_id', '=', system.streetId)
    .where('rule', '=', rule)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (before && before.confirmed_by === null) return refuse('NOT_IN_THIS_STATE')
  const id = system.newId()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('statutes')
    .values({
      street_id: system.streetId,
      id,
      rule,
      version: (before?.version ?? 0) + 1,
      decision: PRESETS[rule],
      source,
      source_date: sourceDate,
      proposed_by: actor.personId,
      proposed_at: now,
    })
    // Two officials at the same instant: one of them reads what the other one wrote.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? ok({ id }) : refuse('NOT_IN_THIS_STATE')
}

/** 第二位确认: from here on a body of that kind may decide by it. */
export async function confirmStatute({ id }: { id: string }, asking: Asking): Done {
  const { actor, now } = asking
  const found = await statuteForStep(asking, id)
  if (!found || actor.personId === null) return refuse('NOT_FOUND')
  const refusal = whyNotConfirmStatute(found, actor.personId)
  if (refusal) return refuse(refusal)
  await mark(asking, id, { confirmed_by: actor.personId, confirmed_at: now })
  return ok({ id })
}

/** 停用: no vote is proposed or opened by it from here on. */
export async function switchOffStatute({ id, reason }: ParsedOf<'statutes.switchOff'>, asking: Asking): Done {
  const { actor, now } = asking
  if (!mayBeShown(asking, reason)) return refuse('CONTENT_RISKY')
  const found = await statuteForStep(asking, id)
  if (!found || actor.personId === null) return refuse('NOT_FOUND')
  const last = await lastConfirmed(asking, found.rule).executeTakeFirst()
  const refusal = last?.id === id ? whyNotSwitchOff(found) : 'NOT_IN_THIS_STATE'
  if (refusal) return refuse(refusal)
  await mark(asking, id, { off_by: actor.personId, off_at: now, off_reason: reason })
  return ok({ id })
}

/** One version, kept from every other step until this transaction ends. */
const statuteForStep = ({ tx, system }: Asking, id: string) =>
  tx
    .selectFrom('statutes')
    .select(['rule', 'proposed_by as proposedBy', 'confirmed_by as confirmedBy', 'off_by as offBy'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

type Marks =
  | { confirmed_by: string; confirmed_at: number }
  | { off_by: string; off_at: number; off_reason: string }

const mark = ({ tx, system }: Asking, id: string, marks: Marks) =>
  tx
    .updateTable('statutes')
    .set(marks)
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()

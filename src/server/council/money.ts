import type { ParsedOf } from '#contracts/operations'
import { type MoneySource, whyNotEnterMoney, whyNotReverse } from '#core/council/ledger'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import type { Asking } from '../operation'
import { findCouncil } from './load'
import { findProjectForStep, moneyRows } from './project-rows'
import { runsIn } from './projects'

type Entered = Promise<Result<{ id: string; seq: number }>>

/** 记账: one line more; what stands there is never touched. */
export async function enterMoney(
  { id, direction, source, fen, words }: ParsedOf<'projects.enter'>,
  asking: Asking,
): Entered {
  const held = await ledgerOf(asking, id, words)
  if (!held.ok) return held
  const refusal = whyNotEnterMoney(held.value, { direction, fen })
  if (refusal) return refuse(refusal)
  return addLine(asking, { id, seq: held.value.length + 1, direction, source, fen, words, reverses: null })
}

/** 冲正: the same amount the other way, with the reason. */
export async function reverseMoney(
  { id, seq, words }: ParsedOf<'projects.reverse'>,
  asking: Asking,
): Entered {
  const held = await ledgerOf(asking, id, words)
  if (!held.ok) return held
  const refusal = whyNotReverse(held.value, seq)
  const line = held.value.find((one) => one.seq === seq)
  if (refusal || !line) return refuse(refusal ?? 'NOT_FOUND')
  const direction = line.direction === 'in' ? 'out' : 'in'
  const { source, fen } = line
  return addLine(asking, { id, seq: held.value.length + 1, direction, source, fen, words, reverses: seq })
}

/** The lines so far, with the project held: two lines never take one number. */
async function ledgerOf(asking: Asking, id: string, words: string) {
  const { tx, system } = asking
  const { streetId } = system
  const kept = await findProjectForStep(tx, { streetId, id })
  const council = kept && (await findCouncil(tx, { streetId, id: kept.project.councilId }))
  if (!council) return refuse('NOT_FOUND')
  if (!(await runsIn(asking, council))) return refuse('FORBIDDEN')
  if (kept.project.state === 'published') return refuse('NOT_IN_THIS_STATE')
  if (!mayBeShown(asking, words)) return refuse('CONTENT_RISKY')
  return ok(await moneyRows(tx, { streetId, id }).execute())
}

interface NewLine {
  id: string
  seq: number
  direction: 'in' | 'out'
  source: MoneySource
  fen: number
  words: string
  reverses: number | null
}

async function addLine({ tx, actor, system, now }: Asking, { id, ...line }: NewLine): Entered {
  if (actor.personId === null) throw new Error('nobody keeps the account')
  await tx
    .insertInto('project_money')
    .values({ street_id: system.streetId, project_id: id, ...line, by_id: actor.personId, at: now })
    .execute()
  return ok({ id, seq: line.seq })
}

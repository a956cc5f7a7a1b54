import type { OutputOf, ParsedOf } from '#contracts/operations'
import { whyNotSpeak } from '#core/council/debate'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import type { Asking } from '../operation'
import { findCouncil, findMotionForStep, standingIn } from './load'

/** 商量: one speech after the other, so the motion's row is what speakers queue at. */
export async function speak(
  { id, side, words }: ParsedOf<'motions.speak'>,
  asking: Asking,
): Promise<Result<OutputOf<'motions.speak'>>> {
  const { tx, actor, system } = asking
  const kept = await findMotionForStep(tx, { streetId: system.streetId, id })
  const council = kept && (await findCouncil(tx, { streetId: system.streetId, id: kept.motion.councilId }))
  if (!council) return refuse('NOT_FOUND')
  const standing = await standingIn(asking, council)
  const spoken = await speakersOf(asking, id)
  const refusal = whyNotSpeak({ ...standing, state: kept.motion.state, spoken })
  if (refusal) return refuse(refusal)
  if (actor.personId === null) return refuse('NOT_AUTHENTICATED')
  if (!mayBeShown(asking, { words })) return refuse('CONTENT_RISKY')

  const seq = spoken.length + 1
  await tx
    .insertInto('motion_speeches')
    .values({
      street_id: system.streetId,
      motion_id: id,
      seq,
      person_id: actor.personId,
      unit_id: standing.standsFor[0] ?? null,
      side,
      words,
      at: await asking.instant(),
    })
    .execute()
  return ok({ id, seq })
}

/** Who has spoken, oldest first. */
export async function speakersOf({ tx, system }: Asking, motionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('motion_speeches')
    .select('person_id')
    .where('street_id', '=', system.streetId)
    .where('motion_id', '=', motionId)
    .orderBy('seq')
    .execute()
  return rows.map(({ person_id }) => person_id)
}

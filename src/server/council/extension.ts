import type { OutputOf, ParsedOf } from '#contracts/operations'
import { DAY } from '#core/concerns/calendar'
import { decideMotion } from '#core/council/motion-machine'
import { extend } from '#core/council/poll'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { findCouncil, findMotionForStep, standingIn } from './load'
import { findPollToEnd } from './polls'
import { saveMotionStep } from './save'
import { tellOfMotion } from './tell'
import { takingPartIn } from './turnout'

/** 延长: whole days more, in the lock in which the poll would be counted. */
export async function extendPoll(
  { id, version, days }: ParsedOf<'motions.extend'>,
  asking: Asking,
): Promise<Result<OutputOf<'motions.extend'>>> {
  const { tx, system } = asking
  const { streetId } = system
  const kept = await findMotionForStep(tx, { streetId, id })
  const council = kept && (await findCouncil(tx, { streetId, id: kept.motion.councilId }))
  if (!council) return refuse('NOT_FOUND')
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  const { motion } = kept
  const poll =
    motion.state === 'voting' ? await findPollToEnd(tx, { streetId, id: motion.pollId }) : undefined
  const now = await asking.instant()
  const closesAt = (poll?.closesAt ?? now) + days * DAY
  const event = { kind: 'extend' as const, closesAt }
  const decision = decideMotion(event, { ...(await standingIn(asking, council)), motion, now })
  if (!decision.ok) return decision
  if (!poll) return refuse('NOT_IN_THIS_STATE')
  const { takingPart, units } = await takingPartIn(tx, { streetId, id: poll.id })
  const extended = extend(poll, { closesAt, takingPart, all: units, now })
  if (!extended.ok) return extended

  await tx
    .updateTable('polls')
    .set({ closes_at: closesAt, was_extended: true })
    .where('street_id', '=', streetId)
    .where('id', '=', poll.id)
    .execute()
  const { motion: after, grant } = decision.value
  const deed = { personId: asking.actor.personId, role: grant.role, at: now }
  const saved = await saveMotionStep(tx, kept, { after, event, closesAt }, deed)
  await tellOfMotion(tx, system, { motion: after, event, council, now })
  return ok({ id, version: saved })
}

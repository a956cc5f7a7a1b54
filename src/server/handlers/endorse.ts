import type { OutputOf, ParsedOf } from '#contracts/operations'
import { isOwn } from '#core/concerns/helped'
import { canSee, may, subjectOf } from '#core/people/permissions'
import { ok, type Result, refuse } from '#core/result'
import { follow, follows } from '../concerns/followers'
import { findConcernToFollow } from '../concerns/load'
import type { Asking } from '../operation'

type Answer = Result<OutputOf<'concerns.endorse'>>

/** 我也遇到: an open public matter of somebody else, by people who can be reached, once each. */
export async function endorse({ id }: ParsedOf<'concerns.endorse'>, asking: Asking): Promise<Answer> {
  const { tx, actor, now, system } = asking
  const { personId } = actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  const following = { streetId: system.streetId, concernId: id, personId }

  const kept = await findConcernToFollow(tx, { streetId: system.streetId, id, now })
  if (!kept || !canSee(actor, kept.concern, await follows(tx, following))) return refuse('NOT_FOUND')
  const { concern } = kept
  if (!may(actor, 'concern.endorse', subjectOf(concern))) return refuse('FORBIDDEN')
  if (isOwn(concern, personId)) return refuse('OWN_CONCERN')
  if (actor.realNameLevel === 0) return refuse('PHONE_REQUIRED')
  if (concern.state === 'closed') return refuse('ALREADY_CLOSED')
  if (concern.visibility !== 'public' || concern.state === 'held') return refuse('NOT_IN_THIS_STATE')

  return ok({ id, endorsements: await follow(tx, following, now) })
}

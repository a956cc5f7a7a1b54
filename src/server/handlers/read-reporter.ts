import type { OutputOf, ParsedOf } from '#contracts/operations'
import { canSee, canSeeReporter } from '#core/people/permissions'
import { ok, type Result, refuse } from '#core/result'
import { follows } from '../concerns/followers'
import { findConcern } from '../concerns/load'
import type { Asking } from '../operation'
import { isStoppedIn } from '../people/consents'
import { keyOf } from '../people/personal-keys'
import { openPhone } from '../people/profile'

type Answer = Result<OutputOf<'concerns.readReporter'>>

/** 看反映人的电话: for those who have to call him; the look and its reason are written down with it. */
export async function readReporter(
  { id, reason }: ParsedOf<'concerns.readReporter'>,
  asking: Asking,
): Promise<Answer> {
  const { tx, actor, now, system } = asking
  const { personId } = actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  const kept = await findConcern(tx, { streetId: system.streetId, id, now })
  const following = { streetId: system.streetId, concernId: id, personId }
  if (!kept || !canSee(actor, kept.concern, await follows(tx, following))) return refuse('NOT_FOUND')
  const { concern } = kept
  if (!canSeeReporter(actor, concern)) return refuse('FORBIDDEN')

  const reporter = await tx
    .selectFrom('persons')
    .select(['id', 'public_name', 'phone_enc', keyOf('persons.street_id', 'persons.id').as('key_enc')])
    .select(isStoppedIn('phone', 'persons.street_id', 'persons.id').as('stopped'))
    .where('street_id', '=', system.streetId)
    .where('id', '=', concern.reporterId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('access_log')
    .values({
      street_id: system.streetId,
      id: system.newId(),
      actor_id: personId,
      subject_id: concern.reporterId,
      concern_id: concern.id,
      what: 'reporter_phone',
      reason,
      at: now,
    })
    .execute()
  const { public_name: name, phone_enc, stopped } = reporter
  // He agreed to other words than those of now: until he has read the new ones nobody rings him.
  if (stopped) return ok({ name, phone: null })
  return ok({ name, phone: phone_enc && openPhone(system.vault, { ...reporter, phone_enc }) })
}

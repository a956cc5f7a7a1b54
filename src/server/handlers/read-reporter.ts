import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { Concern } from '#core/concerns/concern'
import { canSee, canSeeReporter } from '#core/people/permissions'
import { ok, type Result, refuse } from '#core/result'
import { follows } from '../concerns/followers'
import { readHelped } from '../concerns/helped'
import { findConcern } from '../concerns/load'
import type { Asking } from '../operation'
import { isStoppedIn } from '../people/consents'
import { noteLook } from '../people/note-look'
import { keyOf } from '../people/personal-keys'
import { openPhone } from '../people/profile'

type Answer = OutputOf<'concerns.readReporter'>

/** 看反映人的电话: for those who have to call him; the look and its reason are written down with it. */
export async function readReporter(
  { id, reason }: ParsedOf<'concerns.readReporter'>,
  asking: Asking,
): Promise<Result<Answer>> {
  const { tx, actor, now, system } = asking
  const { personId } = actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  const kept = await findConcern(tx, { streetId: system.streetId, id, now })
  const following = { streetId: system.streetId, concernId: id, personId }
  if (!kept || !canSee(actor, kept.concern, await follows(tx, following))) return refuse('NOT_FOUND')
  const { concern } = kept
  if (!canSeeReporter(actor, concern)) return refuse('FORBIDDEN')

  const look = { concern, reason }
  return ok({ ...(await reporterOf(asking, look)), helped: await helpedOf(asking, look) })
}

interface Look {
  concern: Concern
  reason: string
}

const lookedInto = ({ concern, reason }: Look) => ({ concernId: concern.id, reason })

async function reporterOf(asking: Asking, look: Look): Promise<Omit<Answer, 'helped'>> {
  const { tx, system } = asking
  const { reporterId } = look.concern
  const reporter = await tx
    .selectFrom('persons')
    .select(['id', 'public_name', 'phone_enc', keyOf('persons.street_id', 'persons.id').as('key_enc')])
    .select(isStoppedIn('phone', 'persons.street_id', 'persons.id').as('stopped'))
    .where('street_id', '=', system.streetId)
    .where('id', '=', reporterId)
    .executeTakeFirstOrThrow()
  await noteLook(asking, { subjectId: reporterId, what: 'reporter_phone', ...lookedInto(look) })
  const { public_name: name, phone_enc, stopped } = reporter
  // He agreed to other words than those of now: until he has read the new ones nobody rings him.
  if (stopped) return { name, phone: null }
  return { name, phone: phone_enc && openPhone(system.vault, { ...reporter, phone_enc }) }
}

/** The one it was reported for; whoever is not known here by a person of his own is named by the matter. */
async function helpedOf(asking: Asking, look: Look): Promise<Answer['helped']> {
  const helped = await readHelped(asking.tx, asking.system, look.concern.id)
  if (!helped) return null
  const { personId, ...told } = helped
  const subjectId = personId ?? look.concern.id
  await noteLook(asking, { subjectId, what: 'helped_phone', ...lookedInto(look) })
  return told
}

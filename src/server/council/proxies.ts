import type { OutputOf, ParsedOf } from '#contracts/operations'
import { type Motion, wordsOf } from '#core/council/motion'
import { MOST_PROXIES, mayEntrustIn, whyNotEntrust, whyNotHold } from '#core/council/proxy'
import { ageStandingOf } from '#core/people/age'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import { tellPeople } from '../heads/tell'
import type { Asking } from '../operation'
import { birthOf } from '../people/birth'
import { personNames } from '../queries/names'
import { findCouncil, findMotionForStep } from './load'
import { holderNamed, type Named, type Where } from './proxy-holders'
import { labelsOf, speakerOf, speaksFor } from './seats'

type Done = Promise<Result<{ id: string }>>

/** 委托: for this one matter; whoever gave it may vote himself all the same, and take it back. */
export async function giveProxy(
  { motionId, unitId, holder: named, words }: ParsedOf<'proxies.give'>,
  asking: Asking,
): Done {
  const { tx, actor, system } = asking
  const { streetId } = system
  const kept = await findMotionForStep(tx, { streetId, id: motionId })
  const { personId: giverId } = actor
  const council = kept && (await findCouncil(tx, { streetId, id: kept.motion.councilId }))
  if (!kept || !council || giverId === null) return refuse('NOT_FOUND')
  const now = await asking.instant()
  const inForce = await proxiesIn(asking, motionId)
  const refusal = whyNotEntrust({
    state: kept.motion.state,
    kind: council.unitKind,
    way: named.way,
    represents: (await speakerOf(asking, { unitId, council, now })) === giverId,
    isGiven: inForce.some((one) => one.unitId === unitId),
  })
  if (refusal) return refuse(refusal)
  const { title } = wordsOf(kept.motion)
  const found = await holderOf(asking, named, { council, unitId, giverId, title, now, inForce })
  if (!found.ok) return found
  const { holderId, place } = found.value
  if (!mayBeShown(asking, words)) return refuse('CONTENT_RISKY')
  await tx
    .insertInto('proxies')
    .values({
      street_id: streetId,
      id: system.newId(),
      motion_id: motionId,
      unit_id: unitId,
      given_by: giverId,
      holder_id: holderId,
      place,
      words,
      given_at: now,
    })
    .execute()
  await tell(asking, { kind: 'proxy_given', holderId, motion: kept.motion })
  return ok({ id: motionId })
}

type InForce = Awaited<ReturnType<typeof proxiesIn>>

/** Who is to hold it, and as which of his two; or why he cannot. */
async function holderOf(
  asking: Asking,
  named: Named,
  { giverId, inForce, ...where }: Where & { giverId: string; inForce: InForce },
): Promise<Result<{ holderId: string; place: 1 | 2 }>> {
  const { tx, system } = asking
  const holder = await holderNamed(asking, named, where)
  if (!holder) return refuse('NOT_ELIGIBLE')
  const { holderId } = holder
  const held = inForce.filter((one) => one.holderId === holderId)
  const refusal = whyNotHold({
    ...holder,
    kind: where.council.unitKind,
    giverId,
    // Who never said when he was born is taken for grown by who knows him.
    isAdult: ['adult', 'unknown'].includes(ageStandingOf(await birthOf(tx, system, holderId), where.now)),
    held: held.length,
  })
  return refusal
    ? refuse(refusal)
    : ok({ holderId, place: held.some(({ place }) => place === 1) ? MOST_PROXIES : 1 })
}

/** Whoever stands for the unit now takes it back, whoever gave it. A ballot that was cast with it stays the unit's. */
export async function revokeProxy({ id }: ParsedOf<'proxies.revoke'>, asking: Asking): Done {
  const { tx, actor, now, system } = asking
  const proxy = await tx
    .selectFrom('proxies')
    .select(['unit_id', 'motion_id', 'holder_id'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!proxy || actor.personId === null) return refuse('NOT_FOUND')
  const own = { personId: actor.personId, unitId: proxy.unit_id, now }
  if (!(await speaksFor(asking, own))) return refuse('NOT_REPRESENTATIVE')
  await tx
    .updateTable('proxies')
    .set({ revoked_at: await asking.instant() })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
  const kept = await findMotionForStep(tx, { streetId: system.streetId, id: proxy.motion_id })
  if (kept) await tell(asking, { kind: 'proxy_revoked', holderId: proxy.holder_id, motion: kept.motion })
  return ok({ id: proxy.motion_id })
}

const proxiesIn = ({ tx, system }: Asking, motionId: string) =>
  tx
    .selectFrom('proxies')
    .select(['id', 'unit_id as unitId', 'given_by as givenBy', 'holder_id as holderId', 'place', 'words'])
    .where('street_id', '=', system.streetId)
    .where('motion_id', '=', motionId)
    .where('revoked_at', 'is', null)
    .orderBy('given_at')
    .execute()

type Shown = Pick<OutputOf<'motions.get'>, 'proxies' | 'mayEntrust'>

/** Proxies are the business of those who gave and hold them; nobody else reads of them. */
export async function proxiesOf(asking: Asking, motion: Motion, units: readonly string[]): Promise<Shown> {
  const { personId } = asking.actor
  const all = personId === null ? [] : await proxiesIn(asking, motion.id)
  const own = all.filter(({ unitId, holderId }) => units.includes(unitId) || holderId === personId)
  const names = await personNames(
    asking,
    own.map(({ holderId }) => holderId),
  )
  const labels = await labelsOf(
    asking,
    own.map(({ unitId }) => unitId),
  )
  return {
    proxies: own.map(({ id, unitId, holderId, words }) => ({
      id,
      unitId,
      label: labels.get(unitId) ?? '',
      holder: names.get(holderId) ?? '',
      given: units.includes(unitId),
      words,
    })),
    mayEntrust: units.length > 0 && mayEntrustIn(motion.state),
  }
}

interface News {
  kind: 'proxy_given' | 'proxy_revoked'
  holderId: string
  motion: Motion
}

const tell = ({ tx, system, now }: Asking, { kind, holderId, motion }: News): Promise<void> =>
  tellPeople(tx, system, {
    personIds: [holderId],
    kind,
    title: wordsOf(motion).title,
    motionId: motion.id,
    now,
  })

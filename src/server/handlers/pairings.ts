import type { OutputOf, ParsedOf } from '#contracts/operations'
import { readsCase } from '#core/care/hardship-rights'
import { helperOf, MOST_ACTIVE, type Pairing, type PairingWords } from '#core/care/pairing'
import { decidePairing, type PairingEvent, propose } from '#core/care/pairing-steps'
import { visitable } from '#core/care/visits'
import { canSee } from '#core/people/permissions'
import { ok, type Result, refuse } from '#core/result'
import { findHouse } from '../buildings/house'
import { findCase } from '../care/hardship-rows'
import { waitForPhone } from '../care/joining'
import { helpersAround } from '../care/offices'
import {
  contextFor,
  findPairingForStep,
  holdHelper,
  type KeptPairing,
  lastVisitOf,
  saveNewPairing,
  savePairing,
} from '../care/pairing-rows'
import { arrangersOver, sidesOf, tellOfPairing } from '../care/pairing-tell'
import { placeOfVisit, sealAbout } from '../care/sealed'
import { tieSlip } from '../care/slips'
import { follows } from '../concerns/followers'
import { personWithPhone } from '../concerns/helped'
import { findConcern } from '../concerns/load'
import { membershipOf } from '../households/keep'
import type { Asking, HandlersOf } from '../operation'

type Moved = Result<OutputOf<'pairings.end'>>

export const pairingHandlers: HandlersOf<
  | 'pairings.propose'
  | 'pairings.assign'
  | 'pairings.consent'
  | 'pairings.record_consent'
  | 'pairings.decline'
  | 'pairings.visit'
  | 'pairings.confirm_visit'
  | 'pairings.end'
> = {
  'pairings.propose': proposeOne,

  'pairings.assign': async ({ id, version, helperId }, asking) => {
    const kept = await findPairingForStep(asking, id)
    if (!kept) return refuse('NOT_FOUND')
    if (!(await isHelper(asking, kept.pairing, helperId))) return refuse('NOT_ELIGIBLE')
    return stepOn(asking, { kept, version, event: { kind: 'assign', helperId }, news: 'pairing_proposed' })
  },

  'pairings.consent': ({ id, version }, asking) => agree(asking, { id, version, how: 'self' }),

  'pairings.record_consent': async ({ id, version, proof }, asking) => {
    if (proof.how === 'witness') return agree(asking, { id, version, how: 'witness', witness: proof.witness })
    const agreed = await agree(asking, { id, version, how: 'slip' })
    if (agreed.ok && !(await tieSlip(asking, { pairingId: id, photoId: proof.photoId })))
      return refuse('PHOTO_REFUSED')
    return agreed
  },

  'pairings.decline': ({ id, version }, asking) =>
    takeStep(asking, { id, version, event: { kind: 'decline' }, news: 'pairing_declined' }),

  'pairings.visit': visit,
  'pairings.confirm_visit': confirmVisit,

  'pairings.end': ({ id, version, reason, words }, asking) =>
    takeStep(asking, {
      id,
      version,
      event: { kind: 'end', reason },
      change: { ending: words },
      news: 'pairing_ended',
    }),
}

/** 提出结对: whoever has a proven number here answers himself; for the others staff write it down. */
async function proposeOne(
  { buildingId, name, phone, told, helperId, ...given }: ParsedOf<'pairings.propose'>,
  asking: Asking,
): Promise<Moved> {
  const { tx, now, actor, system } = asking
  const { streetId } = system
  const house = await findHouse(tx, { streetId, id: buildingId })
  if (!house || !(await isReadable(asking, given.source))) return refuse('NOT_FOUND')
  const personId = await personWithPhone(tx, system, phone)
  const membership = personId === null ? null : await membershipOf(tx, system, personId)
  const householdId = membership && membership.from_at !== null ? membership.household_id : null
  const lies = { id: system.newId(), streetId, buildingId, gridPath: house.gridPath }
  const proposed = propose({ ...given, ...lies, personId, householdId }, helperId, { actor, now })
  if (!proposed.ok) return proposed
  const pairing = proposed.value
  if (helperId !== null && !(await isHelper(asking, pairing, helperId))) return refuse('NOT_ELIGIBLE')

  await saveNewPairing(asking, pairing, { name, told, witness: '', ending: '' })
  await waitForPhone(asking, 'pairings', { id: pairing.id, phone })
  const personIds =
    pairing.state === 'suggested' ? await arrangersOver(tx, { ...lies, now }) : sidesOf(pairing, asking)
  const kind = pairing.state === 'suggested' ? 'pairing_suggested' : 'pairing_proposed'
  await tellOfPairing(tx, system, { pairing, label: house.label, personIds, kind, now })
  return ok({ id: pairing.id, version: 1 })
}

async function isHelper(
  { tx, now, system }: Asking,
  { gridPath }: Pairing,
  helperId: string,
): Promise<boolean> {
  const around = { streetId: system.streetId, gridPath, now }
  return (await helpersAround(tx, around, helperId)).length > 0
}

/** Whoever says that it grew out of something has read that himself. */
async function isReadable(asking: Asking, source: Pairing['source']): Promise<boolean> {
  const { tx, actor, now, system } = asking
  const { streetId } = system
  if (source.kind === 'none') return true
  if (source.kind === 'hardship') {
    const found = await findCase(asking, source.id)
    return found !== undefined && readsCase(actor, found.kept) !== null
  }
  const kept = await findConcern(tx, { streetId, id: source.id, now })
  const following = { streetId, concernId: source.id, personId: actor.personId ?? '' }
  return kept !== undefined && canSee(actor, kept.concern, await follows(tx, following))
}

interface Agreeing {
  id: string
  version: number
  how: 'self' | 'witness' | 'slip'
  witness?: string
}

/** 同意: the fifth household of a helper is his last; two that agree at once are counted one after the other. */
async function agree(asking: Asking, { id, version, how, witness }: Agreeing): Promise<Moved> {
  const kept = await findPairingForStep(asking, id)
  if (!kept) return refuse('NOT_FOUND')
  const event = { kind: 'consent', how } as const
  const decided = decidePairing(kept.pairing, event, await contextFor(asking, kept.pairing))
  if (!decided.ok) return decided
  const helperId = helperOf(decided.value)
  if (helperId !== null && (await holdHelper(asking, helperId)) >= MOST_ACTIVE) return refuse('HELPER_FULL')
  const change = witness === undefined ? {} : { witness }
  return stepOn(asking, { kept, version, event, change, news: 'pairing_active' })
}

interface Step {
  version: number
  event: PairingEvent
  change?: Partial<PairingWords>
  news: string
}

async function takeStep(asking: Asking, { id, ...step }: Step & { id: string }): Promise<Moved> {
  const kept = await findPairingForStep(asking, id)
  return kept ? stepOn(asking, { ...step, kept }) : refuse('NOT_FOUND')
}

async function stepOn(
  asking: Asking,
  { kept, version, event, change, news }: Step & { kept: KeptPairing },
): Promise<Moved> {
  const { tx, now, system } = asking
  const { pairing, label } = kept
  const decided = decidePairing(pairing, event, await contextFor(asking, pairing))
  if (!decided.ok) return decided
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  const words = { ...kept.words, ...change }
  const saved = await savePairing(asking, { version, after: decided.value, words, kind: event.kind })
  if (!saved.ok) return saved
  const personIds = sidesOf(decided.value, asking)
  await tellOfPairing(tx, system, { pairing: decided.value, label, personIds, kind: news, now })
  return ok({ id: pairing.id, version: saved.value })
}

/** 写走访: sealed for the one who was visited, who is asked whether somebody came. */
async function visit({ id, version, day, note }: ParsedOf<'pairings.visit'>, asking: Asking): Promise<Moved> {
  const { tx, now, actor, system } = asking
  const kept = await findPairingForStep(asking, id)
  if (!kept) return refuse('NOT_FOUND')
  const by = actor.personId ?? ''
  const allowed = visitable(kept.pairing, { by, day, now })
  if (!allowed.ok) return allowed
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  const visitId = system.newId()
  const sealing = { personId: kept.pairing.personId, place: placeOfVisit(visitId), now }
  const written = await tx
    .insertInto('pairing_visits')
    .values({
      street_id: system.streetId,
      id: visitId,
      pairing_id: id,
      helper_id: by,
      day,
      at: now,
      note_enc: await sealAbout(tx, system, note, sealing),
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'pairing_id', 'day']).doNothing())
    .executeTakeFirst()
  if (Number(written.numInsertedOrUpdatedRows) === 0) return refuse('VISITED_ALREADY')

  const lastVisit = await lastVisitOf(asking, id)
  const after = { ...allowed.value, lastVisit }
  const saved = await savePairing(asking, { version, after, words: kept.words, kind: 'visit' })
  if (!saved.ok) return saved
  const told = { pairing: after, label: kept.label, personIds: [after.personId], kind: 'visit_written', now }
  await tellOfPairing(tx, system, told)
  return ok({ id, version: saved.value })
}

/** 来过没有: the household’s word. A visit that was not is none, and who arranges it hears of that. */
async function confirmVisit(
  { id, visitId, came }: ParsedOf<'pairings.confirm_visit'>,
  asking: Asking,
): Promise<Result<OutputOf<'pairings.confirm_visit'>>> {
  const { tx, now, actor, system } = asking
  const kept = await findPairingForStep(asking, id)
  if (!kept) return refuse('NOT_FOUND')
  if (!(await contextFor(asking, kept.pairing)).ofHousehold) return refuse('FORBIDDEN')
  const said = await tx
    .updateTable('pairing_visits')
    .set({ confirmed: came, confirmed_by: actor.personId, confirmed_at: now })
    .where('street_id', '=', system.streetId)
    .where('pairing_id', '=', id)
    .where('id', '=', visitId)
    .where('confirmed', 'is', null)
    .executeTakeFirst()
  if (Number(said.numUpdatedRows) === 0) return refuse('NOT_IN_THIS_STATE')
  return came || kept.pairing.state !== 'active' ? ok({ done: true }) : deny(asking, kept)
}

async function deny(asking: Asking, kept: KeptPairing): Promise<Result<{ done: boolean }>> {
  const { tx, now, system } = asking
  const { pairing, label, words, version } = kept
  if (pairing.state !== 'active') throw new Error('only a pairing that runs is visited')
  const after = { ...pairing, lastVisit: await lastVisitOf(asking, pairing.id) }
  const saved = await savePairing(asking, { version, after, words, kind: 'deny' })
  if (!saved.ok) return saved
  const personIds = await arrangersOver(tx, { streetId: system.streetId, gridPath: pairing.gridPath, now })
  await tellOfPairing(tx, system, { pairing: after, label, personIds, kind: 'visit_denied', now })
  return ok({ done: true })
}

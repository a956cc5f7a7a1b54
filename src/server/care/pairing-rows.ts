import { sql } from 'kysely'
import type { Pairing, PairingWords } from '#core/care/pairing'
import type { PairingContext, PairingEventKind } from '#core/care/pairing-steps'
import { reminderOfVisit } from '#core/care/visits'
import { ok, type Result, refuse } from '#core/result'
import { membershipOf } from '../households/keep'
import type { Asking, System } from '../operation'
import { keyOf } from '../people/personal-keys'
import type { Tx } from '../storage/database'
import { openAbout, placeOfPairing, sealAbout } from './sealed'

export interface KeptPairing {
  pairing: Pairing
  version: number
  words: PairingWords
  /** The house, by its plate. */
  label: string
  keyEnc: string | null
}

/** What is left once its words are gone. */
const NO_WORDS: PairingWords = { name: '', told: '', witness: '', ending: '' }

export const pairingRows = ({ tx, system }: Pick<Asking, 'tx'> & { system: Pick<System, 'streetId'> }) =>
  tx
    .selectFrom('pairings as p')
    .innerJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'p.street_id').onRef('b.id', '=', 'p.building_id'),
    )
    .select(['p.id', 'p.body', 'p.version', 'p.words_enc', 'p.proposed_at', 'b.label'])
    .select(keyOf('p.street_id', 'p.person_id').as('key_enc'))
    .where('p.street_id', '=', system.streetId)

interface Row {
  body: Pairing
  version: number
  words_enc: string | null
  label: string
  key_enc: string | null
}

export function keptOf(system: Pick<System, 'streetId' | 'vault'>, row: Row): KeptPairing {
  const { body, version, words_enc, label, key_enc: keyEnc } = row
  const whose = { personId: body.personId, keyEnc, place: placeOfPairing(body.id) }
  const opened = openAbout(system, words_enc, whose)
  // Sealed by us as what it is read back as.
  const words = opened === null ? NO_WORDS : (JSON.parse(opened) as PairingWords)
  return { pairing: body, version, words, label, keyEnc }
}

export async function findPairing(asking: Asking, id: string): Promise<KeptPairing | undefined> {
  const row = await pairingRows(asking).where('p.id', '=', id).executeTakeFirst()
  return row && keptOf(asking.system, row)
}

/** One pairing, kept waiting for every other step on it until this transaction ends. */
export async function findPairingForStep(asking: Asking, id: string): Promise<KeptPairing | undefined> {
  const row = await pairingRows(asking).where('p.id', '=', id).forUpdate('p').executeTakeFirst()
  return row && keptOf(asking.system, row)
}

/** Who asks, and whether he is of the household that is visited. */
export async function contextFor(asking: Asking, pairing: Pairing): Promise<PairingContext> {
  const { actor, now } = asking
  return { actor, now, ofHousehold: await isOfHousehold(asking, pairing) }
}

async function isOfHousehold(
  { tx, actor, system }: Asking,
  { personId, householdId }: Pairing,
): Promise<boolean> {
  if (actor.personId === null) return false
  if (actor.personId === personId) return true
  if (householdId === null) return false
  const membership = await membershipOf(tx, system, actor.personId)
  return membership?.household_id === householdId && membership.from_at !== null
}

export async function saveNewPairing(asking: Asking, pairing: Pairing, words: PairingWords): Promise<void> {
  const { tx, now, system } = asking
  await tx
    .insertInto('pairings')
    .values({
      street_id: pairing.streetId,
      id: pairing.id,
      version: 1,
      body: pairing,
      words_enc: await sealed(tx, system, { pairing, words, now }),
      next_at: null,
    })
    .execute()
  await append(asking, pairing, { seq: 1, kind: 'propose' })
}

interface Saving {
  version: number
  after: Pairing
  words: PairingWords
  kind: PairingEventKind | 'visit' | 'deny' | 'join'
}

/** Keeps one step; every version is one line of the story. */
export async function savePairing(
  asking: Asking,
  { version, after, words, kind }: Saving,
): Promise<Result<number>> {
  const { tx, now, system } = asking
  const updated = await tx
    .updateTable('pairings')
    .set({
      version: version + 1,
      body: after,
      words_enc: await sealed(tx, system, { pairing: after, words, now }),
      next_at: reminderOfVisit(after),
    })
    .where('street_id', '=', after.streetId)
    .where('id', '=', after.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (Number(updated.numUpdatedRows) === 0) return refuse('VERSION_CONFLICT')
  await append(asking, after, { seq: version + 1, kind })
  return ok(version + 1)
}

const sealed = (
  tx: Tx,
  system: Pick<System, 'streetId' | 'vault'>,
  { pairing, words, now }: { pairing: Pairing; words: PairingWords; now: number },
): Promise<string> =>
  sealAbout(tx, system, JSON.stringify(words), {
    personId: pairing.personId,
    place: placeOfPairing(pairing.id),
    now,
  })

async function append(
  { tx, actor, now }: Asking,
  { streetId, id }: Pairing,
  { seq, kind }: { seq: number; kind: string },
): Promise<void> {
  await tx
    .insertInto('pairing_events')
    .values({ street_id: streetId, pairing_id: id, seq, kind, at: now, actor_id: actor.personId ?? '' })
    .execute()
}

/** The helper's place among five, held: two households that agree at once take turns. Answers how many he has. */
export async function holdHelper({ tx, system }: Asking, helperId: string): Promise<number> {
  const whose = { street_id: system.streetId, person_id: helperId }
  await tx
    .insertInto('pairing_helpers')
    .values(whose)
    .onConflict((conflict) => conflict.columns(['street_id', 'person_id']).doNothing())
    .execute()
  const { active } = await tx
    .selectFrom('pairing_helpers')
    .select('active')
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', helperId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return active
}

/** The last day on which somebody came and nobody denied it. */
export async function lastVisitOf({ tx, system }: Asking, pairingId: string): Promise<number | null> {
  const { day } = await tx
    .selectFrom('pairing_visits')
    .select(sql<number | null>`max(day)`.as('day'))
    .where('street_id', '=', system.streetId)
    .where('pairing_id', '=', pairingId)
    .where(sql<boolean>`confirmed is distinct from false`)
    .executeTakeFirstOrThrow()
  return day
}

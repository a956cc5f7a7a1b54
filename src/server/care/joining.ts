import { type HardshipCase, OPEN_HARDSHIP } from '#core/care/hardship'
import { joinHardship, joinPairing } from '#core/care/joining'
import { membershipOf } from '../households/keep'
import type { Asking } from '../operation'
import { stateOf } from '../people/consents'
import { noteJoined } from '../people/note-joined'
import { caseOf, caseRows, type KeptCase, saveCase } from './hardship-rows'
import { tellCasePerson } from './hardship-tell'
import { type KeptPairing, keptOf, pairingRows, savePairing } from './pairing-rows'
import { tellOfPairing } from './pairing-tell'
import { openAbout, placeOfVisit, sealAbout } from './sealed'
import { withdrawCasesOf } from './withdraw'

type Table = 'pairings' | 'hardship_cases'

/** Lets somebody without an account be found once he has proven this number; nobody reads the number of it. */
export async function waitForPhone(
  { tx, system }: Asking,
  table: Table,
  { id, phone }: { id: string; phone: string | null },
): Promise<void> {
  if (phone === null) return
  await tx
    .updateTable(table)
    .set({ phone_index: system.vault.index(phone, 'phone') })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .where('person_id', 'is', null)
    .execute()
}

interface Proven {
  personId: string
  phone: string
}

/** His phone has just been vouched for: who visits him and what is seen to for him is his own from now on. */
export async function joinCare(asking: Asking, { personId, phone }: Proven): Promise<void> {
  const index = asking.system.vault.index(phone, 'phone')
  const pairings = await pairingRows(asking)
    .where('p.phone_index', '=', index)
    .where('p.words_enc', 'is not', null)
    .orderBy('p.id')
    .forUpdate('p')
    .execute()
  for (const row of pairings) await takePairing(asking, keptOf(asking.system, row), personId)
  const cases = await caseRows(asking)
    .where('h.phone_index', '=', index)
    .where('h.words_enc', 'is not', null)
    .orderBy('h.id')
    .forUpdate('h')
    .execute()
  for (const row of cases) await takeCase(asking, caseOf(asking.system, row), personId)
  if (cases.length > 0) await keepHisNo(asking, personId)
}

async function takePairing(asking: Asking, kept: KeptPairing, personId: string): Promise<void> {
  const { tx, now, system } = asking
  const membership = await membershipOf(tx, system, personId)
  const householdId = membership && membership.from_at !== null ? membership.household_id : null
  const after = joinPairing(kept.pairing, { personId, householdId })
  if (!after) return
  await found(asking, 'pairings', after.id)
  const saved = await savePairing(asking, { version: kept.version, after, words: kept.words, kind: 'join' })
  if (!saved.ok) throw new Error('a pairing that is held has changed')
  await resealNotes(asking, kept, personId)
  await noteJoined(tx, system, {
    ...whose(asking, personId),
    operation: 'pairings.joined',
    subjectId: after.id,
  })
  if (after.state !== 'proposed' && after.state !== 'active') return
  const kind = after.state === 'proposed' ? 'pairing_proposed' : 'pairing_joined'
  await tellOfPairing(tx, system, { pairing: after, label: kept.label, personIds: [personId], kind, now })
}

/** What was seen in his home is sealed for him: when his account goes, nobody reads it any more. */
async function resealNotes(
  asking: Asking,
  { pairing, keyEnc }: KeptPairing,
  personId: string,
): Promise<void> {
  const { tx, now, system } = asking
  const notes = await tx
    .selectFrom('pairing_visits')
    .select(['id', 'note_enc'])
    .where('street_id', '=', system.streetId)
    .where('pairing_id', '=', pairing.id)
    .where('note_enc', 'is not', null)
    .execute()
  for (const { id, note_enc } of notes) {
    const place = placeOfVisit(id)
    const note = openAbout(system, note_enc, { personId: null, keyEnc, place })
    if (note === null) continue
    await tx
      .updateTable('pairing_visits')
      .set({ note_enc: await sealAbout(tx, system, note, { personId, place, now }) })
      .where('street_id', '=', system.streetId)
      .where('id', '=', id)
      .execute()
  }
}

async function takeCase(asking: Asking, opened: KeptCase, personId: string): Promise<void> {
  const { tx, system } = asking
  const kept = joinHardship(opened.kept, personId)
  // One open case a person: a second one stays with those who work on it.
  if (!kept || (isOpen(kept) && (await hasOpenCase(asking, personId)))) return
  await found(asking, 'hardship_cases', kept.id)
  const after = { kept, words: opened.words }
  const saved = await saveCase(asking, { version: opened.version, after, kind: 'join' })
  if (!saved.ok) throw new Error('a case that is held has changed')
  await noteJoined(tx, system, {
    ...whose(asking, personId),
    operation: 'hardship.joined',
    subjectId: kept.id,
  })
  if (!isOpen(kept)) return
  const kind = kept.state === 'reported' ? 'hardship_to_consent' : 'hardship_joined'
  await tellCasePerson(asking, { kept, label: opened.label, kind })
}

const whose = ({ now, system }: Asking, personId: string) => ({ streetId: system.streetId, personId, now })

const isOpen = ({ state }: HardshipCase): boolean => OPEN_HARDSHIP.includes(state)

async function hasOpenCase({ tx, system }: Asking, personId: string): Promise<boolean> {
  const open = await tx
    .selectFrom('hardship_cases')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', personId)
    .where('state', 'in', OPEN_HARDSHIP)
    .executeTakeFirst()
  return open !== undefined
}

/** He is known now, so that his number need not be looked for any more. */
const found = ({ tx, system }: Asking, table: Table, id: string) =>
  tx
    .updateTable(table)
    .set({ phone_index: null })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()

/** Whoever has said no to it here has said no to what others reported, too. */
async function keepHisNo({ tx, now, system }: Asking, personId: string): Promise<void> {
  const { streetId } = system
  if ((await stateOf(tx, { streetId, personId }, 'hardship')) === 'withdrawn')
    await withdrawCasesOf(tx, { streetId, personId, now })
}

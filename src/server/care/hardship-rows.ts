import type { HardshipCase, HardshipWords } from '#core/care/hardship'
import { reminderOfHardship } from '#core/care/hardship-due'
import type { HardshipContext, HardshipEventKind, Opened } from '#core/care/hardship-steps'
import { ok, type Result, refuse } from '#core/result'
import { loadCalendar } from '../concerns/load-calendar'
import type { Asking, System } from '../operation'
import { keyOf } from '../people/personal-keys'
import { openAbout, placeOfCase, sealAbout } from './sealed'

export interface KeptCase extends Opened {
  version: number
  /** The house, by its plate; empty where nobody said which. */
  label: string
}

/** What is left once its words are gone. */
const NO_WORDS: HardshipWords = {
  name: '',
  phone: null,
  reasons: [],
  told: '',
  assessment: '',
  appeal: '',
  policies: [],
  measures: {},
  reviews: [],
}

/** A case of which only this much has been said. */
export const wordsFrom = (said: Partial<HardshipWords>): HardshipWords => ({ ...NO_WORDS, ...said })

export const caseRows = ({ tx, system }: Pick<Asking, 'tx'> & { system: Pick<System, 'streetId'> }) =>
  tx
    .selectFrom('hardship_cases as h')
    .leftJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'h.street_id').onRef('b.id', '=', 'h.building_id'),
    )
    .select(['h.id', 'h.body', 'h.version', 'h.words_enc', 'h.reported_at', 'b.label'])
    .select(keyOf('h.street_id', 'h.person_id').as('key_enc'))
    .where('h.street_id', '=', system.streetId)

interface Row {
  body: HardshipCase
  version: number
  words_enc: string | null
  label: string | null
  key_enc: string | null
}

export function caseOf(system: Pick<System, 'streetId' | 'vault'>, row: Row): KeptCase {
  const { body, version, words_enc, label, key_enc: keyEnc } = row
  const whose = { personId: body.personId, keyEnc, place: placeOfCase(body.id) }
  const opened = openAbout(system, words_enc, whose)
  // Sealed by us as what it is read back as.
  const words = opened === null ? NO_WORDS : (JSON.parse(opened) as HardshipWords)
  return { kept: body, words, version, label: label ?? '' }
}

export async function findCase(asking: Asking, id: string): Promise<KeptCase | undefined> {
  const row = await caseRows(asking).where('h.id', '=', id).executeTakeFirst()
  return row && caseOf(asking.system, row)
}

/** One case, kept waiting for every other step on it until this transaction ends. */
export async function findCaseForStep(asking: Asking, id: string): Promise<KeptCase | undefined> {
  const row = await caseRows(asking).where('h.id', '=', id).forUpdate('h').executeTakeFirst()
  return row && caseOf(asking.system, row)
}

export const contextOf = async ({ tx, actor, now }: Asking): Promise<HardshipContext> => ({
  actor,
  now,
  calendar: await loadCalendar(tx),
})

/** Keeps a new case; false when this person has an open one, or the concern has led to one already. */
export async function saveNewCase(asking: Asking, { kept, words }: Opened): Promise<boolean> {
  const written = await asking.tx
    .insertInto('hardship_cases')
    .values({
      street_id: kept.streetId,
      id: kept.id,
      version: 1,
      body: kept,
      words_enc: await sealed(asking, { kept, words }),
      next_at: reminderOfHardship(kept),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(written.numInsertedOrUpdatedRows) === 0) return false
  await append(asking, kept, { seq: 1, kind: 'report' })
  return true
}

/** Keeps one step; every version is one line of the story. */
export async function saveCase(
  asking: Asking,
  { version, after, kind }: { version: number; after: Opened; kind: HardshipEventKind },
): Promise<Result<number>> {
  const { kept } = after
  const updated = await asking.tx
    .updateTable('hardship_cases')
    .set({
      version: version + 1,
      body: kept,
      words_enc: await sealed(asking, after),
      next_at: reminderOfHardship(kept),
    })
    .where('street_id', '=', kept.streetId)
    .where('id', '=', kept.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (Number(updated.numUpdatedRows) === 0) return refuse('VERSION_CONFLICT')
  await append(asking, kept, { seq: version + 1, kind })
  return ok(version + 1)
}

const sealed = ({ tx, now, system }: Asking, { kept, words }: Opened): Promise<string> =>
  sealAbout(tx, system, JSON.stringify(words), {
    personId: kept.personId,
    place: placeOfCase(kept.id),
    now,
  })

async function append(
  { tx, actor, now }: Asking,
  { streetId, id }: HardshipCase,
  { seq, kind }: { seq: number; kind: string },
): Promise<void> {
  await tx
    .insertInto('hardship_events')
    .values({ street_id: streetId, case_id: id, seq, kind, at: now, actor_id: actor.personId ?? '' })
    .execute()
}

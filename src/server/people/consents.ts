import { sql } from 'kysely'
import {
  CONSENT_VERSIONS,
  type ConsentState,
  consentState,
  isStopped,
  PURPOSES,
  type Purpose,
} from '#core/people/consents'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import type { Tx } from '../storage/database'

interface Whose {
  streetId: string
  personId: string
}

/** All this person ever said, the newest first. */
export const consentsOf = (tx: Tx, { streetId, personId }: Whose) =>
  tx
    .selectFrom('consents')
    .select(['purpose', 'version', 'given', 'at'])
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function stateOf(tx: Tx, whose: Whose, purpose: Purpose): Promise<ConsentState> {
  const said = (await consentsOf(tx, whose)).find((one) => one.purpose === purpose)
  return consentState(purpose, said)
}

/** Writes down one yes or no, to the words of now. */
export const say = (
  { tx, now, system }: Pick<Asking, 'tx' | 'now' | 'system'>,
  { personId, purpose, given }: { personId: string; purpose: Purpose; given: boolean },
) =>
  tx
    .insertInto('consents')
    .values({
      street_id: system.streetId,
      id: system.newId(),
      person_id: personId,
      purpose,
      version: CONSENT_VERSIONS[purpose],
      given,
      at: now,
    })
    .execute()

/**
 * Asked where a feature is used. Who took his consent back, or gave it to other words, is told so; who was never
 * asked says yes by using it, for the screen told him what for.
 */
export async function needConsent(asking: Asking, personId: string, purpose: Purpose): Promise<Result<null>> {
  const state = await stateOf(asking.tx, { streetId: asking.system.streetId, personId }, purpose)
  if (isStopped(state)) return refuse('CONSENT_NEEDED')
  if (state === 'unasked') await say(asking, { personId, purpose, given: true })
  return ok(null)
}

/** For a query: whether what depends on it stands still for the person in `person`. */
export const isStoppedIn = (purpose: Purpose, street: string, person: string) => sql<boolean>`coalesce((
  select not said.given or said.version <> ${CONSENT_VERSIONS[purpose]} from consents said
  where said.street_id = ${sql.ref(street)} and said.person_id = ${sql.ref(person)} and said.purpose = ${purpose}
  order by said.at desc, said.id desc limit 1
), false)`

/** Each purpose with what he said last. */
export function statesOf(said: Awaited<ReturnType<typeof consentsOf>>) {
  return PURPOSES.map((purpose) => {
    const last = said.find((one) => one.purpose === purpose)
    return { purpose, state: consentState(purpose, last), at: last?.at ?? null }
  })
}

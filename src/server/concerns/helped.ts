import { sql } from 'kysely'
import type { Concern } from '#core/concerns/concern'
import type { Helped } from '#core/concerns/helped'
import type { System } from '../operation'
import type { Tx } from '../storage/database'

type Keys = Pick<System, 'streetId' | 'vault'>

/** Where in the database his name and phone stand: bound into their seals. */
export const placeOfHelped = (concernId: string, what: 'name' | 'phone'): string =>
  `helped:${concernId}:${what}`

interface Keeping {
  concern: Concern
  helped: Helped
  /** The person he is, where WeChat has vouched for this phone already. */
  personId: string | null
  /** The guardian's own child, for whom he reports. */
  childId: string | null
}

/** Keeps for whom a matter was reported, sealed. */
export async function keepHelped(
  tx: Tx,
  { streetId, vault }: Keys,
  { concern: { id, reporterId, submittedAt }, helped, personId, childId }: Keeping,
): Promise<void> {
  const { name, phone, consent } = helped
  await tx
    .insertInto('helped_persons')
    .values({
      street_id: streetId,
      concern_id: id,
      helper_id: reporterId,
      consent,
      name_enc: vault.seal(name, placeOfHelped(id, 'name')),
      phone_enc: phone && vault.seal(phone, placeOfHelped(id, 'phone')),
      phone_index: phone && vault.index(phone, 'phone'),
      person_id: personId,
      child_id: childId,
      at: submittedAt,
    })
    .execute()
}

/**
 * Who has this number, if WeChat vouches for it: a number typed by hand would let anybody read what was reported for
 * somebody else. Of two whom WeChat gave the same number the first one.
 */
export async function personWithPhone(
  tx: Tx,
  { streetId, vault }: Keys,
  phone: string | null,
): Promise<string | null> {
  if (phone === null) return null
  const found = await tx
    .selectFrom('persons')
    .select('id')
    .where('street_id', '=', streetId)
    .where('phone_index', '=', vault.index(phone, 'phone'))
    .where('phone_verified_at', 'is not', null)
    .orderBy('phone_verified_at')
    .orderBy('id')
    .executeTakeFirst()
  return found?.id ?? null
}

/** His phone has just been vouched for: whatever was reported for it is his own from now on. */
export async function joinHelped(
  tx: Tx,
  { streetId, vault }: Keys,
  { personId, phone }: { personId: string; phone: string },
): Promise<void> {
  await tx
    .updateTable('helped_persons')
    .set({ person_id: personId })
    .where('street_id', '=', streetId)
    .where('phone_index', '=', vault.index(phone, 'phone'))
    .where('person_id', 'is', null)
    .where('helper_id', '<>', personId)
    .execute()
}

/** For those who handle it: for whom it was reported. The look is the caller's to write down. */
export async function readHelped(tx: Tx, { streetId, vault }: Keys, concernId: string) {
  const row = await tx
    .selectFrom('helped_persons')
    .selectAll()
    .where('street_id', '=', streetId)
    .where('concern_id', '=', concernId)
    .executeTakeFirst()
  if (!row) return null
  return {
    personId: row.person_id,
    name: vault.open(row.name_enc, placeOfHelped(concernId, 'name')),
    phone: row.phone_enc && vault.open(row.phone_enc, placeOfHelped(concernId, 'phone')),
    consent: row.consent,
  }
}

/** The person for whom `c` was reported, once he is known here. */
export const helpedPerson = sql<string | null>`(
  select h.person_id from helped_persons h where h.street_id = c.street_id and h.concern_id = c.id
)`

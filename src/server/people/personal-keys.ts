import { randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import type { Seal, Vault } from './vault'

type Keys = Pick<System, 'streetId' | 'vault'>

const placeOfKey = (personId: string): string => `person:${personId}:key`

/**
 * Seals with the person's own key, making it first if there is none. Destroying that one row makes everything
 * sealed with it unreadable for good, also where a copy of the value still lies.
 */
export async function sealsOf(
  tx: Tx,
  { streetId, vault }: Keys,
  personId: string,
  now: number,
): Promise<Seal> {
  const made = vault.seal(randomBytes(32).toString('base64url'), placeOfKey(personId))
  await tx
    .insertInto('person_keys')
    .values({ street_id: streetId, person_id: personId, key_enc: made, made_at: now })
    .onConflict((conflict) => conflict.columns(['street_id', 'person_id']).doNothing())
    .execute()
  const { key_enc } = await tx
    .selectFrom('person_keys')
    .select('key_enc')
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return vault.withKey(vault.open(key_enc, placeOfKey(personId)))
}

export interface Sealed {
  personId: string
  /** The wrapped key of that person, see `keyOf`; `null` while the house still sealed for him. */
  keyEnc: string | null
  sealed: string
  place: string
}

/** Opens what is sealed for a person: by his own key, or by the installation's where it has not been moved yet. */
export function openFor(
  vault: Pick<Vault, 'open' | 'withKey' | 'isPersonal'>,
  { personId, keyEnc, sealed, place }: Sealed,
): string {
  if (!vault.isPersonal(sealed)) return vault.open(sealed, place)
  if (keyEnc === null) throw new Error(`the key of ${personId} was destroyed`)
  return vault.withKey(vault.open(keyEnc, placeOfKey(personId))).open(sealed, place)
}

/** The wrapped key of the person in `column`, beside whatever else is selected of his. */
export const keyOf = (street: string, column: string): RawBuilder<string | null> => sql<string | null>`(
  select own_key.key_enc from person_keys own_key
  where own_key.street_id = ${sql.ref(street)} and own_key.person_id = ${sql.ref(column)}
)`

/** 加密粉碎: nothing that was sealed with this key will ever be read again. */
export const destroyKey = (tx: Tx, streetId: string, personId: string) =>
  tx.deleteFrom('person_keys').where('street_id', '=', streetId).where('person_id', '=', personId).execute()

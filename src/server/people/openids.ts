import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { keyOf, openFor, sealsOf } from './personal-keys'

type Keys = Pick<System, 'streetId' | 'vault'>

/** Where in the database an openid stands: bound into its seal. */
export const placeOfOpenid = (subject: string): string => `login:${subject}:openid`

/**
 * Seals the openid beside its login: WeChat wants it back whenever we ask it about this person's words or send
 * him a message. It is sealed once; signing in again changes nothing.
 */
export async function keepOpenid(
  tx: Tx,
  keys: Keys,
  { personId, subject, openid, now }: { personId: string; subject: string; openid: string; now: number },
): Promise<void> {
  const { streetId } = keys
  const own = await sealsOf(tx, keys, personId, now)
  await tx
    .updateTable('logins')
    .set({ openid_enc: own.seal(openid, placeOfOpenid(subject)) })
    .where('street_id', '=', streetId)
    .where('provider', '=', 'wechat')
    .where('subject', '=', subject)
    .where('openid_enc', 'is', null)
    .execute()
}

/** Whether WeChat can reach this person at all. */
export async function hasOpenid(tx: Tx, streetId: string, personId: string): Promise<boolean> {
  const found = await withOpenid(tx, streetId, personId).executeTakeFirst()
  return found !== undefined
}

/** The openid of a person who signed in with WeChat; `null` for everybody else. */
export async function openidOf(tx: Tx, { streetId, vault }: Keys, personId: string): Promise<string | null> {
  const found = await withOpenid(tx, streetId, personId).executeTakeFirst()
  if (!found?.openid_enc) return null
  const { openid_enc: sealed, key_enc: keyEnc, subject } = found
  return openFor(vault, { personId, keyEnc, sealed, place: placeOfOpenid(subject) })
}

const withOpenid = (tx: Tx, streetId: string, personId: string) =>
  tx
    .selectFrom('logins')
    .select(['subject', 'openid_enc', keyOf('logins.street_id', 'logins.person_id').as('key_enc')])
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('openid_enc', 'is not', null)
    .orderBy('subject')

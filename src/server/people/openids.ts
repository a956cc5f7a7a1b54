import type { System } from '../operation'
import type { Tx } from '../storage/database'

type Keys = Pick<System, 'streetId' | 'vault'>

const placeOf = (subject: string): string => `login:${subject}:openid`

/**
 * Seals the openid beside its login: WeChat wants it back whenever we ask it about this person's words or send
 * him a message. It is sealed once; signing in again changes nothing.
 */
export async function keepOpenid(
  tx: Tx,
  { streetId, vault }: Keys,
  { subject, openid }: { subject: string; openid: string },
): Promise<void> {
  await tx
    .updateTable('logins')
    .set({ openid_enc: vault.seal(openid, placeOf(subject)) })
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
  return found?.openid_enc ? vault.open(found.openid_enc, placeOf(found.subject)) : null
}

const withOpenid = (tx: Tx, streetId: string, personId: string) =>
  tx
    .selectFrom('logins')
    .select(['subject', 'openid_enc'])
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('openid_enc', 'is not', null)
    .orderBy('subject')

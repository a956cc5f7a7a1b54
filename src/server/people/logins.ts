import { createHash } from 'node:crypto'
import type { Tx } from '../storage/database'

export interface Login {
  provider: 'wechat' | 'persona'
  /** Keyed hash of the openid, or the persona's name. */
  subject: string
}

export async function findLogin(tx: Tx, streetId: string, login: Login): Promise<string | undefined> {
  const found = await tx
    .selectFrom('logins')
    .select('person_id')
    .where('street_id', '=', streetId)
    .where('provider', '=', login.provider)
    .where('subject', '=', login.subject)
    .executeTakeFirst()
  return found?.person_id
}

interface Newcomer {
  login: Login
  personId: string
  now: number
}

/**
 * The person of this login, made known first if he is new. Two first sign-ins at the same instant meet at the
 * login's key: the second waits there, takes the first one's person, and its own is removed again.
 */
export async function findOrWelcome(
  tx: Tx,
  streetId: string,
  { login, personId, now }: Newcomer,
): Promise<string> {
  const known = await findLogin(tx, streetId, login)
  if (known) return known

  await tx
    .insertInto('persons')
    .values({
      street_id: streetId,
      id: personId,
      public_name: await pseudonym(tx, streetId, personId),
      created_at: now,
    })
    .execute()
  const taken = await tx
    .insertInto('logins')
    .values({ street_id: streetId, ...login, person_id: personId })
    .onConflict((conflict) => conflict.columns(['street_id', 'provider', 'subject']).doNothing())
    .returning('person_id')
    .executeTakeFirst()
  if (taken) return personId

  await tx.deleteFrom('persons').where('street_id', '=', streetId).where('id', '=', personId).execute()
  const first = await findLogin(tx, streetId, login)
  if (!first) throw new Error('a login was taken by somebody and then was not there')
  return first
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** 居民·A371: always the same for one person, and telling nothing. Nobody may choose a name of this form. */
function nobody(personId: string): string {
  const chance = createHash('sha256').update(personId).digest().readUInt32BE()
  const letter = LETTERS[chance % LETTERS.length]
  const number = 100 + (Math.floor(chance / LETTERS.length) % 900)
  return `居民·${letter}${number}`
}

export const isPseudonym = (name: string, personId: string): boolean => name.endsWith(nobody(personId))

/** What neighbours see of somebody who has told us no name: 小金口居民·A371. */
export async function pseudonym(tx: Tx, streetId: string, personId: string): Promise<string> {
  const street = await tx
    .selectFrom('grids')
    .select('name')
    .where('street_id', '=', streetId)
    .where('level', '=', 0)
    .executeTakeFirstOrThrow()
  return `${street.name.replace(/街道$/, '')}${nobody(personId)}`
}

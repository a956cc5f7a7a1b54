import { type Actor, GUEST } from '#core/people/actor'
import { ok, type Result, refuse } from '#core/result'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { actorOf, actorsSignedIn } from './actors'
import { findLogin } from './logins'
import { hashToken } from './sessions'

/** What the door itself saw. Nothing a caller writes into an input field or another header is ever added. */
export type Credentials =
  | { kind: 'none' }
  /** The bearer token of the HTTP door. */
  | { kind: 'token'; token: string }
  /** The openid that WeChat vouches for inside a cloud function. */
  | { kind: 'wechat'; openid: string }

export interface Identity {
  actor: Actor
  /** Set when a session brought the caller in. */
  sessionHash: string | null
}

type Keys = Pick<System, 'streetId' | 'vault'>

/** Who asks. A token that is unknown or expired is told so, never silently treated as a guest's. */
export async function identify(
  tx: Tx,
  keys: Keys,
  credentials: Credentials,
  now: number,
): Promise<Result<Identity>> {
  if (credentials.kind === 'none') return ok({ actor: GUEST, sessionHash: null })
  if (credentials.kind === 'wechat') return ok(await knownToWechat(tx, keys, credentials.openid, now))

  const hash = hashToken(credentials.token)
  const actor = (await actorsSignedIn(tx, keys.streetId, { hashes: [hash], now })).get(hash)
  return actor ? ok({ actor, sessionHash: hash }) : refuse('NOT_AUTHENTICATED')
}

/** Somebody WeChat knows and we do not yet is a guest until he signs in. */
async function knownToWechat(
  tx: Tx,
  { streetId, vault }: Keys,
  openid: string,
  now: number,
): Promise<Identity> {
  const subject = vault.index(openid, 'openid')
  const personId = await findLogin(tx, streetId, { provider: 'wechat', subject })
  return { actor: personId ? await actorOf(tx, streetId, personId, now) : GUEST, sessionHash: null }
}

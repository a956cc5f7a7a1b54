import { number, object, safeParse, string } from 'valibot'
import type { System } from '../operation'
import type { WechatAccount } from './account'
import { post } from './https'

/** The one token that all processes of this installation use. Asked outside transactions only. */
export interface AccessTokens {
  /** `null` while WeChat cannot be reached. */
  current(): Promise<string | null>
  /** Another one than `refused`, which WeChat did not take. */
  insteadOf(refused: string): Promise<string | null>
}

type Keeping = Pick<System, 'store' | 'streetId' | 'vault' | 'clock'>

const TIMEOUT_MS = 5_000
/** A token is changed this long before it runs out, so that none dies on its way. */
const EARLY_MS = 5 * 60_000
const placeOf = (appId: string): string => `wechat:${appId}:token`

/**
 * Keeps the access token once, sealed, in the database. It comes from WeChat's stable_token, which answers the
 * same token to everybody who asks while it is in force: two processes that find it missing at the same instant
 * do no harm, so no lock is held while WeChat is asked.
 */
export function keepAccessTokens(keeping: Keeping, account: WechatAccount): AccessTokens {
  const anew = async () => {
    const fetched = await fetchToken(account)
    if (fetched) await write(keeping, account, fetched)
    return fetched?.token ?? null
  }
  return {
    current: async () => (await read(keeping, account)) ?? anew(),
    async insteadOf(refused) {
      const kept = await read(keeping, account)
      return kept !== null && kept !== refused ? kept : anew()
    },
  }
}

interface Fetched {
  token: string
  livesMs: number
}

async function read({ store, streetId, vault, clock }: Keeping, { appId }: WechatAccount) {
  if (!appId) return null
  return store.transaction(async (tx) => {
    const kept = await tx
      .selectFrom('wechat_tokens')
      .select('token_enc')
      .where('street_id', '=', streetId)
      .where('app_id', '=', appId)
      .where('change_at', '>', await clock(tx))
      .executeTakeFirst()
    return kept ? vault.open(kept.token_enc, placeOf(appId)) : null
  })
}

async function write(
  { store, streetId, vault, clock }: Keeping,
  { appId }: WechatAccount,
  { token, livesMs }: Fetched,
): Promise<void> {
  if (!appId) return
  const row = { street_id: streetId, app_id: appId, token_enc: vault.seal(token, placeOf(appId)) }
  await store.transaction(async (tx) => {
    const change_at = (await clock(tx)) + Math.max(0, livesMs - EARLY_MS)
    await tx
      .insertInto('wechat_tokens')
      .values({ ...row, change_at })
      .onConflict((conflict) =>
        conflict.columns(['street_id', 'app_id']).doUpdateSet({ token_enc: row.token_enc, change_at }),
      )
      .execute()
  })
}

const granted = object({ access_token: string(), expires_in: number() })

async function fetchToken({ appId, secret, baseUrl }: WechatAccount): Promise<Fetched | null> {
  if (!appId || !secret) return null
  const body = { grant_type: 'client_credential', appid: appId, secret }
  const answer = await post(`${baseUrl}/cgi-bin/stable_token`, body, TIMEOUT_MS)
  // A wrong secret, an address that is not on the account's list: ours to mend, and nothing a person did.
  if (answer.kind === 'refused') throw new Error(`stable_token answered errcode ${answer.errcode}`)
  const { success, output } = safeParse(granted, answer.kind === 'answered' ? answer.data : null)
  return success ? { token: output.access_token, livesMs: output.expires_in * 1_000 } : null
}

import { readTemplates } from '../../../src/server/messages/templates'
import { keepOpenid } from '../../../src/server/people/openids'
import type { Store } from '../../../src/server/storage/database'
import { keepAccessTokens } from '../../../src/server/wechat/access-token'
import { wechatOverHttps } from '../../../src/server/wechat/https'
import { subscriptions, WECHAT_TEMPLATES } from '../../support/subscriptions'
import { type Received, type Said, startWechat } from '../../support/wechat'
import { personOf, STREET, type Street, smallStreet, type Who } from '../concerns/small-street'

export const openidOf = (who: Who): string => `openid-of-${who}`

/** A small street whose people come from WeChat, over a stand-in for WeChat's server. */
export async function streetWithWechat(store: Store) {
  const street = await smallStreet(store)
  const wechat = subscriptions()
  /** What WeChat says instead, while a test wants it. */
  const instead: { answer?: (received: Received) => Said } = {}
  const server = await startWechat((received) =>
    received.path.endsWith('/send') && instead.answer ? instead.answer(received) : wechat.answer(received),
  )
  const account = { appId: 'wx-app', secret: 'app-secret', baseUrl: server.address }
  street.system.messageTemplates = readTemplates(WECHAT_TEMPLATES) ?? {}
  street.system.wechatApi = wechatOverHttps(account, keepAccessTokens(street.system, account))
  /** Waits no longer for WeChat than that. */
  const waitsFor = (ms: number) => {
    street.system.wechatApi = wechatOverHttps(account, keepAccessTokens(street.system, account), ms)
  }
  return { ...street, wechat, instead, server, waitsFor }
}
export type StreetWithWechat = Awaited<ReturnType<typeof streetWithWechat>>

/** From now on he is known to have come in by WeChat. */
export async function comesFromWechat({ store, system }: Street, ...people: Who[]): Promise<void> {
  await store.transaction(async (tx) => {
    for (const who of people) {
      const login = {
        street_id: STREET,
        provider: 'wechat' as const,
        subject: system.vault.index(openidOf(who), 'openid'),
      }
      await tx
        .insertInto('logins')
        .values({ ...login, person_id: personOf(who) })
        .execute()
      await keepOpenid(tx, system, {
        personId: personOf(who),
        subject: login.subject,
        openid: openidOf(who),
        now: 1,
      })
    }
  })
}

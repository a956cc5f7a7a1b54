import { keepOpenid } from '../../../src/server/people/openids'
import type { Store } from '../../../src/server/storage/database'
import { keepAccessTokens } from '../../../src/server/wechat/access-token'
import { wechatOverHttps } from '../../../src/server/wechat/https'
import { receivePush } from '../../../src/server/wechat/push'
import { type Received, type Said, startWechat } from '../../support/wechat'
import { personOf, STREET, type Street, smallStreet, type Who } from '../concerns/small-street'

/** How long WeChat may take to answer, on a machine with other things to do. Milliseconds. */
const PATIENCE = 3_000
export const PUBLIC_URL = 'https://loudong.example.com'

export const words = (suggest: string, label: number | string = 100): object => ({
  errcode: 0,
  errmsg: 'ok',
  trace_id: '60ae120f-371d5872-7941a05b',
  result: { suggest, label },
  detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
})

/** The event as WeChat pushes it. */
export const mediaEvent = (trace: string, suggest: string, label: number | string = 100): object => ({
  ToUserName: 'gh_9df7d78a1234',
  FromUserName: 'o4_t144jTUSEoxydysUA2E234_tc',
  CreateTime: 1626959646,
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid: 'wx8f16a5e77871234',
  trace_id: trace,
  version: 2,
  detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
  errcode: 0,
  errmsg: 'ok',
  result: { suggest, label },
})

export interface WechatStreet extends Street {
  /** Everything WeChat was asked but for its token. */
  asked: Received[]
  /** What it answers next; the test says. */
  says: { token: () => Said; words: (call: Received) => Said; photo: (call: Received) => Said }
  push(event: object): Promise<string>
  /** Numbers of the checks WeChat took, oldest first. */
  traces: string[]
  uploaded(who: Who): Promise<string>
}

type Wechat = Awaited<ReturnType<typeof startWechat>>

/** A small street whose installation has an account with WeChat, and whose resident came in through WeChat. */
export async function wechatStreet(
  store: Store,
  wechat: Wechat,
  says: WechatStreet['says'],
): Promise<WechatStreet> {
  const street = await smallStreet(store)
  await store.db.deleteFrom('wechat_tokens').execute()
  const account = { appId: 'wx-app', secret: 'app-secret', baseUrl: wechat.address }
  street.system.wechatApi = wechatOverHttps(account, keepAccessTokens(street.system, account), PATIENCE)
  street.system.publicUrl = PUBLIC_URL
  street.system.leadsHere = async () => true
  wechat.calls.splice(0)
  const traces: string[] = []
  Object.assign(says, {
    token: () => ({ access_token: 'token', expires_in: 7200 }),
    words: () => words('pass'),
    photo: () => {
      traces.push(`trace-${traces.length + 1}`)
      return { errcode: 0, errmsg: 'ok', trace_id: traces.at(-1) }
    },
  })
  await comesThroughWechat(street, 'resident')
  return {
    ...street,
    says,
    traces,
    get asked() {
      return wechat.calls.filter(({ path }) => path !== '/cgi-bin/stable_token')
    },
    push: (event) => receivePush(street.system, event),
    async uploaded(who) {
      const id = await street.photo(who)
      await store.db.updateTable('photos').set({ state: 'pending' }).where('id', '=', id).execute()
      return id
    },
  }
}

export const openidOf = (who: Who): string => `openid-of-${who}`

export async function comesThroughWechat({ system, store }: Street, who: Who): Promise<void> {
  const subject = system.vault.index(openidOf(who), 'openid')
  await store.db
    .insertInto('logins')
    .values({ street_id: STREET, provider: 'wechat', subject, person_id: personOf(who) })
    .execute()
  await store.transaction((tx) => keepOpenid(tx, system, { subject, openid: openidOf(who) }))
}

/** A stand-in for WeChat whose answers the test changes as it goes. */
export async function startTalkingWechat() {
  const silent = (): Said => undefined
  const says: WechatStreet['says'] = { token: silent, words: silent, photo: silent }
  const wechat = await startWechat((call) => {
    if (call.path === '/cgi-bin/stable_token') return says.token()
    return call.path === '/wxa/msg_sec_check' ? says.words(call) : says.photo(call)
  })
  return { wechat, says }
}

import type { Store } from '../../../src/server/storage/database'
import { keepAccessTokens } from '../../../src/server/wechat/access-token'
import { wechatOverHttps } from '../../../src/server/wechat/https'
import { describeOnEveryEngine } from '../../support/database'
import { startWechat } from '../../support/wechat'
import { answerOf, refusalOf, type Street, smallStreet, type Who } from '../concerns/small-street'

const PHONE = '10000004321'

describeOnEveryEngine('a phone left through WeChat', (open) => {
  let store: Store
  let street: Street
  let wechat: Awaited<ReturnType<typeof startWechat>>
  const used = new Set<unknown>()
  beforeAll(async () => {
    store = await open()
    street = await smallStreet(store)
    // Each code works once, as the documentation says.
    wechat = await startWechat(({ path, body }) => {
      if (path === '/cgi-bin/stable_token') return { access_token: 'token', expires_in: 7200 }
      const { code } = body as { code: string }
      if (used.has(code)) return { errcode: 40029, errmsg: 'invalid code' }
      used.add(code)
      return { errcode: 0, errmsg: 'ok', phone_info: { purePhoneNumber: PHONE, countryCode: '86' } }
    })
    const account = { appId: 'wx-app', secret: 'secret', baseUrl: wechat.address }
    street.system.wechatApi = wechatOverHttps(account, keepAccessTokens(street.system, account))
  })
  afterAll(() => wechat.stop())

  const leave = (who: Who, code: string, key?: string) =>
    street.ask(who, 'people.leaveWechatPhone', { code }, key)
  const rowOf = (who: Who) =>
    store.db.selectFrom('persons').selectAll().where('id', '=', `p.${who}`).executeTakeFirstOrThrow()

  test('is verified, sealed and shown masked', async () => {
    const me = answerOf(await leave('phoneless', 'one'))
    expect(me).toMatchObject({ phone: '100****4321', phoneVerified: true, realNameLevel: 1 })
    const row = await rowOf('phoneless')
    expect(row.phone_verified_at).toBe(street.time.now)
    expect(JSON.stringify(row)).not.toContain(PHONE)
  })

  test('the same command after a lost answer gets the answer, though its code is used up', async () => {
    const first = answerOf(await leave('resident', 'two', 'key-of-two'))
    expect(answerOf(await leave('resident', 'two', 'key-of-two'))).toEqual(first)
    expect(refusalOf(await leave('resident', 'two'))).toBe('PHONE_CODE_STALE')
  })

  test('two people may leave one number, and neither is told about the other', async () => {
    expect(answerOf(await leave('neighbour', 'three'))).toMatchObject({ phone: '100****4321' })
    expect((await rowOf('neighbour')).phone_index).toBe((await rowOf('phoneless')).phone_index)
  })

  test('typing the number that WeChat vouched for takes nothing away; another one is only believed', async () => {
    const type = async (phone: string) =>
      answerOf(await street.ask('phoneless', 'people.leavePhone', { phone }))
    expect(await type(PHONE)).toMatchObject({ phoneVerified: true })
    expect(await type('10000001111')).toMatchObject({ phoneVerified: false, realNameLevel: 1 })
  })

  test('for a guest WeChat is not even asked', async () => {
    const before = wechat.calls.length
    expect(refusalOf(await leave('guest', 'four'))).toBe('NOT_AUTHENTICATED')
    expect(wechat.calls).toHaveLength(before)
  })

  test('no phone stands in what is remembered of the commands', async () => {
    const rows = await store.db.selectFrom('commands').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(PHONE)
    expect(street.surprises).toEqual([])
  })
})

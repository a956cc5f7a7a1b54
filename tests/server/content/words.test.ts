import { v7 as newId } from 'uuid'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import type { Said } from '../../support/wechat'
import { answerOf, LAMP, refusalOf } from '../concerns/small-street'
import { openidOf, startTalkingWechat, type WechatStreet, wechatStreet, words } from './wechat-street'

describeOnEveryEngine('the words of a report', (open) => {
  let store: Store
  let talking: Awaited<ReturnType<typeof startTalkingWechat>>
  let street: WechatStreet
  beforeAll(async () => {
    store = await open()
    talking = await startTalkingWechat()
  })
  afterAll(() => talking.wechat.stop())
  beforeEach(async () => {
    street = await wechatStreet(store, talking.wechat, talking.says)
  })

  const submit = (more: Partial<typeof LAMP> = {}, key?: string) =>
    street.ask('resident', 'concerns.submit', { ...LAMP, ...more }, key)
  const kept = async () => (await store.db.selectFrom('concerns').select('id').execute()).length
  const reasonOf = async (id: string) =>
    answerOf(await street.ask('grid_staff', 'concerns.get', { id })).timeline[0]?.detail.reason

  test('go to WeChat as its documentation asks, with the openid of the one who wrote them', async () => {
    expect(answerOf(await submit()).held).toBe(false)
    expect(street.asked).toEqual([
      {
        path: '/wxa/msg_sec_check',
        query: { access_token: 'token' },
        body: {
          version: 2,
          scene: 3,
          openid: openidOf('resident'),
          title: LAMP.title,
          content: '1栋门口路灯不亮\n晚上看不见路\n',
        },
      },
    ])
    expect(street.surprises).toEqual([])
  })

  test('the longest report there may be is within what WeChat takes', async () => {
    const longest = { title: '路'.repeat(40), detail: '灯'.repeat(1000) }
    answerOf(await submit({ ...longest, place: { ...LAMP.place, words: '巷'.repeat(60) } }))
    const lengths = street.asked.map(({ body }) => (body as { content: string }).content.length)
    expect(lengths.every((length) => length <= 2500)).toBe(true)
    expect(lengths).toHaveLength(1)
  })

  test.each<[string, Said, { held: boolean; reason?: string; surprises?: number }]>([
    ['pass', words('pass'), { held: false }],
    ['are doubtful (辱骂)', words('review', 20003), { held: true, reason: 'abuse' }],
    ['are doubtful, the label a text', words('review', '10001'), { held: true, reason: 'advert' }],
    ['are doubtful with a label of next year', words('review', 29999), { held: true, reason: 'other' }],
    [
      'come from somebody WeChat has not seen for two hours',
      { errcode: 61010 },
      { held: true, reason: 'unasked' },
    ],
    ['are one call too many', { errcode: 45009 }, { held: true, reason: 'unasked' }],
    ['meet a busy WeChat', { errcode: -1 }, { held: true, reason: 'unasked' }],
    ['meet a WeChat that says nothing', undefined, { held: true, reason: 'unasked' }],
    ['meet a web page', '<html>502</html>', { held: true, reason: 'unasked' }],
    ['meet an answer of another shape', { errcode: 0 }, { held: true, reason: 'unasked' }],
    ['were sent with a wrong openid', { errcode: 40003 }, { held: true, reason: 'unasked', surprises: 1 }],
  ])('that %s', async (_, said, expected) => {
    street.says.words = () => said
    const { id, held } = answerOf(await submit())
    expect(held).toBe(expected.held)
    expect(await reasonOf(id)).toBe(expected.reason)
    expect(street.surprises).toHaveLength(expected.surprises ?? 0)
  })

  test.each<[string, Said]>([
    ['risky', words('risky', 20006)],
    ['the old errcode for it', { errcode: 87014, errmsg: 'risky content' }],
  ])('that WeChat refuses (%s) are not accepted, and nothing is kept of them', async (_, said) => {
    street.says.words = () => said
    expect(refusalOf(await submit())).toBe('CONTENT_RISKY')
    expect(await kept()).toBe(0)
  })

  test('with a phone number in them are looked at, though WeChat lets them pass', async () => {
    const { id, held } = answerOf(await submit({ detail: '房东电话 13800000000' }))
    expect([held, await reasonOf(id)]).toEqual([true, 'number'])
    answerOf(await street.ask('grid_staff', 'concerns.release', { id, version: 1 }))
    expect(await reasonOf(id)).toBeUndefined()
  })

  test('that our own list refuses are not shown to WeChat', async () => {
    expect(refusalOf(await submit({ detail: '再不修去死吧' }))).toBe('CONTENT_RISKY')
    expect(street.asked).toEqual([])
  })

  test('that only handlers will read are not shown to WeChat', async () => {
    answerOf(await submit({ category: 'HARDSHIP', title: '家里老人病了没人照看' }))
    expect(street.asked).toEqual([])
  })

  test('of somebody who did not come through WeChat are screened here alone', async () => {
    expect(answerOf(await street.ask('neighbour', 'concerns.submit', LAMP)).held).toBe(false)
    expect(street.asked).toEqual([])
  })

  test('WeChat is asked with the openid it vouches for in a cloud function', async () => {
    const credentials = { kind: 'wechat', openid: openidOf('resident') } as const
    const envelope = await street.call('resident', { operation: 'concerns.submit', input: LAMP, credentials })
    expect(refusalOf(envelope)).toBeNull()
    expect(street.asked[0]?.body).toMatchObject({ openid: openidOf('resident') })
  })

  test('sent twice under one key are asked about once', async () => {
    const key = newId()
    const first = answerOf(await submit({}, key))
    street.says.words = () => words('risky')
    expect(answerOf(await submit({}, key))).toEqual(first)
    expect(street.asked).toHaveLength(1)
  })

  test('that were refused may be sent again, changed, and are asked about again', async () => {
    street.says.words = () => words('risky')
    const key = newId()
    expect(refusalOf(await submit({}, key))).toBe('CONTENT_RISKY')
    street.says.words = () => words('pass')
    answerOf(await submit({}, key))
    expect(street.asked).toHaveLength(2)
  })

  test('are not lost by a wrong secret of ours: they are looked at, and the mistake is reported', async () => {
    street.says.token = () => ({ errcode: 40125, errmsg: 'invalid appsecret' })
    expect(answerOf(await submit()).held).toBe(true)
    expect(street.surprises).toEqual([new Error('stable_token answered errcode 40125')])
  })
})

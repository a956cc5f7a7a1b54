import { placeOfPhone } from '../../../src/server/people/profile'
import type { Store } from '../../../src/server/storage/database'
import { keepAccessTokens } from '../../../src/server/wechat/access-token'
import { wechatOverHttps } from '../../../src/server/wechat/https'
import { describeOnEveryEngine } from '../../support/database'
import { startWechat } from '../../support/wechat'
import { moveIn } from '../heads/making'
import { answerOf, LAMP, personOf, refusalOf, type Street, smallStreet, type Who } from './small-street'

const PHONE = '10000004321'
const LUO = { name: '罗阿姨', phone: PHONE, consent: 'in_person' } as const

describeOnEveryEngine('a matter reported for somebody who cannot', (open) => {
  let store: Store
  let street: Street
  let wechat: Awaited<ReturnType<typeof startWechat>>
  beforeAll(async () => {
    store = await open()
    wechat = await startWechat(({ path }) =>
      path === '/cgi-bin/stable_token'
        ? { access_token: 'token', expires_in: 7200 }
        : { errcode: 0, errmsg: 'ok', phone_info: { purePhoneNumber: PHONE, countryCode: '86' } },
    )
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    const account = { appId: 'wx-app', secret: 'secret', baseUrl: wechat.address }
    street.system.wechatApi = wechatOverHttps(account, keepAccessTokens(street.system, account))
  })
  afterAll(() => wechat.stop())

  /** Restricted, and never shown to WeChat. */
  const report = (who: Who, helped: typeof LUO | { name: string; phone: null; consent: 'written' } = LUO) =>
    street.ask(who, 'concerns.submit', { ...LAMP, category: 'HARDSHIP', helped })
  const reported = async (who: Who) => answerOf(await report(who)).id
  const mine = async (who: Who) =>
    answerOf(await street.ask(who, 'concerns.mine', {})).items.map(({ id, mine: own }) => [id, own])

  test('heads, grid staff and neighbours with a home do it; who nobody vouched for may not', async () => {
    for (const who of ['head', 'grid_staff'] as const) answerOf(await report(who))
    expect(refusalOf(await report('neighbour'))).toBe('RESIDENCE_NOT_CONFIRMED')
    await moveIn(store, 'neighbour')
    answerOf(await report('neighbour', { name: '罗阿姨', phone: null, consent: 'written' }))
  })

  test('his name and phone are sealed; who handles it reads them, with a reason, and both looks are kept', async () => {
    const id = await reported('head')
    const rows = JSON.stringify(await store.db.selectFrom('helped_persons').selectAll().execute())
    expect(rows).not.toContain(LUO.name)
    expect(rows).not.toContain(PHONE)
    const read = await street.ask('community_staff', 'concerns.readReporter', { id, reason: '约时间上门' })
    expect(answerOf(read).helped).toEqual(LUO)
    const log = await store.db
      .selectFrom('access_log')
      .select(['what', 'subject_id'])
      .orderBy('what')
      .execute()
    expect(log).toEqual([
      { what: 'helped_phone', subject_id: id },
      { what: 'reporter_phone', subject_id: personOf('head') },
    ])
    expect(refusalOf(await street.ask('neighbour', 'concerns.readReporter', { id, reason: '看看' }))).toBe(
      'NOT_FOUND',
    )
  })

  test('when he signs in with that phone it is his own, with its news from then on, and he may answer', async () => {
    const id = await reported('head')
    expect(refusalOf(await street.ask('phoneless', 'concerns.get', { id }))).toBe('NOT_FOUND')
    answerOf(await street.ask('phoneless', 'people.leaveWechatPhone', { code: 'one' }))
    expect(await mine('phoneless')).toEqual([[id, true]])
    const detail = answerOf(await street.ask('phoneless', 'concerns.get', { id }))
    expect(detail).toMatchObject({ mine: true, helped: 'in_person' })
    expect(detail.may).toContain('withdraw')
    answerOf(
      await street.ask('community_staff', 'concerns.accept', { id, version: 1, level: 1, desk: 'community' }),
    )
    for (const who of ['phoneless', 'head'] as const)
      expect(answerOf(await street.ask(who, 'inbox.list', {})).items.map(({ kind }) => kind)).toContain(
        'accept',
      )
    const look = { id, reason: '想谢谢他' }
    expect(refusalOf(await street.ask('phoneless', 'concerns.readReporter', look))).toBe('FORBIDDEN')
  })

  test('a number typed by hand opens nothing: anybody could type it', async () => {
    const id = await reported('head')
    answerOf(await street.ask('phoneless', 'people.leavePhone', { phone: PHONE }))
    expect(await mine('phoneless')).toEqual([])
    expect(refusalOf(await street.ask('phoneless', 'concerns.get', { id }))).toBe('NOT_FOUND')
  })

  test('who is here already with that phone, as WeChat has it, hears of it at once; the helper is not his own', async () => {
    for (const who of ['phoneless', 'head'] as const) {
      answerOf(await street.ask(who, 'people.leaveWechatPhone', { code: 'one' }))
      street.time.now += 1
    }
    const id = await reported('grid_staff')
    expect(await mine('phoneless')).toEqual([[id, true]])
    const news = answerOf(await street.ask('phoneless', 'inbox.list', {})).items
    expect(news.map(({ kind }) => kind)).toEqual(['submit'])
    await store.db.deleteFrom('helped_persons').execute()
    await store.db
      .updateTable('persons')
      .set({ phone_verified_at: null, phone_index: null })
      .where('id', '=', personOf('phoneless'))
      .execute()
    const own = await reported('head')
    expect(await mine('head')).toEqual([[own, true]])
    const [row] = await store.db.selectFrom('helped_persons').select('person_id').execute()
    expect(row).toEqual({ person_id: null })
  })

  test('for the public it is a matter like any other: nobody reads that somebody was helped', async () => {
    const { id } = answerOf(await street.ask('head', 'concerns.submit', { ...LAMP, helped: LUO }))
    expect(answerOf(await street.ask('guest', 'concerns.get', { id })).helped).toBeNull()
    expect(answerOf(await street.ask('grid_staff', 'concerns.get', { id })).helped).toBe('in_person')
  })

  test('a merge carries the one who was helped along', async () => {
    answerOf(await street.ask('phoneless', 'people.leaveWechatPhone', { code: 'one' }))
    const from = answerOf(await street.ask('head', 'concerns.submit', { ...LAMP, helped: LUO })).id
    const into = answerOf(await street.ask('resident', 'concerns.submit', LAMP)).id
    answerOf(await street.ask('grid_staff', 'concerns.merge', { id: from, version: 1, into, note: '' }))
    const followers = await store.db
      .selectFrom('endorsements')
      .select('person_id')
      .where('concern_id', '=', into)
      .execute()
    expect(followers.map(({ person_id }) => person_id).sort()).toEqual([
      personOf('head'),
      personOf('phoneless'),
    ])
  })

  test('the seals are bound to the matter', async () => {
    const [first, second] = [await reported('head'), await reported('head')]
    const { name_enc } = await store.db
      .selectFrom('helped_persons')
      .select('name_enc')
      .where('concern_id', '=', first)
      .executeTakeFirstOrThrow()
    expect(() => street.system.vault.open(name_enc, placeOfPhone(personOf('head')))).toThrow()
    await store.db.updateTable('helped_persons').set({ name_enc }).where('concern_id', '=', second).execute()
    await street.ask('community_staff', 'concerns.readReporter', { id: second, reason: '看看' })
    expect(street.surprises).toHaveLength(1)
  })
})

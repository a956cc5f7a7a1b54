import type { Store } from '../../../src/server/storage/database'
import { keepAccessTokens } from '../../../src/server/wechat/access-token'
import { wechatOverHttps } from '../../../src/server/wechat/https'
import { describeOnEveryEngine } from '../../support/database'
import { startWechat } from '../../support/wechat'
import { answerOf, personOf, refusalOf, type Street, smallStreet, type Who } from '../concerns/small-street'
import { newsOf } from '../volunteers/making'
import { dayOf, pairingOf, proposalOf } from './making'

const PHONE = '10000004321'
const LUO = { name: '罗阿姨', phone: PHONE, consent: 'in_person' as const }

describeOnEveryEngine('who had no account when others spoke for him', (open) => {
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
  afterEach(() => expect(street.surprises).toEqual([]))
  afterAll(() => wechat.stop())

  const proves = async (who: Who) => {
    answerOf(await street.ask(who, 'people.leaveWechatPhone', { code: `of-${who}-${street.time.now}` }))
  }
  const proposed = async () =>
    answerOf(await street.ask('pioneer', 'pairings.propose', proposalOf({ phone: PHONE })))
  const mine = async (who: Who) => answerOf(await street.ask(who, 'hardship.mine', {})).items
  const reported = async () =>
    answerOf(
      await street.ask('head', 'hardship.report', {
        ...{ buildingId: 'JX-001', reasons: ['illness'], told: '看病花光了积蓄', agreed: true },
        neighbour: LUO,
      }),
    ).id
  const logged = async (operation: string) =>
    (
      await store.db.selectFrom('audit_log').select('subject_id').where('operation', '=', operation).execute()
    ).map(({ subject_id }) => subject_id)

  test('a pairing proposed for a number waits for its own word once the number is proven', async () => {
    const { id } = await proposed()
    expect(refusalOf(await street.ask('neighbour', 'pairings.get', { id }))).toBe('NOT_FOUND')
    await proves('neighbour')
    expect(await newsOf(street, 'neighbour')).toEqual(['pairing_proposed'])
    const { state, consent, version, may } = await pairingOf(street, 'neighbour', id)
    expect({ state, consent }).toEqual({ state: 'proposed', consent: null })
    expect(may).toContain('consent')
    answerOf(await street.ask('neighbour', 'pairings.consent', { id, version }))
    expect(await logged('pairings.joined')).toEqual([id])
    const row = await store.db.selectFrom('pairings').select('phone_index').executeTakeFirstOrThrow()
    expect(row.phone_index).toBeNull()
  })

  test('one that runs goes on with its words and notes, now sealed for him', async () => {
    let step = await proposed()
    const proof = { how: 'witness' as const, witness: '王大姐' }
    step = answerOf(await street.ask('community_staff', 'pairings.record_consent', { ...step, proof }))
    const visit = { ...step, day: dayOf(street.time.now), note: '药快吃完了' }
    const { id } = answerOf(await street.ask('volunteer', 'pairings.visit', visit))
    await proves('neighbour')
    expect(await newsOf(street, 'neighbour')).toEqual(['pairing_joined'])
    expect(await pairingOf(street, 'neighbour', id)).toMatchObject({ state: 'active', name: '陈奶奶' })
    expect((await pairingOf(street, 'volunteer', id)).visits).toMatchObject([{ note: '药快吃完了' }])
    const sealed = await store.db.selectFrom('pairing_visits').select('note_enc').executeTakeFirstOrThrow()
    expect(street.system.vault.isPersonal(sealed.note_enc ?? '')).toBe(true)
  })

  test('what a neighbour reported for him is assessed only after he has agreed himself', async () => {
    const id = await reported()
    await proves('neighbour')
    expect(await newsOf(street, 'neighbour')).toEqual(['hardship_to_consent'])
    expect(await mine('neighbour')).toMatchObject([
      { id, own: true, agreed: false, mayConsent: true, version: 2 },
    ])
    const listing = { id, version: 2, level: 2 as const, ownerId: null, reasons: [], words: '医药费压得重' }
    expect(refusalOf(await street.ask('community_staff', 'hardship.list_case', listing))).toBe(
      'CONSENT_NEEDED',
    )
    answerOf(await street.ask('neighbour', 'hardship.consent', { id, version: 2, given: true }))
    answerOf(await street.ask('community_staff', 'hardship.list_case', { ...listing, version: 3 }))
    expect(await logged('hardship.joined')).toEqual([id])
  })

  test('what is on the list already goes on, and he is asked for his own word all the same', async () => {
    const id = await reported()
    const listing = { id, version: 1, level: 2 as const, ownerId: null, reasons: [], words: '医药费压得重' }
    answerOf(await street.ask('community_staff', 'hardship.list_case', listing))
    await proves('neighbour')
    expect(await newsOf(street, 'neighbour')).toEqual(['hardship_joined'])
    expect(await mine('neighbour')).toMatchObject([
      { state: 'listed', mayConsent: true, assessment: '医药费压得重' },
    ])
    const step = { id, version: 3 }
    answerOf(await street.ask('neighbour', 'hardship.consent', { ...step, given: true }))
    expect(await mine('neighbour')).toMatchObject([{ state: 'listed', mayConsent: false, version: 4 }])
  })

  test('his no takes every word of it away', async () => {
    const id = await reported()
    await proves('neighbour')
    answerOf(await street.ask('neighbour', 'hardship.consent', { id, version: 2, given: false }))
    const row = await store.db.selectFrom('hardship_cases').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ state: 'withdrawn', words_enc: null, phone_index: null })
  })

  test('whoever left his own number for somebody else, or proves it later than another, gets nothing', async () => {
    const id = await reported()
    await proves('head')
    expect(await mine('head')).toMatchObject([{ id, own: false }])
    await proves('neighbour')
    await proves('follower')
    expect(await mine('neighbour')).toHaveLength(1)
    expect(await mine('follower')).toEqual([])
    expect(await store.db.selectFrom('hardship_cases').select('person_id').execute()).toEqual([
      { person_id: personOf('neighbour') },
    ])
  })

  test('a number typed by hand joins nothing', async () => {
    await reported()
    answerOf(await street.ask('neighbour', 'people.leavePhone', { phone: PHONE }))
    expect(await mine('neighbour')).toEqual([])
  })
})

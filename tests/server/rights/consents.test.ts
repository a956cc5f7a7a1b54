import { PURPOSES } from '../../../src/core/people/consents'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  LAMP,
  MONDAY,
  nameOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
} from '../concerns/small-street'

describeOnEveryEngine('what somebody agreed to', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })

  const say = (purpose: (typeof PURPOSES)[number], given: boolean) =>
    street.ask('resident', 'consents.say', { purpose, given })
  const stateOf = async (purpose: (typeof PURPOSES)[number]) =>
    answerOf(await street.ask('resident', 'consents.mine', {})).purposes.find(
      (one) => one.purpose === purpose,
    )?.state
  const point = {
    ...LAMP,
    place: { buildingId: null, point: { latE6: 23_170_150, lngE6: 114_420_000 }, words: '' },
  }

  test('nobody is asked before he comes to the feature; using it is the answer, and is written down', async () => {
    expect(await stateOf('phone')).toBe('unasked')
    answerOf(await street.ask('resident', 'people.leavePhone', { phone: '10000000077' }))
    expect(await stateOf('phone')).toBe('given')
  })

  test('yes and no are one tap each, and the history keeps every one', async () => {
    for (const given of [true, false, true]) {
      street.time.now += 1_000
      answerOf(await say('face', given))
    }
    const { history } = answerOf(await say('face', true))
    expect(history.map(({ given }) => given)).toEqual([true, false, true])
    await expect(store.db.deleteFrom('consents').execute()).rejects.toThrow('append-only')
    await expect(store.db.updateTable('consents').set({ given: true }).execute()).rejects.toThrow(
      'append-only',
    )
  })

  test('who takes the phone back cannot be rung any more, and leaves none until he says yes again', async () => {
    answerOf(await street.ask('resident', 'people.leavePhone', { phone: '10000000077' }))
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    answerOf(await say('phone', false))
    const look = { id, reason: '约时间上门' }
    expect(answerOf(await street.ask('grid_staff', 'concerns.readReporter', look)).phone).toBeNull()
    expect(answerOf(await street.ask('resident', 'people.me', {})).phone).toBeNull()
    const leave = { phone: '10000000077' }
    expect(refusalOf(await street.ask('resident', 'people.leavePhone', leave))).toBe('CONSENT_NEEDED')
    street.time.now += 1
    answerOf(await say('phone', true))
    answerOf(await street.ask('resident', 'people.leavePhone', leave))
  })

  test('who takes his face back is anonymous again', async () => {
    answerOf(await street.ask('resident', 'people.showAs', { name: '阿海', avatarId: null }))
    answerOf(await say('face', false))
    const me = answerOf(await street.ask('resident', 'people.me', {}))
    expect(me).toMatchObject({ pseudonymous: true, avatar: null })
    const show = { name: '阿海', avatarId: null }
    expect(refusalOf(await street.ask('resident', 'people.showAs', show))).toBe('CONSENT_NEEDED')
  })

  test('an office is held under its posted name, whatever its holder takes back', async () => {
    answerOf(await street.ask('grid_staff', 'consents.say', { purpose: 'face', given: false }))
    expect(answerOf(await street.ask('grid_staff', 'people.me', {})).name).toBe(nameOf('grid_staff'))
  })

  test('without consent no point on the map is taken; a building or words do as well', async () => {
    answerOf(await say('place', false))
    expect(refusalOf(await street.ask('resident', 'concerns.submit', point))).toBe('CONSENT_NEEDED')
    answerOf(await street.ask('resident', 'concerns.submit', LAMP))
  })

  test('reminders of WeChat end at once', async () => {
    const whose = { street_id: STREET, person_id: personOf('resident') }
    await store.db
      .insertInto('message_grants')
      .values({ ...whose, id: 'g', template: 'progress', granted_at: 1, spent_on: null, ended_at: null })
      .execute()
    answerOf(await say('messages', false))
    const { ended_at } = await store.db.selectFrom('message_grants').selectAll().executeTakeFirstOrThrow()
    expect(ended_at).toBe(MONDAY)
  })

  test('new words ask again, and until then what depends on them stands still', async () => {
    const said = { street_id: STREET, person_id: personOf('resident'), given: true, at: MONDAY - 1 }
    await store.db
      .insertInto('consents')
      .values(PURPOSES.map((purpose) => ({ ...said, id: purpose, purpose, version: 0 })))
      .execute()
    expect(await stateOf('phone')).toBe('outdated')
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    const look = { id, reason: '约时间上门' }
    expect(answerOf(await street.ask('grid_staff', 'concerns.readReporter', look)).phone).toBeNull()
    expect(refusalOf(await street.ask('resident', 'concerns.submit', point))).toBe('CONSENT_NEEDED')
    answerOf(await say('phone', true))
    expect(answerOf(await street.ask('grid_staff', 'concerns.readReporter', look)).phone).toBe('10000000001')
  })
})

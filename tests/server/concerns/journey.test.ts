import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  GRID,
  LAMP,
  nameOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
  type Who,
} from './small-street'

describeOnEveryEngine('a concern on its way', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const submit = async (who: Who = 'resident', more: Partial<typeof LAMP> = {}) =>
    answerOf(await street.ask(who, 'concerns.submit', { ...LAMP, ...more }))
  const see = async (who: Who, id: string) => answerOf(await street.ask(who, 'concerns.get', { id }))
  const inboxOf = async (who: Who) =>
    answerOf(await street.ask(who, 'inbox.list', {})).items.map(({ kind }) => kind)

  /** Accepted by the grid's staff and begun: version 3. */
  const begun = async () => {
    const { id } = await submit()
    const at = (version: number) => ({ id, version })
    answerOf(await street.ask('grid_staff', 'concerns.accept', { ...at(1), level: 2, desk: 'grid' }))
    answerOf(await street.ask('grid_staff', 'concerns.start', at(2)))
    return id
  }

  test('from the first tap to the rating, and everybody is told what concerns him', async () => {
    const photo = await street.photo('resident')
    const { id, no, held } = await submit('resident', { photoIds: [photo] })
    expect([no, held]).toEqual(['XJ2212190001', false])
    expect(await inboxOf('grid_staff')).toEqual(['new'])

    const step = { id, version: 1 }
    answerOf(await street.ask('grid_staff', 'concerns.accept', { ...step, level: 2, desk: 'grid' }))
    answerOf(
      await street.ask('grid_staff', 'concerns.contact', { ...step, version: 2, note: '打过电话，是灯头坏' }),
    )
    answerOf(await street.ask('grid_staff', 'concerns.start', { ...step, version: 3 }))
    const after = await street.photo('grid_staff')
    const outcome = { kind: 'fixed' as const, note: '换了灯头', photoIds: [after] }
    answerOf(await street.ask('grid_staff', 'concerns.resolve', { ...step, version: 4, outcome }))
    answerOf(await street.ask('second_staff', 'concerns.verify', { ...step, version: 5, note: '亮了' }))
    expect((await see('resident', id)).may).toEqual(expect.arrayContaining(['confirm', 'reopen']))
    const rating = { stars: 5 as const, words: '很快' }
    answerOf(await street.ask('resident', 'concerns.confirm', { ...step, version: 6, rating }))

    const seen = await see('guest', id)
    expect(seen).toMatchObject({ state: 'closed', rating: 5, version: 7, closing: 'confirmed' })
    expect(seen.photos.map((one) => one.id)).toEqual([photo])
    expect(seen.outcome?.photos.map((one) => one.id)).toEqual([after])
    expect(seen.timeline.map(({ seq, kind }) => [seq, kind])).toEqual(
      ['submit', 'accept', 'contact', 'start', 'resolve', 'verify', 'confirm'].map((kind, at) => [
        at + 1,
        kind,
      ]),
    )
    expect(await inboxOf('resident')).toEqual(['verify', 'resolve', 'start', 'accept', 'submit'])
  })

  test('what was said on the phone is for the parties; the result is for all', async () => {
    const { id } = await submit()
    answerOf(await street.ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
    answerOf(await street.ask('grid_staff', 'concerns.contact', { id, version: 2, note: '他家老人怕黑' }))
    expect(JSON.stringify(await see('neighbour', id))).not.toContain('他家老人怕黑')
    expect(JSON.stringify(await see('resident', id))).toContain('他家老人怕黑')
  })

  test('escalated it begins anew one step up, on the desk of the community', async () => {
    const id = await begun()
    answerOf(await street.ask('grid_staff', 'concerns.escalate', { id, version: 3, note: '要换整根灯杆' }))
    expect(await see('resident', id)).toMatchObject({ state: 'accepted', level: 1, desk: 'community' })
    expect(await inboxOf('community_staff')).toEqual(['escalated'])
    const queue = answerOf(await street.ask('community_staff', 'concerns.queue', {}))
    expect(queue.items.map((item) => [item.id, item.next])).toEqual([[id, 'start']])
  })

  test('the street whistles and the department arrives', async () => {
    const { id } = await submit('resident', { category: 'GEO_HAZARD', title: '后山边坡掉石头' })
    answerOf(
      await street.ask('street_admin', 'concerns.accept', { id, version: 1, level: 0, desk: 'street' }),
    )
    answerOf(await street.ask('street_admin', 'concerns.start', { id, version: 2 }))
    const whistle = { departmentIds: ['water'], note: '来看看', arriveBy: street.time.now + 3_600_000 }
    const unknown = { ...whistle, departmentIds: ['nobody'] }
    expect(
      refusalOf(await street.ask('street_admin', 'concerns.whistle', { id, version: 3, ...unknown })),
    ).toBe('VALIDATION')
    answerOf(await street.ask('street_admin', 'concerns.whistle', { id, version: 3, ...whistle }))
    expect(await inboxOf('department')).toEqual(['whistled'])
    const waiting = answerOf(await street.ask('department', 'concerns.queue', {}))
    expect(waiting.items.map((item) => [item.id, item.next])).toEqual([[id, 'arrive']])
    answerOf(await street.ask('department', 'concerns.arrive', { id, version: 4, note: '到了' }))
    expect(await see('guest', id)).toMatchObject({ state: 'in_progress', holder: '自来水公司' })
    const streetQueue = async () =>
      answerOf(await street.ask('street_admin', 'concerns.queue', {})).items.map((item) => item.id)
    expect(await streetQueue()).toEqual([])

    // The department lets the promise pass: the street sees it and calls another one.
    street.time.now = (await see('guest', id)).dueAt + 1
    expect(await streetQueue()).toEqual([id])
    await street.store.db
      .insertInto('departments')
      .values({ street_id: STREET, id: 'land', name: '自然资源所' })
      .execute()
    const other = { ...whistle, departmentIds: ['land'], arriveBy: street.time.now + 3_600_000 }
    answerOf(await street.ask('street_admin', 'concerns.whistle', { id, version: 5, ...other }))
    expect((await see('guest', id)).whistles.map(({ name }) => name)).toEqual(['自来水公司', '自然资源所'])
  })

  test('merged: its reporter and its followers follow the other one, once each', async () => {
    const first = await submit('neighbour')
    const second = await submit('resident')
    for (const id of [first.id, second.id]) answerOf(await street.ask('follower', 'concerns.endorse', { id }))
    answerOf(await street.ask('neighbour', 'concerns.endorse', { id: second.id }))
    const merge = { id: second.id, version: 1, into: first.id, note: '' }
    answerOf(await street.ask('grid_staff', 'concerns.merge', merge))

    const kept = await street.store.db
      .selectFrom('endorsements')
      .select('person_id')
      .where('concern_id', '=', first.id)
    const followers = (await kept.execute()).map(({ person_id }) => person_id)
    // The reporter of the first one said "me too" at the second: he is not his own follower.
    expect(followers.sort()).toEqual([personOf('follower'), personOf('resident')])
    expect(await see('resident', second.id)).toMatchObject({ closing: 'merged', mergedInto: first.id })
    const mine = answerOf(await street.ask('resident', 'concerns.mine', {}))
    expect(mine.items.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort())
  })

  test('an anonymous reporter is known to nobody outside the chain, in no answer at all', async () => {
    const { id } = await submit('resident', { anonymous: true })
    const home = { gridPath: GRID }
    for (const who of ['guest', 'neighbour', 'head', 'volunteer'] as const) {
      const answers = [
        await street.ask(who, 'concerns.get', { id }),
        await street.ask(who, 'concerns.list', {}),
        await street.ask(who, 'home.show', home),
        await street.ask(who, 'concerns.similar', {
          category: 'LIGHT_BROKEN',
          buildingId: 'JX-001',
          point: null,
        }),
      ].map((envelope) => JSON.stringify(answerOf(envelope as never)))
      expect(answers[0]).toContain(id)
      expect(
        answers.filter((text) => text.includes(nameOf('resident')) || text.includes(personOf('resident'))),
      ).toEqual([])
    }
    expect((await see('grid_staff', id)).reporter).toBe(nameOf('resident'))
    expect((await see('resident', id)).reporter).toBe(nameOf('resident'))
  })

  test('the head a matter is about sees nothing of it and hears nothing', async () => {
    const { id } = await submit('resident', { category: 'HEAD_CONDUCT', title: '楼栋长乱收清洁费' })
    const absent = await street.ask('head', 'concerns.get', { id: 'nothing-here' })
    expect(await street.ask('head', 'concerns.get', { id })).toEqual(absent)
    expect(await street.ask('head', 'concerns.accept', { id, version: 1, level: 3, desk: 'head' })).toEqual(
      absent,
    )
    expect(answerOf(await street.ask('head', 'concerns.queue', {})).items).toEqual([])
    expect(await inboxOf('head')).toEqual([])
    expect(await inboxOf('grid_staff')).toEqual(['new'])
  })

  test('words of danger are refused and leave nothing; a phone number in the text waits for a look', async () => {
    const risky = { ...LAMP, detail: '再不修弄死你' }
    expect(refusalOf(await street.ask('resident', 'concerns.submit', risky))).toBe('CONTENT_RISKY')
    expect(await street.store.db.selectFrom('concerns').select('id').execute()).toEqual([])
    expect(await street.store.db.selectFrom('daily_numbers').select('last').execute()).toEqual([])

    const { id, held } = await submit('resident', { detail: '房东电话 13800000000' })
    expect(held).toBe(true)
    expect(refusalOf(await street.ask('neighbour', 'concerns.get', { id }))).toBe('NOT_FOUND')
    expect(answerOf(await street.ask('guest', 'concerns.list', {})).items).toEqual([])
    expect(
      answerOf(await street.ask('grid_staff', 'concerns.queue', { tab: 'to_accept' })).items[0]?.next,
    ).toBe('release')
    answerOf(await street.ask('grid_staff', 'concerns.release', { id, version: 1 }))
    expect(answerOf(await street.ask('guest', 'concerns.list', {})).items.map((item) => item.id)).toEqual([
      id,
    ])
  })

  test('who has left no phone cannot be called back, so he cannot report yet', async () => {
    expect(refusalOf(await street.ask('phoneless', 'concerns.submit', LAMP))).toBe('PHONE_REQUIRED')
  })

  test('a place needs no address: a point or a few words are enough', async () => {
    const point = { latE6: 23_170_310, lngE6: 114_420_000 }
    const near = await submit('resident', { place: { buildingId: null, point, words: '' } })
    const words = await submit('grid_staff', { place: { buildingId: null, point: null, words: '榕树下面' } })
    expect((await see('guest', near.id)).gridPath).toBe(`${GRID}.01`)
    expect(await see('guest', words.id)).toMatchObject({ gridPath: GRID, placeLabel: '榕树下面' })
  })

  test("nobody shows another person's photo, nor one photo for two matters", async () => {
    const foreign = await street.photo('neighbour')
    const with_ = (id: string) => street.ask('resident', 'concerns.submit', { ...LAMP, photoIds: [id] })
    expect(refusalOf(await with_(foreign))).toBe('PHOTO_REFUSED')
    const own = await street.photo('resident')
    answerOf(await with_(own))
    expect(refusalOf(await with_(own))).toBe('PHOTO_REFUSED')
    expect(await street.store.db.selectFrom('concerns').select('id').execute()).toHaveLength(1)
  })

  test("me too: once a person, and never on one's own", async () => {
    const { id } = await submit()
    expect(refusalOf(await street.ask('resident', 'concerns.endorse', { id }))).toBe('OWN_CONCERN')
    for (const times of [1, 1]) {
      expect(answerOf(await street.ask('neighbour', 'concerns.endorse', { id })).endorsements).toBe(times)
    }
    const secret = await submit('resident', { category: 'DISPUTE', title: '楼上半夜漏水不修' })
    expect(refusalOf(await street.ask('neighbour', 'concerns.endorse', { id: secret.id }))).toBe('NOT_FOUND')
  })

  test("the reporter's phone is shown to those who have to call, and every look is written down", async () => {
    const { id } = await submit()
    const look = { id, reason: '约时间上门' }
    expect(refusalOf(await street.ask('neighbour', 'concerns.readReporter', look))).toBe('FORBIDDEN')
    expect(answerOf(await street.ask('grid_staff', 'concerns.readReporter', look))).toEqual({
      name: nameOf('resident'),
      phone: '10000000001',
      helped: null,
    })
    const log = await street.store.db
      .selectFrom('access_log')
      .select(['actor_id', 'subject_id', 'reason'])
      .execute()
    expect(log).toEqual([
      { actor_id: personOf('grid_staff'), subject_id: personOf('resident'), reason: '约时间上门' },
    ])
  })

  test('a step on what somebody else has changed meanwhile is told so, and changes nothing', async () => {
    const id = await begun()
    expect(refusalOf(await street.ask('grid_staff', 'concerns.start', { id, version: 2 }))).toBe(
      'VERSION_CONFLICT',
    )
    expect((await see('guest', id)).version).toBe(3)
  })

  test('messages are read one by one and nobody reads those of another', async () => {
    await begun()
    const [message] = answerOf(await street.ask('resident', 'inbox.list', {})).items
    const ids = [message?.id ?? '']
    answerOf(await street.ask('neighbour', 'inbox.read', { ids }))
    expect(answerOf(await street.ask('resident', 'inbox.list', {})).unread).toBe(3)
    answerOf(await street.ask('resident', 'inbox.read', { ids }))
    expect(answerOf(await street.ask('resident', 'inbox.list', {})).unread).toBe(2)
    expect(message?.title).toBe(LAMP.title)
  })
})

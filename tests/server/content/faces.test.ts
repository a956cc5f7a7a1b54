import { runPhotoChecks } from '../../../src/server/content/errands'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, LAMP, personOf, refusalOf, type Who } from '../concerns/small-street'
import { mediaEvent, startTalkingWechat, type WechatStreet, wechatStreet } from './wechat-street'

describeOnEveryEngine('a face on its way to the neighbours', (open) => {
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
  afterEach(() => expect(street.surprises).toEqual([]))

  const showAs = (name: string | null, avatarId: string | null = null) =>
    street.ask('resident', 'people.showAs', { name, avatarId })
  const face = async () => {
    const id = await street.uploaded('resident')
    await store.db.updateTable('photos').set({ use: 'avatar' }).where('id', '=', id).execute()
    return id
  }
  const work = () => runPhotoChecks(street.system, 20)

  test('a face may be taken off while it is being checked; the answer then finds nobody', async () => {
    answerOf(await showAs(null, await face()))
    await work()
    answerOf(await showAs(null, null))
    await street.push(mediaEvent('trace-1', 'risky', 20002))
    answerOf(await showAs(null, await face()))
    answerOf(await showAs(null, null))
    await work()
    expect(await store.db.selectFrom('photos').select('id').execute()).toEqual([])
  })

  describe('that the check did not pass', () => {
    const REASON = '头像里是别人'
    const doubtful = async (suggest = 'review') => {
      const id = await face()
      answerOf(await showAs('老李', id))
      await work()
      await street.push(mediaEvent(street.traces.at(-1) ?? '', suggest, 20012))
      return id
    }
    const livesInHouse1 = () =>
      store.db
        .insertInto('residencies')
        .values({
          street_id: street.system.streetId,
          id: 'home',
          person_id: personOf('resident'),
          building_id: 'JX-001',
          kind: 'tenant',
          floating: true,
          from_at: street.time.now,
          to_at: null,
          confirmed_by: null,
          confirmed_at: null,
          expires_at: null,
        })
        .execute()
    const seenBy = async (who: Who) => answerOf(await street.ask(who, 'content.queue', {})).items
    const decide = (who: Who, photoId: string, shown: boolean, reason = '') =>
      street.ask(who, 'content.decide', { photoId, shown, reason })
    const messages = async () =>
      answerOf(await street.ask('resident', 'inbox.list', {})).items.map(({ kind, note }) => [kind, note])
    const neighbourSees = async () => {
      const { id } = answerOf(await street.ask('resident', 'concerns.submit', { ...LAMP, anonymous: false }))
      return answerOf(await street.ask('neighbour', 'concerns.get', { id })).reporterAvatar !== null
    }

    test('waits for the grid where its owner lives, by name and without his address', async () => {
      await livesInHouse1()
      const id = await doubtful()
      expect(await seenBy('grid_staff')).toEqual([
        {
          id,
          url: street.system.photoLinks.url(id, 'insiders', street.time.now),
          state: 'review',
          why: 'vulgar',
          at: street.time.now,
          shows: { kind: 'face', name: '老李' },
        },
      ])
      expect(await seenBy('community_staff')).toEqual([])
      expect(await seenBy('street_admin')).toEqual([])
    })

    test('is shown to neighbours once somebody of the grid says so', async () => {
      await livesInHouse1()
      const id = await doubtful()
      expect(await neighbourSees()).toBe(false)
      expect(refusalOf(await decide('head', id, true))).toBe('FORBIDDEN')
      expect(answerOf(await decide('grid_staff', id, true))).toEqual({ photoId: id, state: 'pass' })
      expect(await neighbourSees()).toBe(true)
      expect(await seenBy('grid_staff')).toEqual([])
    })

    test('is not shown with a reason, which its owner reads', async () => {
      await livesInHouse1()
      const id = await doubtful()
      answerOf(await decide('grid_staff', id, false, REASON))
      expect(await neighbourSees()).toBe(false)
      expect(await messages()).toContainEqual(['face_refused', REASON])
    })

    test('its owner hears of what the check turned down, and when it is shown after all', async () => {
      await livesInHouse1()
      const id = await doubtful('risky')
      answerOf(await decide('grid_staff', id, true))
      const told = (await messages()).map(([kind]) => kind)
      expect(told.sort()).toEqual(['face_refused', 'face_shown'])
    })

    test('of somebody whose home nobody knows waits for the street', async () => {
      const id = await doubtful()
      expect(await seenBy('grid_staff')).toEqual([])
      expect(refusalOf(await decide('grid_staff', id, true))).toBe('FORBIDDEN')
      expect((await seenBy('street_admin')).map((one) => one.id)).toEqual([id])
      answerOf(await decide('street_admin', id, true))
    })

    test('is gone from the list once it is taken off, and nobody decides about one that is not shown', async () => {
      await livesInHouse1()
      const id = await doubtful()
      answerOf(await showAs('老李', null))
      expect(await seenBy('grid_staff')).toEqual([])
      expect(refusalOf(await decide('grid_staff', id, true))).toBe('NOT_FOUND')
    })
  })
})

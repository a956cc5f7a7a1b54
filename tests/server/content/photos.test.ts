import { ANSWER_LATEST } from '../../../src/core/content/photo'
import { runPhotoChecks } from '../../../src/server/content/errands'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import type { Said } from '../../support/wechat'
import { answerOf, LAMP, refusalOf, type Who } from '../concerns/small-street'
import {
  comesThroughWechat,
  mediaEvent,
  openidOf,
  PUBLIC_URL,
  startTalkingWechat,
  type WechatStreet,
  wechatStreet,
} from './wechat-street'

const MINUTE = 60_000

describeOnEveryEngine('a photo on its way to the neighbours', (open) => {
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

  const report = async (who: Who = 'resident', more: Partial<typeof LAMP> = {}) => {
    const photoId = await street.uploaded(who)
    const { id } = answerOf(
      await street.ask(who, 'concerns.submit', { ...LAMP, ...more, photoIds: [photoId] }),
    )
    return { id, photoId }
  }
  const work = () => runPhotoChecks(street.system, 20)
  const seenBy = async (who: Who, id: string) => {
    const { photos, thumb } = answerOf(await street.ask(who, 'concerns.get', { id }))
    expect(thumb !== null).toBe(photos[0]?.url !== null)
    return photos.map(({ state, url }) => `${state}${url ? '' : ', no address'}`)
  }
  const photoRow = (id: string) =>
    store.db.selectFrom('photos').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const photoCalls = () => street.asked.filter(({ path }) => path === '/wxa/media_check_async')
  const errands = () => store.db.selectFrom('photo_checks').select(['step', 'tries']).execute()
  const inboxOf = async (who: Who) =>
    answerOf(await street.ask(who, 'inbox.list', {})).items.filter(({ kind }) => kind.startsWith('photo_'))

  test('is handed to WeChat once, as its documentation asks, and waits for the answer', async () => {
    const { id, photoId } = await report()
    expect(photoCalls()).toEqual([])
    expect(await work()).toBe(1)
    expect(await work()).toBe(0)
    const [call] = photoCalls()
    expect(photoCalls()).toHaveLength(1)
    expect(call?.body).toEqual({
      version: 2,
      scene: 3,
      media_type: 2,
      openid: openidOf('resident'),
      media_url: `${PUBLIC_URL}${street.system.photoLinks.url(photoId, 'insiders', street.time.now)}`,
    })
    expect(await seenBy('neighbour', id)).toEqual(['pending, no address'])
    expect(await seenBy('guest', id)).toEqual(['pending, no address'])
    expect(await seenBy('resident', id)).toEqual(['pending'])
    expect(await seenBy('grid_staff', id)).toEqual(['pending'])
    expect(street.surprises).toEqual([])
  })

  test.each([
    ['pass', 100, 'pass', 'pass'],
    ['pass', '100', 'pass', 'pass'],
    ['review', 20012, 'pending, no address', 'review'],
    ['risky', '20002', 'refused, no address', 'refused'],
  ] as const)(
    'WeChat says %s (label %s): neighbours %s, staff %s',
    async (suggest, label, neighbours, staff) => {
      const { id } = await report()
      await work()
      expect(await street.push(mediaEvent('trace-1', suggest, label))).toBe('taken')
      expect(await seenBy('neighbour', id)).toEqual([neighbours])
      expect(await seenBy('grid_staff', id)).toEqual([staff])
      expect(await inboxOf('resident')).toHaveLength(suggest === 'risky' ? 1 : 0)
    },
  )

  test('that could not be loaded is no pass', async () => {
    const { photoId } = await report()
    await work()
    const { result: _, ...event } = mediaEvent('trace-1', 'pass') as Record<string, unknown>
    await street.push({ ...event, errcode: '4294966288' })
    expect(await photoRow(photoId)).toMatchObject({ state: 'review', doubt: 'unasked' })
  })

  test('the answer comes twice, and that is once', async () => {
    const { photoId } = await report()
    await work()
    for (let n = 0; n < 3; n += 1) await street.push(mediaEvent('trace-1', 'risky', 20002))
    expect(await photoRow(photoId)).toMatchObject({ state: 'refused', doubt: 'porn' })
    expect(await inboxOf('resident')).toHaveLength(1)
  })

  test('the answer is there before we have written down which photo it is about', async () => {
    const { photoId } = await report()
    street.says.photo = () => ({ errcode: 0, errmsg: 'ok', trace_id: 'early' })
    await street.push(mediaEvent('early', 'pass'))
    await work()
    expect((await photoRow(photoId)).state).toBe('pass')
  })

  test('an event about another photo, or none of ours, changes nothing', async () => {
    const { photoId } = await report()
    await work()
    expect(await street.push(mediaEvent('trace-of-nobody', 'risky'))).toBe('taken')
    expect(await street.push({ MsgType: 'event', Event: 'subscribe_msg_popup_event' })).toBe('ignored')
    expect(await street.push({ Event: 'wxa_media_check' })).toBe('ignored')
    expect((await photoRow(photoId)).state).toBe('pending')
  })

  test('no answer within 35 minutes: a person looks, and an answer that comes late still counts', async () => {
    const { photoId } = await report()
    await work()
    street.time.now += ANSWER_LATEST - 1
    expect(await work()).toBe(0)
    street.time.now += 1
    expect(await work()).toBe(1)
    expect(await photoRow(photoId)).toMatchObject({ state: 'review', doubt: 'unanswered' })
    expect(await errands()).toEqual([])
    await street.push(mediaEvent('trace-1', 'pass'))
    expect((await photoRow(photoId)).state).toBe('pass')
  })

  test('an answer in time leaves nothing to do when the time is over', async () => {
    const { photoId } = await report()
    await work()
    await street.push(mediaEvent('trace-1', 'pass'))
    street.time.now += ANSWER_LATEST
    await work()
    expect((await photoRow(photoId)).state).toBe('pass')
    expect(await errands()).toEqual([])
  })

  test('WeChat cannot be reached: tried again after 1, 2, 4, 8 and 16 minutes, then a person looks', async () => {
    street.says.photo = () => ({ errcode: -1, errmsg: 'system error' })
    const { photoId } = await report()
    for (const minutes of [1, 2, 4, 8, 16]) {
      expect(await work()).toBe(1)
      expect(await work()).toBe(0)
      street.time.now += minutes * MINUTE
    }
    expect(await work()).toBe(1)
    expect(photoCalls()).toHaveLength(5)
    expect(await photoRow(photoId)).toMatchObject({ state: 'review', doubt: 'unasked' })
    expect(await errands()).toEqual([])
  })

  test.each<[string, Said, number]>([
    ['WeChat has not seen its author for two hours', { errcode: 61010 }, 0],
    ['its openid is wrong', { errcode: 40003 }, 1],
  ])('%s: a person looks at once', async (_, said, surprises) => {
    street.says.photo = () => said
    const { photoId } = await report()
    await work()
    expect(await photoRow(photoId)).toMatchObject({ state: 'review', doubt: 'unasked' })
    expect(street.surprises).toHaveLength(surprises)
  })

  test('too many calls for today: tried again later', async () => {
    street.says.photo = () => ({ errcode: 45009, errmsg: 'reach max api daily quota limit' })
    const { photoId } = await report()
    await work()
    expect((await photoRow(photoId)).state).toBe('pending')
    expect(await errands()).toEqual([{ step: 'ask', tries: 1 }])
  })

  test('a cloud function answers in camel case', async () => {
    street.system.wechatApi = {
      call: async () => ({ kind: 'answered', data: { errCode: 0, traceId: 'from-the-cloud' } }),
    }
    const { photoId } = await report()
    await work()
    await street.push(mediaEvent('from-the-cloud', 'pass'))
    expect((await photoRow(photoId)).state).toBe('pass')
  })

  test('of somebody WeChat does not know, or with no address to load it from, is for a person', async () => {
    const unknown = await report('neighbour')
    await work()
    expect(await photoRow(unknown.photoId)).toMatchObject({ state: 'review', doubt: 'unasked' })
    street.system.publicUrl = null
    const unreachable = await report()
    await work()
    expect(await photoRow(unreachable.photoId)).toMatchObject({ state: 'review', doubt: 'unasked' })
    expect(photoCalls()).toEqual([])
  })

  test('is not handed to WeChat while our own address does not lead here: WeChat passes what it cannot load', async () => {
    street.system.leadsHere = async () => false
    const { id, photoId } = await report()
    for (let minute = 0; minute < 40; minute += 1) {
      await work()
      street.time.now += MINUTE
    }
    expect(photoCalls()).toEqual([])
    expect(await photoRow(photoId)).toMatchObject({ state: 'review', doubt: 'unasked' })
    expect(await seenBy('neighbour', id)).toEqual(['pending, no address'])
    expect(String(street.surprises[0])).toContain('LOUDONG_PUBLIC_URL does not lead here')
  })

  test('of a matter that only handlers read is shown to nobody outside', async () => {
    const { photoId } = await report('resident', { category: 'HARDSHIP', title: '家里老人病了没人照看' })
    expect(await work()).toBe(0)
    expect((await photoRow(photoId)).state).toBe('pass')
  })

  test('not sent with any report is shown to nobody at all', async () => {
    await street.uploaded('resident')
    expect(await work()).toBe(0)
  })

  test('a report that was refused leaves no errand', async () => {
    const photoId = await street.uploaded('resident')
    const report = { ...LAMP, photoIds: [photoId, 'no-such-photo'] }
    expect(refusalOf(await street.ask('resident', 'concerns.submit', report))).toBe('PHOTO_REFUSED')
    expect(await errands()).toEqual([])
  })

  test('the photo of a result is checked like any other, and its reporter waits for it too', async () => {
    await comesThroughWechat(street, 'grid_staff')
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    answerOf(await street.ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
    answerOf(await street.ask('grid_staff', 'concerns.start', { id, version: 2 }))
    const after = await street.uploaded('grid_staff')
    const outcome = { kind: 'fixed' as const, note: '换了灯泡', photoIds: [after] }
    answerOf(await street.ask('grid_staff', 'concerns.resolve', { id, version: 3, outcome }))
    const seen = async (who: Who) =>
      answerOf(await street.ask(who, 'concerns.get', { id })).outcome?.photos[0]?.url != null
    expect([await seen('resident'), await seen('grid_head'), await seen('grid_staff')]).toEqual([
      false,
      true,
      true,
    ])
    await work()
    await street.push(mediaEvent('trace-1', 'pass'))
    expect([await seen('resident'), await seen('neighbour')]).toEqual([true, true])
  })
})

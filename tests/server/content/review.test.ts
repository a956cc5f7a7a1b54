import { runPhotoChecks } from '../../../src/server/content/errands'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, LAMP, personOf, refusalOf, type Who } from '../concerns/small-street'
import { mediaEvent, startTalkingWechat, type WechatStreet, wechatStreet } from './wechat-street'

describeOnEveryEngine('photos that wait for a look', (open) => {
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

  /** A photo the check says something of; of a matter that stands with the grid. */
  const doubtful = async (suggest = 'review', label = 20012, who: Who = 'resident') => {
    const photoId = await street.uploaded(who)
    const { id } = answerOf(await street.ask(who, 'concerns.submit', { ...LAMP, photoIds: [photoId] }))
    await runPhotoChecks(street.system, 20)
    await street.push(mediaEvent(street.traces.at(-1) ?? '', suggest, label))
    return { id, photoId }
  }
  const queueOf = async (who: Who) => answerOf(await street.ask(who, 'content.queue', {}))
  const decide = (who: Who, photoId: string, shown: boolean, reason = '') =>
    street.ask(who, 'content.decide', { photoId, shown, reason })
  const neighbourSees = async (id: string) =>
    answerOf(await street.ask('neighbour', 'concerns.get', { id })).photos[0]?.url != null

  test("are on the grid's list with matter, place and reason, and on nobody else's", async () => {
    const { id, photoId } = await doubtful()
    const { items, waiting } = await queueOf('grid_staff')
    expect(waiting).toBe(1)
    expect(items).toEqual([
      {
        id: photoId,
        url: street.system.photoLinks.url(photoId, 'insiders', street.time.now),
        state: 'review',
        why: 'vulgar',
        at: street.time.now,
        shows: {
          kind: 'report',
          concern: {
            id,
            no: expect.stringMatching(/^XJ/),
            category: 'LIGHT_BROKEN',
            title: LAMP.title,
            placeLabel: '1栋',
          },
        },
      },
    ])
    expect((await queueOf('grid_head')).waiting).toBe(1)
    // 先给网格员看一眼: those above see what stands with themselves.
    expect((await queueOf('community_staff')).waiting).toBe(0)
    for (const who of ['resident', 'head', 'police', 'department', 'auditor', 'secretary'] as const)
      expect(refusalOf(await street.ask(who, 'content.queue', {}))).toBe('FORBIDDEN')
  })

  test('are shown once somebody of the grid says so; who and when is written down', async () => {
    const { id, photoId } = await doubtful()
    expect(await neighbourSees(id)).toBe(false)
    expect(answerOf(await decide('grid_staff', photoId, true))).toEqual({ photoId, state: 'pass' })
    expect(await neighbourSees(id)).toBe(true)
    expect((await queueOf('grid_staff')).waiting).toBe(0)
    const row = store.db.selectFrom('photos').selectAll().where('id', '=', photoId)
    expect(await row.executeTakeFirstOrThrow()).toMatchObject({
      decided_by: personOf('grid_staff'),
      decided_at: street.time.now,
      doubt: 'vulgar',
    })
  })

  test('are not shown with a reason, which their author reads; the matter goes on', async () => {
    const { id, photoId } = await doubtful()
    expect(refusalOf(await decide('grid_staff', photoId, false))).toBe('VALIDATION')
    answerOf(await decide('grid_staff', photoId, false, '拍到了别人的脸'))
    expect(await neighbourSees(id)).toBe(false)
    const [message] = answerOf(await street.ask('resident', 'inbox.list', {})).items
    expect(message).toMatchObject({
      kind: 'photo_refused',
      concernId: id,
      title: LAMP.title,
      note: '拍到了别人的脸',
    })
    answerOf(await street.ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
  })

  test('that the check turned down may be shown after all, and their author hears of both', async () => {
    const { id, photoId } = await doubtful('risky', 20002)
    expect((await queueOf('grid_staff')).items[0]).toMatchObject({ state: 'refused', why: 'porn' })
    answerOf(await decide('grid_staff', photoId, true))
    expect(await neighbourSees(id)).toBe(true)
    const kinds = answerOf(await street.ask('resident', 'inbox.list', {})).items.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind.startsWith('photo_')).sort()).toEqual(['photo_refused', 'photo_shown'])
  })

  test('nobody decides about his own photo, and it is not on his list', async () => {
    const { photoId } = await doubtful('review', 20012, 'grid_staff')
    expect((await queueOf('grid_staff')).waiting).toBe(0)
    expect((await queueOf('second_staff')).waiting).toBe(1)
    expect(refusalOf(await decide('grid_staff', photoId, true))).toBe('SELF_APPROVAL')
    answerOf(await decide('second_staff', photoId, true))
  })

  test('what one decided another does not decide again, and WeChat does not either', async () => {
    const { id, photoId } = await doubtful()
    answerOf(await decide('grid_staff', photoId, true))
    expect(refusalOf(await decide('grid_head', photoId, false, '不合适'))).toBe('NOT_IN_THIS_STATE')
    await street.push(mediaEvent('trace-1', 'risky', 20002))
    expect(await neighbourSees(id)).toBe(true)
  })

  test('two at the same instant: one decides', async () => {
    const { photoId } = await doubtful()
    const both = await Promise.all([
      decide('grid_staff', photoId, true),
      decide('second_staff', photoId, false, '不合适'),
    ])
    expect(both.map(refusalOf).sort()).toEqual(['NOT_IN_THIS_STATE', null].sort())
  })

  test('a photo that has passed, does not exist, or belongs to nothing is not there to be decided', async () => {
    const { photoId } = await doubtful('pass', 100)
    expect(refusalOf(await decide('grid_staff', photoId, true))).toBe('NOT_IN_THIS_STATE')
    expect(refusalOf(await decide('grid_staff', 'no-such-photo', true))).toBe('NOT_FOUND')
    expect(refusalOf(await decide('grid_staff', await street.uploaded('resident'), true))).toBe('NOT_FOUND')
  })

  test('come page by page, the longest waiting first', async () => {
    const ids: string[] = []
    for (let n = 0; n < 3; n += 1) {
      const photos = await Promise.all(Array.from({ length: 9 }, () => street.uploaded('neighbour')))
      answerOf(await street.ask('neighbour', 'concerns.submit', { ...LAMP, photoIds: photos }))
      ids.push(...photos)
    }
    await runPhotoChecks(street.system, 100)
    const first = await queueOf('grid_staff')
    expect([first.items.length, first.waiting]).toEqual([20, 27])
    const next = answerOf(await street.ask('grid_staff', 'content.queue', { cursor: first.cursor }))
    expect(next.cursor).toBeNull()
    const all = [...first.items, ...next.items].map(({ id }) => id)
    expect([...all].sort()).toEqual([...ids].sort())
  })
})

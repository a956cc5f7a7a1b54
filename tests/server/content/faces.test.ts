import { runPhotoChecks } from '../../../src/server/content/errands'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf } from '../concerns/small-street'
import { mediaEvent, startTalkingWechat, type WechatStreet, wechatStreet } from './wechat-street'

jest.setTimeout(120_000)

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
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openDoor } from '../../../src/http/app'
import { sendDueMessages } from '../../../src/server/messages/send'
import { openPhotoFolder } from '../../../src/server/photos/store'
import type { Store } from '../../../src/server/storage/database'
import { answerOf } from '../../server/concerns/small-street'
import { type StreetWithWechat, streetWithWechat } from '../../server/messages/mail'
import { memoryStore } from '../../support/database'
import { onHost } from '../on-host'
import { Phone } from '../phone'

// DevTools would ask the holder of a real account.
const withHost = process.env.WEAPP_WS ? describe.skip : describe

const MINUTE = 60_000

withHost('a message of WeChat', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'loudong-messages-'))
  let store: Store
  let street: StreetWithWechat
  let door: FastifyInstance
  let phone: Phone

  beforeAll(async () => {
    store = await memoryStore()
    street = await streetWithWechat(store)
    street.system.wechat = {
      openidOf: async (code) => ({ ok: true, value: `openid-of-${code.split('-')[0]}` }),
    }
    const photos = openPhotoFolder(path.join(folder, 'photos'))
    door = await openDoor({ system: street.system, photos, pagesFolder: path.join(folder, 'none') })
    const address = await door.listen({ host: '127.0.0.1', port: 0 })
    phone = await Phone.open({ address, stop: async () => undefined })
    await onHost(phone).subscriptions({ 'id-progress': 'accept', 'id-result': 'reject' })
  })

  afterAll(async () => {
    await phone?.close()
    await door?.close()
    street?.server.stop()
    await store?.close()
    rmSync(folder, { recursive: true })
  })

  afterEach(() => {
    expect(phone.complaints.splice(0)).toEqual([])
    expect(street.surprises).toEqual([])
  })

  /** Time passes, and the clock runs. */
  const later = (ms: number) => {
    street.time.now += ms
    return sendDueMessages(street.system, 10)
  }
  const matter = () => store.db.selectFrom('concerns').select(['id', 'version']).executeTakeFirstOrThrow()

  test('whoever hands over a matter is asked in that very tap, and accepts one message', async () => {
    await phone.signsInAs('wei')
    await phone.tap('路灯')
    await phone.tap(/^1栋/)
    await phone.tap('交给网格员')
    await phone.sees('留个电话，好联系您')
    await phone.writes('#phone', '13800138000')
    await phone.tap('留下，接着交')
    await phone.sees('收到了')
    const granted = await store.db.selectFrom('message_grants').select('template').execute()
    expect(granted).toEqual([{ template: 'progress' }])
    street.wechat.grant('openid-of-wei', 'progress')
  })

  test('his matter is taken up, the clock runs, and WeChat receives a message that leads to it', async () => {
    const { id, version } = await matter()
    const accept = { id, version, level: 2, desk: 'grid' } as const
    answerOf(await street.ask('grid_staff', 'concerns.accept', accept))
    expect(await later(MINUTE)).toBe(1)
    const [letter] = street.wechat.letters
    expect(letter?.touser).toBe('openid-of-wei')
    expect(letter?.data.phrase2?.value).toBe('已受理')

    await phone.go(`/${letter?.page}`)
    await phone.sees('1栋路灯不亮了')
  })

  test('the next news finds no grant: it waits in the inbox alone', async () => {
    const { id, version } = await matter()
    answerOf(await street.ask('grid_staff', 'concerns.start', { id, version }))
    expect(await later(60 * MINUTE)).toBe(0)
    expect(street.wechat.letters).toHaveLength(1)
    await phone.go('/pages/inbox/index', 'switchTab')
    await phone.sees('开始办了')
    await phone.shot('17-inbox-alone')
  })

  test('under 我的 a tap gives another, and what was refused may be taken now', async () => {
    await onHost(phone).subscriptions({ 'id-result': 'accept' })
    await phone.go('/pages/me/index', 'switchTab')
    await phone.tap(/^微信提醒/)
    await phone.sees('还能收到进度1条、结果1条')
    await phone.shot('18-me-messages')
  })
})

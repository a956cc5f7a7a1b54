import type { App } from '../../support/app'
import { onHost } from '../on-host'
import { Phone, startServer, until } from '../phone'

// DevTools cannot be told to lose the network or to turn dark.
const host = process.env.WEAPP_WS ? describe.skip : describe

host('a phone that changes under the app', () => {
  let app: App
  let phone: Phone

  beforeAll(async () => {
    app = await startServer()
    phone = await Phone.open(app)
  })
  afterAll(async () => {
    await phone?.close()
    await app?.stop()
  })
  afterEach(() => expect(phone.complaints.splice(0)).toEqual([]))

  test('without a network the list says so, and fills by itself when the network is back', async () => {
    await phone.sees('本月办的事')
    await onHost(phone).network({ type: 'none' })
    await phone.go('/pages/concerns/index', 'switchTab')
    await phone.sees('没网了')
    await onHost(phone).network({ type: '4g' })
    await phone.sees('照不到灯')
  })

  test('the phone turns dark, and the app with it', async () => {
    const isDark = async () => (await (await phone.page()).$('.ld-dark')) !== null
    expect(await isDark()).toBe(false)
    await onHost(phone).theme('dark')
    await until('a dark page', isDark)
    await phone.shot('16-dark')
    await onHost(phone).theme('light')
  })

  test('a public matter is passed on with its title and its address, a list is not', async () => {
    await phone.tap(/照不到灯/)
    await phone.isOn('packages/concern/detail/index')
    await phone.sees('现在归谁管')
    const { id } = (await phone.page()).query as { id: string }
    expect(await onHost(phone).share()).toMatchObject({
      title: expect.stringMatching(/./),
      path: `/packages/concern/detail/index?id=${id}`,
    })
    await phone.go('/pages/inbox/index', 'switchTab')
    await expect(onHost(phone).share()).rejects.toThrow('does not offer sharing')
  })
})

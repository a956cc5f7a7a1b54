import type { App } from '../../support/app'
import { ask, tokenOf } from '../../support/asking'
import { until as asked } from '../../support/until'
import { onHost } from '../on-host'
import { Phone, startServer } from '../phone'

// Only the host can cut the network off.
const whereNetworksFail = process.env.WEAPP_WS ? describe.skip : describe

whereNetworksFail('without a network', () => {
  let app: App
  let phone: Phone
  let matter: string

  beforeAll(async () => {
    app = await startServer()
    const { items } = await ask(app.address, 'concerns.list', { show: 'open' })
    const mine = await ask(app.address, 'concerns.mine', {}, await tokenOf(app.address, 'resident.li'))
    const own = new Set(mine.items.map(({ id }) => id))
    matter = items.find(({ id, state }) => state === 'in_progress' && !own.has(id))?.id ?? ''
    phone = await Phone.open(app)
    await phone.signsInAsDemo('resident.li')
  })

  afterAll(async () => {
    await phone?.close()
    await app?.stop()
  })

  const endorsements = async () => (await ask(app.address, 'concerns.get', { id: matter })).endorsements

  test('我也遇到 is kept, shown in 我的, and counted once when the network is back', async () => {
    const before = await endorsements()
    await phone.go(`/packages/concern/detail/index?id=${matter}`)
    await phone.sees('现在归谁管')
    await onHost(phone).network({ type: 'none' })
    await phone.tap('我也遇到')
    await phone.sees('有网了自动交')
    await phone.shot('10-unsent')
    await phone.go('/pages/me/index', 'switchTab')
    await phone.sees('还没送出的1件')
    expect(await endorsements()).toBe(before)

    await onHost(phone).network({ type: 'wifi' })
    expect(await asked(endorsements, (count) => count > before)).toBe(before + 1)
    await asked(
      () => phone.text(),
      (text) => !text.includes('还没送出的'),
    )
    expect(await phone.text()).not.toContain('还没送出的')
    expect(phone.complaints).toEqual([])
  })

  test('a new version that lies ready is asked for at the head of a tab, and may wait', async () => {
    await onHost(phone).update('ready')
    await phone.sees('有新版了')
    await phone.shot('11-new-version')
    await phone.tap('等会儿')
    await asked(
      () => phone.text(),
      (text) => !text.includes('有新版了'),
    )
    expect(await phone.text()).not.toContain('有新版了')
  })

  test('a mishap that nobody caught is told to the server, without a word of anybody', async () => {
    await phone.program.mockWxMethod(
      'request',
      `function (options) {
        var wx = this
        if (/client.report/.test(options.url)) getApp().told = options.data
        return new Promise(function (success, fail) {
          wx.origin(Object.assign({}, options, { success: success, fail: fail }))
        })
      }`,
    )
    const code = "function () { setTimeout(function () { throw new TypeError('李先生13800138000') }) }"
    await phone.program.evaluate(code as never)
    await phone.complains(/13800138000/)
    const told = await asked(
      async () => String(await phone.program.evaluate('function () { return getApp().told }' as never)),
      (text) => text.includes('TypeError'),
    )
    expect(JSON.parse(told)).toMatchObject({ kind: 'error', target: 'weapp', name: 'TypeError', message: '' })
    expect(told).not.toMatch(/李|13800138000/)
  })
})

import type { App } from '../../support/app'
import { onHost } from '../on-host'
import { Phone, startServer } from '../phone'

// What only the host can do or tell; on DevTools there is nothing to test here.
const host = process.env.WEAPP_WS ? describe.skip : describe

host('the host', () => {
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

  const refusalOf = (method: string, url: string) =>
    phone.program.callWxMethod(method, { url }).then(
      () => 'no refusal',
      (failure: Error) => failure.message,
    )

  test('the first page costs at most 50 KB of setData', async () => {
    await phone.sees('本月办的事')
    await phone.settles()
    const { setDataCalls, setDataBytes, nodes } = await onHost(phone).tally()
    console.log(`first page: ${setDataBytes} bytes of setData in ${setDataCalls} calls, ${nodes} nodes`)
    expect(setDataBytes).toBeGreaterThan(1_000)
    expect(setDataBytes).toBeLessThanOrEqual(50 * 1024)
  })

  test('closing the welcome costs one setData of at most 10 KB', async () => {
    const { setDataCalls, setDataBytes } = await onHost(phone).costOf(async () => {
      await phone.tap('就这样')
      await phone.settles()
    })
    console.log(`closing the welcome: ${setDataBytes} bytes of setData in ${setDataCalls} calls`)
    expect(setDataBytes).toBeLessThanOrEqual(10 * 1024)
  })

  test('a tab is switched to, never put on top; the eleventh page is refused', async () => {
    expect(await refusalOf('navigateTo', '/pages/me/index')).toMatch('can not navigateTo a tabbar page')
    for (let n = 2; n <= 10; n += 1)
      expect(await refusalOf('navigateTo', '/packages/entry/look/index')).toBe('no refusal')
    expect(await refusalOf('navigateTo', '/packages/entry/look/index')).toMatch('page limit exceeded: 10')
    await phone.go('/pages/home/index')
  })

  test('an address the mini-program was not built for is refused', async () => {
    expect(await refusalOf('request', 'https://elsewhere.test/rpc')).toMatch('url not in domain list')
  })

  test.each([
    ['the document of a browser', 'document.title', /Cannot read properties of undefined/],
    ['the storage of a browser', 'globalThis.localStorage.length', /Cannot read properties of undefined/],
    ['the network of a browser', 'typeof fetch', /undefined/],
  ])('%s is absent', async (_, code, answer) => {
    const said = await phone.program
      .evaluate(`function () { return ${code} }` as never)
      .catch((why: Error) => why.message)
    expect(said).toMatch(answer)
  })

  test.each([
    ['console.error', "console.error('mishap')", /mishap/],
    ['an error nobody caught', "setTimeout(function () { throw new Error('mishap') })", /mishap/],
    ['a promise nobody caught', "Promise.reject(new Error('mishap'))", /mishap/],
    ['a name wx does not have', 'wx.openBluetoothAdapter', /wx.openBluetoothAdapter is not in the host/],
    [
      'a template that does not exist',
      "getCurrentPages()[0].setData({ 'root.cn.[0].cn': [{ nn: 'marquee', sid: 'x' }] })",
      /Template `tmpl_0_marquee` not found/,
    ],
  ])('%s is a complaint', async (_, code, complaint) => {
    await phone.program.evaluate(`function () { ${code} }` as never)
    await phone.complains(complaint)
  })
})

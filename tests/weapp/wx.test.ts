import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onHost, openFixture } from './on-host'
import { type Phone, until } from './phone'

jest.setTimeout(120_000)

// What WeChat documents of `wx`; only the host needs to be told.
const host = process.env.WEAPP_WS ? describe.skip : describe
const ALLOWED = 'https://loudong.test'

host('wx in the host', () => {
  const server = createServer((_, response) => response.end('{"ok":true}'))
  const kept = new Map<string, string>()
  let phone: Phone
  let its: ReturnType<typeof onHost>

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    phone = await openFixture({
      domain: { allowed: ALLOWED, server: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
      cloud: {
        environment: 'estate',
        functions: {
          echo: async (event) => event,
          broken: () => Promise.reject(new Error('no street')),
          talkative: async () => 'x'.repeat(1024 * 1024),
        },
        keep: (cloudPath, content) => kept.set(cloudPath, content.toString()),
      },
      launch: { path: 'second/index', query: { from: 'qr', scene: 'b%3DJX-23' }, scene: 1047 },
    })
    its = onHost(phone)
  })
  afterAll(async () => {
    await phone?.close()
    server.closeAllConnections()
    server.close()
  })
  afterEach(() => expect(phone.complaints.splice(0)).toEqual([]))

  /** Runs code of a mini-program; a refusal is an answer too. */
  const run = (code: string, ...given: unknown[]): Promise<never> =>
    phone.program.evaluate(code as never, ...given) as Promise<never>
  const asks = (method: string, options: object = {}) =>
    run(
      `function (method, options) {
        var own = method.split('.').reduce(function (at, name) { return at[name] }, wx)
        return own(options).catch(function (why) { return why })
      }`,
      method,
      options,
    )
  const heard = async (type: string) =>
    ((await run('function () { return getApp().heard }')) as { type: string; detail: unknown }[])
      .filter((event) => event.type === type)
      .map(({ detail }) => detail)
  const hears = (type: string) => until(type, async () => (await heard(type)).at(-1) as never)
  const tap = async (id: string) => (await (await phone.page()).$(`#${id}`))?.tap()

  test('a scanned code opens its page with the scene still encoded', async () => {
    await phone.isOn('second/index')
    await phone.sees('从qr来，b%3DJX-23')
    expect((await heard('onLaunch'))[0]).toMatchObject({ path: 'second/index', scene: 1047 })
    expect(await run('function () { return wx.getLaunchOptionsSync().query }')).toEqual({
      from: 'qr',
      scene: 'b%3DJX-23',
    })
  })

  test('it goes to the back and comes to the front, also by another link', async () => {
    await run('function () { wx.onAppHide(function () { getApp().heard.push({ type: "listener" }) }) }')
    await its.hide()
    expect(await heard('listener')).toHaveLength(1)
    await its.show()
    await its.show({ path: 'form/index', scene: 1007 })
    await phone.isOn('form/index')
    expect(await heard('onHide')).toHaveLength(1)
    expect((await heard('onShow')).at(-1)).toMatchObject({ path: 'form/index', scene: 1007 })
  })

  test('a link to a page that does not exist is told to the app', async () => {
    await its.show({ path: 'gone/index' })
    expect(await hears('onPageNotFound')).toMatchObject({ path: 'gone/index' })
  })

  describe('the network', () => {
    afterEach(() => its.network({ type: 'wifi', answers: true }))

    test('a request is answered', async () => {
      expect(await run(REQUEST, 1_000)).toMatchObject({ statusCode: 200, data: { ok: true } })
    })

    test('without a network a request fails, and the change is told', async () => {
      await run(
        'function () { wx.onNetworkStatusChange(function (now) { getApp().heard.push({ type: "network", detail: now }) }) }',
      )
      await its.network({ type: 'none' })
      expect(await run(REQUEST, 1_000)).toMatchObject({
        errMsg: expect.stringMatching(/^request:fail /),
        errno: 600001,
      })
      await its.network({ type: '4g' })
      expect(await heard('network')).toEqual([
        { isConnected: false, networkType: 'none' },
        { isConnected: true, networkType: '4g' },
      ])
    })

    test('where nothing comes back the request ends after its time', async () => {
      await its.network({ answers: false })
      expect(await run(REQUEST, 50)).toMatchObject({ errMsg: 'request:fail timeout', errno: 5 })
    })

    test('an upload leaves in several pieces', async () => {
      const { progress, data } = (await run(UPLOAD)) as { progress: number[]; data: string }
      expect(progress).toEqual([20, 60, 90, 100])
      expect(data).toBe('{"ok":true}')
    })

    test('a request can be given up', async () => {
      await its.network({ answers: false })
      expect(await run(ABORT)).toMatchObject({ errMsg: 'request:fail abort' })
    })
  })

  describe('the cloud', () => {
    test('before init no call is made', async () => {
      expect(await asks('cloud.callFunction', { name: 'echo' })).toMatchObject({
        errMsg: expect.stringContaining("Cloud API isn't enabled"),
      })
    })

    test('a function answers an event', async () => {
      await run(`function () { wx.cloud.init({ env: 'estate' }) }`)
      expect(await asks('cloud.callFunction', { name: 'echo', data: { a: 1 } })).toMatchObject({
        errMsg: 'cloud.callFunction:ok',
        result: { a: 1 },
      })
    })

    test.each([
      ['no function of that name', { name: 'nobody' }, -501000],
      ['a function that throws', { name: 'broken' }, -504002],
      ['an event of more than 100 KB', { name: 'echo', data: { a: 'x'.repeat(100 * 1024) } }, -501007],
      ['an answer of more than 1 MB', { name: 'talkative' }, -501007],
    ])('%s is refused', async (_, call, errCode) => {
      expect(await asks('cloud.callFunction', call)).toMatchObject({
        errCode,
        errMsg: expect.stringContaining('cloud.callFunction:fail Error: errCode'),
      })
    })

    test('a file gets an id', async () => {
      await run(WRITE)
      const upload = { cloudPath: 'photos/1.jpg', filePath: 'wxfile://usr/1.jpg' }
      expect(await asks('cloud.uploadFile', upload)).toMatchObject({
        fileID: 'cloud://estate.bucket/photos/1.jpg',
      })
      expect(kept.get('photos/1.jpg')).toBe('photo')
      expect(await asks('cloud.uploadFile', { ...upload, filePath: 'gone' })).toMatchObject({ errCode: -1 })
    })
  })

  describe('privacy', () => {
    beforeEach(async () => {
      await phone.go('/parts/index')
      await its.privacy({ needed: true, answer: 'disagree' })
      await phone.program.mockWxMethod('chooseMedia', { tempFiles: [] })
    })
    afterEach(() => its.privacy({ needed: false }))

    const REFUSED = { errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 }

    test('where the app does not ask, WeChat does, and the answer counts', async () => {
      expect(await asks('getPrivacySetting')).toMatchObject({ needAuthorization: true })
      expect(await asks('chooseMedia')).toEqual(REFUSED)
      await its.privacy({ answer: 'agree' })
      expect(await asks('chooseMedia')).toMatchObject({ tempFiles: [] })
      expect(await asks('getPrivacySetting')).toMatchObject({ needAuthorization: false })
    })

    test('where the app asks, what is private waits for its button', async () => {
      await run(ASK_FOR_PRIVACY)
      const chosen = asks('chooseMedia')
      await hears('privacy')
      await tap('agree')
      await run(`function () { getApp().answer({ event: 'agree', buttonId: 'agree' }) }`)
      expect(await chosen).toMatchObject({ tempFiles: [] })
    })

    test.each([
      ['a refusal', { event: 'disagree' }, REFUSED.errMsg],
      [
        'an agreement nobody tapped',
        { event: 'agree', buttonId: 'agree' },
        `${REFUSED.errMsg} or buttonId is wrong`,
      ],
    ])('%s fails', async (_, answer, errMsg) => {
      await run(ASK_FOR_PRIVACY)
      const chosen = asks('chooseMedia')
      await until('the question', async () => (await heard('privacy')).length > 0)
      await run('function (answer) { getApp().answer(answer) }', answer)
      expect(await chosen).toEqual({ errMsg, errno: 104 })
    })

    test('the button for the phone number waits as well', async () => {
      await run(ASK_FOR_PRIVACY)
      await run('function () { getApp().heard.length = 0 }')
      await tap('phone')
      expect(await hears('privacy')).toEqual({ referrer: 'button.getPhoneNumber' })
      await run(`function () { getApp().answer({ event: 'disagree' }) }`)
      expect(await hears('getphonenumber')).toEqual({
        errMsg: 'getPhoneNumber:fail privacy permission is not authorized',
        errno: 104,
      })
    })
  })

  describe('subscribing', () => {
    beforeEach(() => phone.go('/second/index'))
    const templates = (ids: string[]) =>
      run('function (ids) { getApp().templates = ids; getApp().heard.length = 0 }', ids)

    test('each template gets the answer of the holder', async () => {
      await its.subscriptions({ accepted: 'accept', banned: 'ban' })
      await templates(['accepted', 'banned', 'other'])
      await tap('ask')
      expect(await hears('answer')).toEqual({
        errMsg: 'requestSubscribeMessage:ok',
        accepted: 'accept',
        banned: 'ban',
        other: 'reject',
      })
    })

    test('more than three at once are refused', async () => {
      await templates(['1', '2', '3', '4'])
      await tap('ask')
      expect(await hears('answer')).toMatchObject({ errCode: 20003 })
    })

    test('no longer in the tap it is refused', async () => {
      await templates(['accepted'])
      await tap('ask-late')
      expect(await hears('answer')).toMatchObject({
        errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
      })
    })
  })

  test('a modal stays until it is answered; its buttons have room for four letters', async () => {
    const answer = asks('showModal', { title: '退出', content: '要退出吗' })
    await until('the modal', async () => (await its.shown()).modal?.title === '退出')
    await phone.program.native().confirmModal()
    expect(await answer).toMatchObject({ confirm: true, cancel: false })
    expect(await asks('showModal', { confirmText: '我确定退出' })).toMatchObject({
      errMsg: 'showModal:fail confirmText length should not larger than 4 Chinese characters',
    })
  })

  test('a toast takes the place of a loading, and goes by itself', async () => {
    await asks('showLoading', { title: '在交' })
    expect(await its.shown()).toEqual({ loading: '在交' })
    await asks('showToast', { title: '交上了', duration: 100 })
    expect(await its.shown()).toEqual({ toast: '交上了' })
    await until('no toast', async () => (await its.shown()).toast === undefined)
  })

  test('the theme, a warning of memory and a newer version are told', async () => {
    await run(LISTEN)
    await its.theme('dark')
    await its.memoryWarning(10)
    await its.update('ready')
    await phone.isOn('form/index')
    expect(await heard('told')).toEqual([{ theme: 'dark' }, { level: 10 }])
    expect(await run('function () { return wx.getAppBaseInfo().theme }')).toBe('dark')
    await its.theme('light')
  })

  test('logs are kept, and who it is known', async () => {
    await run(`function () { wx.getRealtimeLogManager().error('slow', 1); wx.getLogManager().info('fine') }`)
    expect(await its.logs()).toEqual([
      { manager: 'realtime', level: 'error', words: ['slow', 1] },
      { manager: 'log', level: 'info', words: ['fine'] },
    ])
    expect(await run('function () { return wx.getAccountInfoSync().miniProgram.envVersion }')).toBe('release')
  })

  test('an error nobody caught is told to the app and to who listens, and is a complaint', async () => {
    await run(`function () {
      wx.onError(function (error) { getApp().heard.push({ type: 'error', detail: error.message }) })
      wx.onUnhandledRejection(function (why) { getApp().heard.push({ type: 'rejected', detail: why.reason }) })
      setTimeout(function () { throw new Error('mishap') })
      Promise.reject('mishap')
    }`)
    expect(await hears('error')).toMatch('mishap')
    expect(await hears('onError')).toBe('string')
    expect(await hears('rejected')).toBe('mishap')
    await phone.complains(/mishap/)
  })

  test('setData is counted since a mark', async () => {
    const cost = await its.costOf(async () => {
      await run(`function () { getCurrentPages()[0].setData({ words: '四个汉字' }) }`)
    })
    expect(cost).toMatchObject({ setDataCalls: 1, setDataBytes: 24, largestSetData: 24 })
  })

  test('more than 256 KB in one setData is a complaint', async () => {
    await run(`function () { getCurrentPages()[0].setData({ words: 'x'.repeat(256 * 1024) }) }`)
    await phone.complains(/setData of \d+ bytes/)
  })
})

const REQUEST = `function (timeout) {
  return new Promise(function (resolve) {
    wx.request({ url: '${ALLOWED}/rpc', timeout: timeout, success: resolve, fail: resolve })
  })
}`

const ABORT = `function () {
  return new Promise(function (resolve) {
    wx.request({ url: '${ALLOWED}/rpc', success: resolve, fail: resolve }).abort()
  })
}`

const WRITE = `function () {
  wx.getFileSystemManager().writeFileSync('wxfile://usr/1.jpg', 'photo')
}`

const UPLOAD = `function () {
  wx.getFileSystemManager().writeFileSync('wxfile://usr/1.jpg', 'photo')
  return new Promise(function (resolve) {
    var progress = []
    var task = wx.uploadFile({ url: '${ALLOWED}/photos', filePath: 'wxfile://usr/1.jpg', name: 'photo',
      success: function (answer) { resolve({ progress: progress, data: answer.data }) }, fail: resolve })
    task.onProgressUpdate(function (now) { progress.push(now.progress) })
  })
}`

const ASK_FOR_PRIVACY = `function () {
  getApp().heard.length = 0
  wx.onNeedPrivacyAuthorization(function (resolve, about) {
    getApp().answer = resolve
    getApp().heard.push({ type: 'privacy', detail: about })
  })
}`

const LISTEN = `function () {
  var tell = function (now) { getApp().heard.push({ type: 'told', detail: now }) }
  wx.onThemeChange(tell)
  wx.onMemoryWarning(tell)
  var updates = wx.getUpdateManager()
  updates.onUpdateReady(function () { updates.applyUpdate() })
}`

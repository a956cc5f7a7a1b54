import { inside, onHost, openFixture } from './on-host'
import { type Phone, until } from './phone'

// What WeChat documents of `wx`; only the host needs to be told.
const host = process.env.WEAPP_WS ? describe.skip : describe

host('wx in the host', () => {
  let phone: Phone
  let its: ReturnType<typeof onHost>

  beforeAll(async () => {
    phone = await openFixture({
      launch: { path: 'second/index', query: { from: 'qr', scene: 'b%3DJX-23' }, scene: 1047 },
    })
    its = onHost(phone)
  })
  afterAll(() => phone?.close())
  afterEach(() => expect(phone.complaints.splice(0)).toEqual([]))
  const { run, asks, heard, hears, tap } = inside(() => phone)

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

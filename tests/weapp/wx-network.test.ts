import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inside, onHost, openFixture } from './on-host'
import type { Phone } from './phone'

// What WeChat documents of the ways out of a phone; only the host can be told to lose them.
const host = process.env.WEAPP_WS ? describe.skip : describe
const ALLOWED = 'https://loudong.test'

host('the ways out of a phone in the host', () => {
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
        storage: 'http://127.0.0.1:1',
        functions: {
          echo: async (event) => event,
          broken: () => Promise.reject(new Error('no street')),
          talkative: async () => 'x'.repeat(1024 * 1024),
        },
        keep: (cloudPath, content) => {
          kept.set(cloudPath, content.toString())
          return `cloud://estate.bucket/${cloudPath}`
        },
      },
    })
    its = onHost(phone)
  })
  afterAll(async () => {
    await phone?.close()
    server.closeAllConnections()
    server.close()
  })
  afterEach(() => expect(phone.complaints.splice(0)).toEqual([]))
  const { run, asks, heard } = inside(() => phone)

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

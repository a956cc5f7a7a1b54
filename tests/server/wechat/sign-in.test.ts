import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openWechatDoor } from '../../../src/server/wechat/sign-in'

/** Answers as https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html says. */
const ANSWERS: Record<string, string | null> = {
  good: '{"openid":"o-li","session_key":"HyVFkGl5F5OQWJZZaNzBBg==","unionid":"u-li"}',
  stale: '{"errcode":40029,"errmsg":"invalid code"}',
  used: '{"errcode":40163,"errmsg":"code been used"}',
  often: '{"errcode":45011,"errmsg":"api minute-quota reach limit"}',
  risky: '{"errcode":40226,"errmsg":"code blocked"}',
  busy: '{"errcode":-1,"errmsg":"system error"}',
  wrongSecret: '{"errcode":40125,"errmsg":"invalid appsecret"}',
  page: '<html>502 Bad Gateway</html>',
  list: '[]',
  silent: null,
}

let wechat: Server
let asked: URL[] = []
const open = (timeoutMs = 300) =>
  openWechatDoor(
    {
      appId: 'wx-app',
      secret: 'app-secret',
      baseUrl: `http://127.0.0.1:${(wechat.address() as AddressInfo).port}`,
    },
    timeoutMs,
  )

beforeAll(async () => {
  wechat = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://wechat')
    asked.push(url)
    const answer = ANSWERS[url.searchParams.get('js_code') ?? '']
    // WeChat names its JSON text/plain, also when it says no.
    if (answer != null) response.writeHead(200, { 'content-type': 'text/plain' }).end(answer)
  })
  await new Promise<void>((resolve) => wechat.listen(0, '127.0.0.1', resolve))
})
beforeEach(() => {
  asked = []
})
afterAll(() => {
  wechat.closeAllConnections()
  wechat.close()
})

test('a good code becomes the openid and nothing else: the session key is not handed on', async () => {
  expect(await open().openidOf('good')).toEqual({ ok: true, value: 'o-li' })
})

test('WeChat is asked once, at the documented address, with the four documented parameters', async () => {
  await open().openidOf('good')
  expect(asked.map((url) => [url.pathname, Object.fromEntries(url.searchParams)])).toEqual([
    [
      '/sns/jscode2session',
      { appid: 'wx-app', secret: 'app-secret', js_code: 'good', grant_type: 'authorization_code' },
    ],
  ])
})

test.each([
  ['a code that is wrong or too old', 'stale', 'NOT_AUTHENTICATED'],
  ['a code used before', 'used', 'NOT_AUTHENTICATED'],
  ['too many calls for one person', 'often', 'RATE_LIMITED'],
  ['a person WeChat has blocked', 'risky', 'FORBIDDEN'],
  ['WeChat being busy', 'busy', 'UNAVAILABLE'],
  ['an answer that is a web page', 'page', 'UNAVAILABLE'],
  ['an answer that is no object', 'list', 'UNAVAILABLE'],
  ['no answer in time', 'silent', 'UNAVAILABLE'],
])('%s is a refusal', async (_, code, refusal) => {
  expect(await open().openidOf(code)).toEqual({ ok: false, refusal })
})

test('a wrong app secret is our own mistake: it is thrown, and the message does not hold the secret', async () => {
  const failure = await open()
    .openidOf('wrongSecret')
    .catch((error: Error) => error)
  expect(failure).toEqual(new Error('code2session answered errcode 40125'))
})

test('WeChat out of reach is a refusal', async () => {
  const door = openWechatDoor({ appId: 'a', secret: 's', baseUrl: 'http://127.0.0.1:1' })
  expect(await door.openidOf('good')).toEqual({ ok: false, refusal: 'UNAVAILABLE' })
})

test('an installation without a WeChat account asks nobody', async () => {
  const door = openWechatDoor({ appId: null, secret: null, baseUrl: 'http://127.0.0.1:1' })
  expect(await door.openidOf('good')).toEqual({ ok: false, refusal: 'UNAVAILABLE' })
  expect(asked).toEqual([])
})

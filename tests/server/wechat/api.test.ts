import { keepAccessTokens } from '../../../src/server/wechat/access-token'
import { wechatOverHttps } from '../../../src/server/wechat/https'
import { freshPostgres } from '../../support/postgres'
import { type Said, startWechat } from '../../support/wechat'
import { NOW, registerStreet, systemOver } from '../people/street'

const TOKEN_PATH = '/cgi-bin/stable_token'
const GOOD = { errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } }

let database: Awaited<ReturnType<typeof freshPostgres>>
let wechat: Awaited<ReturnType<typeof startWechat>>
let says: (path: string, token: string) => Said
/** stable_token answers the same token to everybody until it is replaced. */
let token = 'token-1'

beforeAll(async () => {
  database = await freshPostgres()
  await registerStreet(database.store)
  wechat = await startWechat(({ path, query }) =>
    path === TOKEN_PATH ? { access_token: token, expires_in: 7200 } : says(path, query.access_token ?? ''),
  )
}, 60_000)
beforeEach(async () => {
  token = 'token-1'
  says = () => GOOD
  wechat.calls.splice(0)
  await database.store.db.deleteFrom('wechat_tokens').execute()
})
afterAll(async () => {
  wechat.stop()
  await database.drop()
})

const account = () => ({ appId: 'wx-app', secret: 'app-secret', baseUrl: wechat.address })
const over = (now = NOW, timeoutMs = 500) => {
  const system = { ...systemOver(database.store), clock: async () => now }
  return wechatOverHttps(account(), keepAccessTokens(system, account()), timeoutMs)
}
const check = (api = over()) => api.call('security.msgSecCheck', { content: '路灯不亮' })
const tokensAsked = () => wechat.calls.filter(({ path }) => path === TOKEN_PATH)

test('a call carries the token in its address and its words in its body', async () => {
  expect(await check()).toEqual({ kind: 'answered', data: GOOD })
  expect(wechat.calls[1]).toEqual({
    path: '/wxa/msg_sec_check',
    query: { access_token: 'token-1' },
    body: { content: '路灯不亮' },
  })
})

test('the token is asked for as stable_token wants it, once for all processes, and kept sealed', async () => {
  await check()
  await check(over())
  expect(tokensAsked().map(({ body }) => body)).toEqual([
    { grant_type: 'client_credential', appid: 'wx-app', secret: 'app-secret' },
  ])
  const rows = await database.store.db.selectFrom('wechat_tokens').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('token-1')
})

test('five minutes before it runs out the token is asked for anew', async () => {
  await check()
  await check(over(NOW + 7_200_000 - 300_001))
  expect(tokensAsked()).toHaveLength(1)
  await check(over(NOW + 7_200_000 - 300_000))
  expect(tokensAsked()).toHaveLength(2)
})

test.each([40001, 40014, 42001])(
  'a token that WeChat no longer takes (%i) is replaced and the call made once more',
  async (errcode) => {
    await check()
    token = 'token-2'
    says = (_, used) => (used === 'token-2' ? GOOD : { errcode, errmsg: 'access_token expired' })
    expect(await check()).toEqual({ kind: 'answered', data: GOOD })
    expect(await check()).toEqual({ kind: 'answered', data: GOOD })
    expect(tokensAsked()).toHaveLength(2)
  },
)

test('a token that is refused again is not asked for in a circle', async () => {
  says = () => ({ errcode: 42001, errmsg: 'access_token expired' })
  expect(await check()).toEqual({ kind: 'refused', errcode: 42001 })
  expect(tokensAsked()).toHaveLength(2)
})

test('an image comes back as its bytes', async () => {
  says = () => Buffer.from('jpeg')
  expect(await over().call('wxacode.getUnlimited', { scene: 'b=1' })).toEqual({
    kind: 'image',
    bytes: Buffer.from('jpeg'),
  })
})

test.each<[string, () => Said, object]>([
  [
    'a refusal keeps its errcode',
    () => ({ errcode: 43101, errmsg: 'user refuse' }),
    { kind: 'refused', errcode: 43101 },
  ],
  ['a busy WeChat is unreachable', () => ({ errcode: -1, errmsg: 'system error' }), { kind: 'unreachable' }],
  ['a web page is no answer', () => '<html>502 Bad Gateway</html>', { kind: 'unreachable' }],
  ['silence ends', () => undefined, { kind: 'unreachable' }],
])('%s', async (_, said, answer) => {
  says = said
  expect(await check(over(NOW, 200))).toEqual(answer)
})

test('a wrong secret is our own mistake: thrown, without the secret in its words', async () => {
  const wrong = await startWechat(() => ({ errcode: 40125, errmsg: 'invalid appsecret' }))
  const mine = { ...account(), baseUrl: wrong.address }
  const failing = keepAccessTokens(systemOver(database.store), mine).current()
  await expect(failing).rejects.toEqual(new Error('stable_token answered errcode 40125'))
  wrong.stop()
})

test('without a network there is no token, and nobody is told one', async () => {
  const nowhere = { ...account(), baseUrl: 'http://127.0.0.1:1' }
  const tokens = keepAccessTokens(systemOver(database.store), nowhere)
  expect(await wechatOverHttps(nowhere, tokens).call('security.msgSecCheck', {})).toEqual({
    kind: 'unreachable',
  })
})

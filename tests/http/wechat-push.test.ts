import { createHash } from 'node:crypto'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openDoor } from '../../src/http/app'
import { openPhotoFolder } from '../../src/server/photos/store'
import type { Store } from '../../src/server/storage/database'
import type { PushSecrets } from '../../src/server/wechat/push-seal'
import { NOW, register, registerStreet, STREET, systemOver } from '../server/people/street'
import { memoryStore } from '../support/database'

let store: Store
let app: FastifyInstance
const secrets: PushSecrets = { token: 'a token', key: null, appId: 'wx-app' }

const doorWith = (push: PushSecrets | null) =>
  openDoor({
    system: systemOver(store),
    photos: openPhotoFolder('nowhere'),
    pagesFolder: path.join(__dirname, 'no pages'),
    push,
  })

beforeAll(async () => {
  store = await memoryStore()
  await registerStreet(store)
  await register(store, 'p.li')
  await store.db
    .insertInto('photos')
    .values({
      street_id: STREET,
      id: 'photo-1',
      uploader_id: 'p.li',
      sha256: 'a'.repeat(64),
      bytes: 1,
      width: 4,
      height: 3,
      created_at: NOW,
      state: 'pending',
    })
    .execute()
  await store.db
    .insertInto('photo_traces')
    .values({ street_id: STREET, trace_id: 'trace-1', photo_id: 'photo-1', says: null, doubt: null })
    .execute()
  app = await doorWith(secrets)
})
afterAll(async () => {
  await app.close()
  await store.close()
})

const signed = (token = secrets.token) => {
  const [timestamp, nonce] = ['1714036504', '1514711492']
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex')
  return { timestamp, nonce, signature }
}
const EVENT = JSON.stringify({
  MsgType: 'event',
  Event: 'wxa_media_check',
  trace_id: 'trace-1',
  errcode: 0,
  result: { suggest: 'pass', label: 100 },
})
const push = (query: Record<string, string>, payload = EVENT, type = 'application/json') =>
  app.inject({ method: 'POST', url: '/wechat/push', query, payload, headers: { 'content-type': type } })
const state = async () =>
  (await store.db.selectFrom('photos').select('state').executeTakeFirstOrThrow()).state

test("WeChat's test of the address gets its own word back", async () => {
  const query = { ...signed(), echostr: '4375120948345356249' }
  const answered = await app.inject({ url: '/wechat/push', query })
  expect([answered.statusCode, answered.body]).toEqual([200, '4375120948345356249'])
})

test('somebody else gets nothing, and changes nothing', async () => {
  const forged = { ...signed('another token'), echostr: 'word' }
  const answered = await app.inject({ url: '/wechat/push', query: forged })
  expect(answered.statusCode).toBe(403)
  expect(answered.body).not.toContain('word')
  for (const query of [signed('another token'), { ...signed(), nonce: '2' }, {}])
    expect((await push(query as Record<string, string>)).statusCode).toBe(403)
  expect(await state()).toBe('pending')
})

test('what cannot be read is refused and no surprise', async () => {
  for (const text of ['', 'not json', '<xml></xml>', 'null'])
    expect((await push(signed(), text)).statusCode).toBe(403)
})

test('a parameter given twice is none', async () => {
  const { timestamp, nonce, signature } = signed()
  const url = `/wechat/push?timestamp=${timestamp}&nonce=${nonce}&signature=${signature}&signature=${signature}`
  expect((await app.inject({ url })).statusCode).toBe(403)
})

test.each(['application/json', 'text/plain', 'text/xml'])(
  'an event called %s is thanked for and carried out',
  async (type) => {
    const answered = await push(signed(), EVENT, type)
    expect([answered.statusCode, answered.body]).toEqual([200, 'success'])
    expect(await state()).toBe('pass')
  },
)

test('an event we have no use for is thanked for too, or WeChat would push it again', async () => {
  const answered = await push(signed(), JSON.stringify({ MsgType: 'event', Event: 'user_enter_tempsession' }))
  expect([answered.statusCode, answered.body]).toEqual([200, 'success'])
})

test('without a token there is no such door', async () => {
  const closed = await doorWith(null)
  const query = { ...signed(), echostr: 'word' }
  expect((await closed.inject({ url: '/wechat/push', query })).body).not.toContain('word')
  expect(
    (await closed.inject({ method: 'POST', url: '/wechat/push', query, payload: EVENT })).statusCode,
  ).toBe(404)
  await closed.close()
})

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { WECHAT_PATHS } from '../../src/server/wechat/api'
import { registerStreet } from '../server/people/street'
import { type FreshPostgres, freshPostgres } from '../support/postgres'
import { type BuiltFunctions, buildFunctions, type Caller, resident } from './cloud'

let built: BuiltFunctions
let database: FreshPostgres
let empty: FreshPostgres

beforeAll(async () => {
  built = buildFunctions()
  database = await freshPostgres()
  empty = await freshPostgres({ migrated: false })
  await registerStreet(database.store)
})
afterAll(async () => {
  await database.drop()
  await empty.drop()
  built.remove()
})

const ENVIRONMENT = { LOUDONG_SECRET: 'a secret of at least thirty-two characters' }

/** A fresh instance takes the events one after another, all from one caller. */
async function cloud(name: string, caller: Caller, events: object[], environment: NodeJS.ProcessEnv = {}) {
  const instance = await built.start(name, { ...ENVIRONMENT, DATABASE_URL: database.url, ...environment })
  const answers: Answer[] = []
  try {
    for (const event of events) answers.push((await instance.call(event, caller)).answer)
  } finally {
    await instance.stop()
  }
  return { answers, log: instance.log() }
}

type Answer = { ok: boolean; data: { me: object }; error: object }

const me = { operation: 'people.me', input: {} }
const signIn = { operation: 'people.signInWechat', input: { code: 'unused' }, key: 'sign-in-1' }

test('WeChat says who calls: after signing in a resident is known without any token', async () => {
  const { answers } = await cloud('api', resident('o-li'), [me, signIn, me])
  expect(answers[0]).toMatchObject({ ok: false, error: { code: 'NOT_AUTHENTICATED' } })
  expect(answers[1]).toMatchObject({ ok: true })
  expect(answers[2]).toEqual({ ok: true, data: answers[1]?.data.me })
})

test('another process of the same function knows him too, and nobody else', async () => {
  await cloud('api', resident('o-chen'), [signIn])
  expect((await cloud('api', resident('o-chen'), [me])).answers[0]).toMatchObject({ ok: true })
  expect((await cloud('api', resident('o-stranger'), [me])).answers[0]).toMatchObject({
    error: { code: 'NOT_AUTHENTICATED' },
  })
})

test('one instance serves one neighbour after another and mixes nobody up', async () => {
  const instance = await built.start('api', { ...ENVIRONMENT, DATABASE_URL: database.url })
  await instance.call(signIn, resident('o-first'))
  const first = await instance.call(me, resident('o-first'))
  expect(first.answer).toMatchObject({ ok: true })
  expect((await instance.call(me, resident('o-unknown'))).answer).toMatchObject({ ok: false })
  expect((await instance.call(me)).answer).toMatchObject({ error: { code: 'NOT_AUTHENTICATED' } })
  expect((await instance.call(me, resident('o-first'))).answer).toEqual(first.answer)
  await instance.stop()
})

test('a caller whose name the SDK has turned into a number is nobody', async () => {
  const { answers } = await cloud('api', resident('12345678901234567890'), [me, signIn])
  expect(answers).toMatchObject([
    { error: { code: 'NOT_AUTHENTICATED' } },
    { error: { code: 'NOT_AUTHENTICATED' } },
  ])
})

test('what an event says about identity is ignored', async () => {
  const forged = {
    ...me,
    openid: 'o-li',
    OPENID: 'o-li',
    userInfo: { openId: 'o-li' },
    credentials: { kind: 'wechat', openid: 'o-li' },
  }
  for (const caller of [resident('o-nobody'), {}])
    expect((await cloud('api', caller, [forged])).answers[0]).toMatchObject({
      error: { code: 'NOT_AUTHENTICATED' },
    })
})

test('personas stay closed in the cloud, also when nobody said that it is production', async () => {
  const asLi = { operation: 'people.signInAs', input: { persona: 'resident.li' }, key: 'persona-1' }
  expect((await cloud('api', resident('o-li'), [asLi])).answers[0]).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})

test('whatever an event holds, it gets an answer', async () => {
  const events = [{}, { operation: 'people.rule', input: {} }, { operation: { toString: 1 }, input: {} }]
  for (const answer of (await cloud('api', resident('o-li'), events)).answers)
    expect(answer).toMatchObject({ ok: false, error: { requestId: expect.any(String) } })
})

test('a database without tables is refused clearly and nothing is created in it', async () => {
  const { answers, log } = await cloud('api', resident('o-li'), [me, me], { DATABASE_URL: empty.url })
  expect(answers).toMatchObject([{ error: { code: 'UNAVAILABLE' } }, { error: { code: 'UNAVAILABLE' } }])
  expect(log).toContain('npm run migrate')
})

test.each([
  ['DATABASE_URL', { DATABASE_URL: '' }],
  ['LOUDONG_SECRET', { LOUDONG_SECRET: 'short' }],
])('without %s the log names it', async (name, environment) => {
  const { answers, log } = await cloud('api', resident('o-li'), [me], environment)
  expect(answers[0]).toMatchObject({ error: { code: 'UNAVAILABLE' } })
  expect(log).toContain(name)
})

/** What WeChat's timer hands over, and so what anybody else would copy. */
const tick = { Type: 'Timer', TriggerName: 'every-minute', Time: '2026-11-23T02:00:00Z', Message: '' }

test('the clock runs for WeChat’s timer', async () => {
  const { answers } = await cloud('clock', { source: 'wx_trigger' }, [tick])
  expect(answers[0]).toMatchObject({ ok: true, done: { timers: 0 } })
})

test('the clock runs for a timer that comes without WeChat’s context but with the cloud’s own mark', async () => {
  const { answers } = await cloud('clock', {}, [tick], { TRIGGER_SRC: 'timer' })
  expect(answers[0]).toMatchObject({ ok: true, done: { timers: 0 } })
})

test('one clock that fails stops no other, and the log tells which', async () => {
  await sql`alter table photo_checks rename to photo_checks_away`.execute(database.store.db)
  const { answers, log } = await cloud('clock', { source: 'wx_trigger' }, [tick])
  await sql`alter table photo_checks_away rename to photo_checks`.execute(database.store.db)
  expect(answers[0]).toMatchObject({ ok: false, done: { timers: 0, messages: 0, audit: expect.any(Number) } })
  expect(log).toContain('"requestId":"photos"')
})

test.each<[string, Caller]>([
  ['a resident who copies the timer’s event', resident('o-li')],
  ['another function that a resident called', { openid: 'o-li', source: 'wx_client,scf' }],
  ['another function that a timer called', { source: 'wx_trigger,scf' }],
  ['the console', { source: 'wx_devtools' }],
  ['the HTTP API', { source: 'wx_http' }],
  ['somebody unknown', { source: 'wx_unknown' }],
  ['nobody named', {}],
])('the clock does not turn for %s, and the log tells', async (_, caller) => {
  const { answers, log } = await cloud('clock', caller, [tick])
  expect(answers[0]).toEqual({ ok: false })
  expect(log).toContain(`called by ${caller.source ?? 'nobody named'}`)
})

test('the timer with an event of another kind turns no clock', async () => {
  expect((await cloud('clock', { source: 'wx_trigger' }, [{}])).answers[0]).toEqual({ ok: false })
})

const checked = { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'trace-1', errcode: 0 }

test('what WeChat pushes is taken, and whom it is about becomes nobody’s sign-in', async () => {
  const event = { ...checked, result: { suggest: 'risky', label: 20002 }, FromUserName: 'o-li' }
  const { answers } = await cloud('push', { openid: 'o-li', source: 'wx_unknown' }, [event, event, {}])
  expect(answers).toEqual(['success', 'success', 'success'])
  const traces = await database.store.db.selectFrom('photo_traces').select(['trace_id', 'says']).execute()
  expect(traces).toEqual([{ trace_id: 'trace-1', says: 'risky' }])
})

test.each<[string, Caller]>([
  ['a resident', resident('o-li')],
  ['a function that WeChat called', { source: 'wx_unknown,scf' }],
  ['the console', { source: 'wx_devtools' }],
  ['a timer', { source: 'wx_trigger' }],
])('what %s calls a push is not taken', async (_, caller) => {
  const event = { ...checked, trace_id: 'trace-forged', result: { suggest: 'pass', label: 100 } }
  expect((await cloud('push', caller, [event])).answers).toEqual(['refused'])
  const forged = await database.store.db
    .selectFrom('photo_traces')
    .select('trace_id')
    .where('trace_id', '=', 'trace-forged')
    .execute()
  expect(forged).toEqual([])
})

test('what WeChat pushes while the system cannot be opened fails, so that it is pushed again', async () => {
  await expect(cloud('push', {}, [checked], { DATABASE_URL: empty.url })).rejects.toThrow('not ready')
})

test('what is uploaded names its timer, what it may ask of WeChat and the packages it needs', () => {
  const read = (file: string) => JSON.parse(readFileSync(path.join(built.folder, file), 'utf8'))
  expect(read('clock/config.json').triggers).toEqual([
    { name: 'every-minute', type: 'timer', config: '0 * * * * * *' },
  ])
  const permitted = ['api', 'clock', 'push'].flatMap(
    (name) => read(`${name}/config.json`).permissions.openapi,
  )
  expect(permitted.sort()).toEqual(Object.keys(WECHAT_PATHS).sort())
  expect(read('api/package.json').dependencies).toEqual({ 'wx-server-sdk': '4.0.2', sharp: '0.35.5' })
  expect(read('clock/package.json').dependencies).toEqual({ 'wx-server-sdk': '4.0.2' })
  for (const name of ['clock', 'push'])
    expect(readFileSync(path.join(built.folder, name, 'index.js'), 'utf8')).not.toMatch(
      /pglite.*wasm|require\("sharp"\)|import\("sharp"\)/,
    )
})

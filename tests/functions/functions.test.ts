import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { registerStreet } from '../server/people/street'
import { type FreshPostgres, freshPostgres } from '../support/postgres'

const folder = mkdtempSync(path.join(tmpdir(), 'loudong-functions-'))
let database: FreshPostgres
let empty: FreshPostgres

/** Stands in for WeChat's SDK: says who called, as WeChat's servers would. */
const SDK = `module.exports = { DYNAMIC_CURRENT_ENV: Symbol(), init() {}, getWXContext: () => JSON.parse(process.env.WX) }`

/** Calls the uploaded function as the cloud does: requires it and awaits main(event), one event after another. */
const CALLS = `
const { main } = require('./index.js')
const events = JSON.parse(process.argv[1])
;(async () => {
  const answers = []
  for (const event of events) answers.push(await main(event))
  process.stdout.write(JSON.stringify(answers), () => process.exit(0))
})()`

beforeAll(async () => {
  execFileSync(process.execPath, ['config/functions.mjs', folder])
  mkdirSync(path.join(folder, 'node_modules/wx-server-sdk'), { recursive: true })
  writeFileSync(path.join(folder, 'node_modules/wx-server-sdk/index.js'), SDK)
  database = await freshPostgres()
  empty = await freshPostgres({ migrated: false })
  await registerStreet(database.store)
}, 60_000)
afterAll(async () => {
  await database.drop()
  await empty.drop()
  rmSync(folder, { recursive: true })
})

const ENVIRONMENT = { LOUDONG_SECRET: 'a secret of at least thirty-two characters' }

function cloud(
  name: string,
  openid: string | undefined,
  events: object[],
  environment: NodeJS.ProcessEnv = {},
) {
  const ran = spawnSync(process.execPath, ['-e', CALLS, JSON.stringify(events)], {
    cwd: path.join(folder, name),
    // Only what the cloud's console sets: nothing of this machine's environment.
    env: {
      ...ENVIRONMENT,
      DATABASE_URL: database.url,
      ...environment,
      WX: JSON.stringify({ OPENID: openid }),
    },
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return { answers: JSON.parse(ran.stdout), log: ran.stderr }
}

const me = { operation: 'people.me', input: {} }
const signIn = { operation: 'people.signInWechat', input: { code: 'unused' }, key: 'sign-in-1' }

test('WeChat says who calls: after signing in a resident is known without any token', () => {
  const { answers } = cloud('api', 'o-li', [me, signIn, me])
  expect(answers[0]).toMatchObject({ ok: false, error: { code: 'NOT_AUTHENTICATED' } })
  expect(answers[1]).toMatchObject({ ok: true })
  expect(answers[2]).toEqual({ ok: true, data: answers[1].data.me })
})

test('another process of the same function knows him too, and nobody else', () => {
  cloud('api', 'o-chen', [signIn])
  expect(cloud('api', 'o-chen', [me]).answers[0]).toMatchObject({ ok: true })
  expect(cloud('api', 'o-stranger', [me]).answers[0]).toMatchObject({ error: { code: 'NOT_AUTHENTICATED' } })
})

test('what an event says about identity is ignored', () => {
  const forged = {
    ...me,
    openid: 'o-li',
    OPENID: 'o-li',
    userInfo: { openId: 'o-li' },
    credentials: { kind: 'wechat', openid: 'o-li' },
  }
  expect(cloud('api', 'o-nobody', [forged]).answers[0]).toMatchObject({
    error: { code: 'NOT_AUTHENTICATED' },
  })
})

test('personas stay closed in the cloud, also when nobody said that it is production', () => {
  const asLi = { operation: 'people.signInAs', input: { persona: 'resident.li' }, key: 'persona-1' }
  expect(cloud('api', 'o-li', [asLi]).answers[0]).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test.each([
  ['nothing', {}],
  ['an unknown operation', { operation: 'people.rule', input: {} }],
  ['an operation that is no word', { operation: { toString: 1 }, input: {} }],
])('an event with %s gets an answer', (_, event) => {
  expect(cloud('api', 'o-li', [event]).answers[0]).toMatchObject({
    ok: false,
    error: { requestId: expect.any(String) },
  })
})

test('a database without tables is refused clearly and nothing is created in it', async () => {
  const { answers, log } = cloud('api', 'o-li', [me, me], { DATABASE_URL: empty.url })
  expect(answers).toMatchObject([{ error: { code: 'UNAVAILABLE' } }, { error: { code: 'UNAVAILABLE' } }])
  expect(log).toContain('npm run migrate')
})

test.each([
  ['DATABASE_URL', { DATABASE_URL: '' }],
  ['LOUDONG_SECRET', { LOUDONG_SECRET: 'short' }],
])('without %s the log names it', (name, environment) => {
  const { answers, log } = cloud('api', 'o-li', [me], environment)
  expect(answers[0]).toMatchObject({ error: { code: 'UNAVAILABLE' } })
  expect(log).toContain(name)
})

test('the clock runs for the timer and not for a person', () => {
  expect(cloud('clock', undefined, [{ Type: 'Timer' }]).answers[0]).toEqual({ ok: true, fired: 0, sent: 0 })
  expect(cloud('clock', 'o-li', [{}]).answers[0]).toEqual({ ok: false })
})

test('what is uploaded names its timer and the one package it needs', () => {
  const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
  expect(read('clock/config.json').triggers).toEqual([
    { name: 'every-minute', type: 'timer', config: '0 * * * * * *' },
  ])
  expect(read('api/package.json').dependencies).toEqual({ 'wx-server-sdk': '4.0.2' })
  expect(readFileSync(path.join(folder, 'api/index.js'), 'utf8')).not.toMatch(
    /pglite.*wasm|require\("sharp"\)/,
  )
})

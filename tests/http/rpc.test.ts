import { EventEmitter, once } from 'node:events'
import { ok } from '../../src/core/result'
import { openDatabase, type Store } from '../../src/server/storage/database'
import { memoryStore } from '../support/database'
import { bearer, openTestDoor, type TestDoor, twoResidents } from './door'

const PHONE = '10012345678'
let store: Store
let door: TestDoor
let token: string

beforeAll(async () => {
  store = await memoryStore()
  await twoResidents(store)
  door = await openTestDoor(store)
  token = await door.signIn('resident.li')
})
afterAll(async () => {
  await door.close()
  await store.close()
})

const code = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [
  status,
  body.error?.code,
]

test('a resident with his token is told who he is', async () => {
  const { status, body } = await door.call('people.me', {}, bearer(token))
  expect(status).toBe(200)
  expect(body).toMatchObject({ ok: true, data: { personId: 'p.li', name: '李先生' } })
})

test('a table is larger than anything else a phone sends, and only its own operations take it', async () => {
  const table = { name: 'a.csv', base64: 'A'.repeat(400_000) }
  expect(code(await door.call('register.preview', table, bearer(token)))).toEqual([403, 'FORBIDDEN'])
  const list = { councilId: 'b1', file: table }
  expect(code(await door.call('bodies.enterFile', list, bearer(token)))).toEqual([403, 'FORBIDDEN'])
  const elsewhere = await door.call('register.export', { ...table }, bearer(token))
  expect(elsewhere.body.error?.fields).toEqual([expect.objectContaining({ problem: 'max_bytes' })])
})

test('every answer carries a request id of our own, in the header and in a refusal', async () => {
  const { headers, body } = await door.call('people.me', {}, { 'x-request-id': 'chosen-by-the-caller' })
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(body.error?.requestId).toBe(headers['x-request-id'])
})

test.each([
  ['an operation nobody knows', 'people.rule', {}, 404, 'NOT_FOUND'],
  ['a name every object has', 'toString', {}, 404, 'NOT_FOUND'],
  ['asking as a guest for what needs a sign-in', 'people.me', {}, 401, 'NOT_AUTHENTICATED'],
  ['a field of the wrong form', 'people.leavePhone', { phone: 'no' }, 400, 'VALIDATION'],
  ['a body that is no JSON', 'people.me', '{"phone":', 400, 'VALIDATION'],
  ['a body over 100 KB', 'people.me', { filler: 'x'.repeat(103_000) }, 400, 'VALIDATION'],
  ['a persona nobody has', 'people.signInAs', { persona: 'nobody' }, 404, 'NOT_FOUND'],
])('%s is answered with a fitting status', async (_, operation, input, status, refusal) => {
  expect(code(await door.call(operation, input))).toEqual([status, refusal])
})

test('a wrong field is named and its value is not repeated', async () => {
  const { text, body } = await door.call('people.leavePhone', { phone: `${PHONE}9` }, bearer(token))
  expect(body.error?.fields).toEqual([{ path: 'phone', problem: 'regex' }])
  expect(text).not.toContain(PHONE)
})

test('a body of another kind is refused without a look inside', async () => {
  const called = await door.call('people.me', '<a/>', { 'content-type': 'text/xml' })
  expect(code(called)).toEqual([400, 'VALIDATION'])
})

test('a command without an idempotency key is told which header is missing', async () => {
  const answered = await door.app.inject({
    method: 'POST',
    url: '/rpc/people.leavePhone',
    headers: bearer(token),
    payload: { phone: PHONE },
  })
  expect(answered.statusCode).toBe(400)
  expect(answered.json().error.fields).toEqual([{ path: 'Idempotency-Key', problem: 'required' }])
})

test('a key used for one thing cannot be used for another', async () => {
  const headers = { ...bearer(token), 'idempotency-key': 'one-intent' }
  const first = await door.call('people.leavePhone', { phone: PHONE }, headers)
  const again = await door.call('people.leavePhone', { phone: PHONE }, headers)
  const other = await door.call('people.leavePhone', { phone: '10012340000' }, headers)
  expect(first.body).toMatchObject({ ok: true })
  expect(again.body).toEqual(first.body)
  expect(code(other)).toEqual([409, 'DUPLICATE_COMMAND'])
})

describe('nobody becomes somebody by saying so', () => {
  test.each([
    ['a made-up token', { authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['an empty token', { authorization: 'Bearer ' }],
    ['a person’s id as a token', { authorization: 'Bearer p.li' }],
    ['another scheme', { authorization: 'Basic cC5saTpw' }],
    [
      'headers that proxies and WeChat use',
      {
        'x-user-id': 'p.li',
        'x-wx-openid': 'openid-of-li',
        'x-forwarded-user': 'p.li',
        cookie: 'token=p.li; personId=p.li',
      },
    ],
  ])('%s', async (_, headers) => {
    expect(code(await door.call('people.me', {}, headers))).toEqual([401, 'NOT_AUTHENTICATED'])
  })

  test('a field in the input', async () => {
    const called = await door.call('people.me', { personId: 'p.chen', openid: 'x' }, bearer(token))
    expect(code(called)).toEqual([400, 'VALIDATION'])
  })

  test('a token in the address', async () => {
    const answered = await door.app.inject({
      method: 'POST',
      url: `/rpc/people.me?token=${token}`,
      payload: {},
    })
    expect(answered.statusCode).toBe(401)
  })
})

test('after signing out the token is worth nothing', async () => {
  const mine = await door.signIn('volunteer.chen')
  expect((await door.call('people.signOut', {}, bearer(mine))).status).toBe(200)
  expect(code(await door.call('people.me', {}, bearer(mine)))).toEqual([401, 'NOT_AUTHENTICATED'])
})

test('outside development a persona cannot sign in', async () => {
  const real = await openTestDoor(store, { system: { mode: 'production' } })
  expect(code(await real.call('people.signInAs', { persona: 'resident.li' }))).toEqual([403, 'FORBIDDEN'])
  expect(code(await real.call('people.personas'))).toEqual([403, 'FORBIDDEN'])
  await real.close()
})

test('while WeChat takes its time, everybody else is served', async () => {
  const telephone = new EventEmitter()
  const openid = once(telephone, 'answer').then(() => ok('o-late'))
  const slow = await openTestDoor(store, { system: { wechat: { openidOf: () => openid } } })
  const signingIn = slow.call('people.signInWechat', { code: 'abc' })

  expect((await slow.call('people.me', {}, bearer(token))).status).toBe(200)
  telephone.emit('answer')
  expect((await signingIn).body).toMatchObject({ ok: true, data: { me: { realNameLevel: 0 } } })
  await slow.close()
})

describe('too often', () => {
  test('sign-ins are limited by address, and told when to come back', async () => {
    const narrow = await openTestDoor(store, { limits: { signIns: 2 } })
    for (const _ of [1, 2]) await narrow.signIn('resident.li')
    const third = await narrow.call('people.signInAs', { persona: 'resident.li' })
    expect(code(third)).toEqual([429, 'RATE_LIMITED'])
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
    await narrow.close()
  })

  test('commands are limited by session: one busy person does not stop his neighbour', async () => {
    const narrow = await openTestDoor(store, { limits: { commands: 2 } })
    const [li, chen] = [await narrow.signIn('resident.li'), await narrow.signIn('volunteer.chen')]
    const leave = (token: string) => narrow.call('people.leavePhone', { phone: PHONE }, bearer(token))
    for (const _ of [1, 2]) expect((await leave(li)).status).toBe(200)
    expect(code(await leave(li))).toEqual([429, 'RATE_LIMITED'])
    expect((await leave(chen)).status).toBe(200)
    expect((await narrow.call('people.me', {}, bearer(li))).status).toBe(200)
    await narrow.close()
  })
})

describe('a whole file', () => {
  const table = { name: 'a.csv', base64: 'A'.repeat(400_000) }

  test('is not taken in from a guest, nor from whoever has no right to bring one', async () => {
    const broken = `${JSON.stringify(table).slice(0, -1)}`
    // What is not even JSON is not looked at before it is known who sends it.
    expect(code(await door.call('register.preview', broken))).toEqual([401, 'NOT_AUTHENTICATED'])
    expect(code(await door.call('register.import', broken, bearer(token)))).toEqual([403, 'FORBIDDEN'])
  })

  test('is counted, also when it is only looked at', async () => {
    const narrow = await openTestDoor(store, { limits: { files: 2 } })
    const look = async () => code(await narrow.call('register.preview', table, bearer(token)))
    expect([await look(), await look(), await look()]).toEqual([
      [403, 'FORBIDDEN'],
      [403, 'FORBIDDEN'],
      [429, 'RATE_LIMITED'],
    ])
    await narrow.close()
  })
})

describe('when something is broken', () => {
  test('a surprise is answered without a word about it and reported once, under the request’s id', async () => {
    const broken = await openTestDoor(store, {
      system: {
        clock: async () => {
          throw new Error(`a machine broke beside ${PHONE}`)
        },
      },
    })
    const called = await broken.call('people.me', {}, bearer(token))
    expect(code(called)).toEqual([500, 'INTERNAL'])
    expect(called.text).not.toContain('machine')

    const reports = broken.lines.filter((line) => line.includes('a machine broke'))
    expect(reports).toHaveLength(1)
    expect(JSON.parse(reports[0] ?? '')).toMatchObject({ requestId: called.body.error?.requestId })
    expect(reports.join()).not.toContain(PHONE)
    await broken.close()
  })

  test('a surprise of WeChat’s door too', async () => {
    const broken = await openTestDoor(store, {
      system: {
        wechat: {
          openidOf: async () => {
            throw new Error('errcode 40125')
          },
        },
      },
    })
    const called = await broken.call('people.signInWechat', { code: 'abc' })
    expect(code(called)).toEqual([500, 'INTERNAL'])
    expect(broken.lines.filter((line) => line.includes('40125'))).toHaveLength(1)
    await broken.close()
  })

  test('without its database the system says: try later', async () => {
    const away = await openDatabase({
      databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
      databasePool: 1,
      dataFolder: '',
    })
    const alone = await openTestDoor(away)
    expect(code(await alone.call('people.me', {}, bearer(token)))).toEqual([503, 'UNAVAILABLE'])
    const health = await alone.app.inject('/healthz')
    expect([health.statusCode, health.json()]).toEqual([503, { database: 'unavailable' }])
    await alone.close()
    await away.close()
  })

  test('with its database it is healthy', async () => {
    const health = await door.app.inject('/healthz')
    expect([health.statusCode, health.json()]).toEqual([200, { database: 'ok' }])
  })
})

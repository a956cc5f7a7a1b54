import type { Store } from '../../src/server/storage/database'
import { memoryStore } from '../support/database'
import { openTestDoor, type TestDoor } from './door'

let store: Store
let door: TestDoor

beforeAll(async () => {
  store = await memoryStore()
  door = await openTestDoor(store, { limits: { commands: 20 } })
})
afterAll(async () => {
  await door.close()
  await store.close()
})
beforeEach(() => door.lines.splice(0))

const mishap = {
  kind: 'error',
  target: 'weapp',
  build: '0.1.0',
  page: 'pages/report/index',
  name: 'TypeError',
  message: "Cannot read properties of undefined (reading 'title')",
  frames: ['Where index.js:3:7'],
}
const told = () => door.lines.filter((line) => line.includes('PhoneMishap'))

test('a guest phone tells of its mishap: one line in the log, nothing in the database', async () => {
  const { body } = await door.call('client.report', { ...mishap, requestId: 'request-9' })
  expect(body).toEqual({ ok: true, data: { done: true } })
  expect(told()).toHaveLength(1)
  expect(JSON.parse(told()[0] ?? '')).toMatchObject({ requestId: 'request-9', surprise: 'PhoneMishap' })
  expect(told()[0]).toContain('Where index.js:3:7')
  for (const table of ['commands', 'audit_log'] as const)
    expect(await store.db.selectFrom(table).select('street_id').execute()).toEqual([])
})

test.each([
  ['message', '李先生 13800138000'],
  ['message', '13800138000 is not defined'],
  ['page', 'pages/report/index?phone=13800138000'],
  ['name', '李先生'],
  ['frames', ['李先生 index.js:1:1']],
  ['frames', ['https://x.test/?phone=13800138000']],
  ['words', '12栋到巷口一路没有灯'],
])('a report with somebody in its %s is refused and stands in no log: %s', async (field, planted) => {
  const { body } = await door.call('client.report', { ...mishap, [field]: planted })
  expect(body.error?.code).toBe('VALIDATION')
  expect(told()).toEqual([])
  expect(door.lines.join()).not.toContain('13800138000')
})

test('a phone that does not stop is not listened to', async () => {
  for (let n = 0; n < 20; n += 1) await door.call('client.report', mishap)
  expect((await door.call('client.report', mishap)).body.error?.code).toBe('RATE_LIMITED')
  expect(told().length).toBeLessThanOrEqual(20)
})

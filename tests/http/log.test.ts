import type { Store } from '../../src/server/storage/database'
import { memoryStore } from '../support/database'
import { bearer, openTestDoor, type TestDoor, twoResidents } from './door'

const PHONE = '10087654321'
let store: Store
let door: TestDoor

beforeAll(async () => {
  store = await memoryStore()
  await twoResidents(store)
  door = await openTestDoor(store)
})
afterAll(async () => {
  await door.close()
  await store.close()
})

test('the log tells each request by route, operation and status, and nothing that was said', async () => {
  const token = await door.signIn('resident.li')
  await door.call('people.leavePhone', { phone: PHONE }, bearer(token))
  await door.call('people.leavePhone', { phone: `${PHONE}1` }, bearer(token))
  await door.call('people.leavePhone', `{"phone":"${PHONE}"`, bearer(token))
  await door.call(PHONE, {}, bearer(token))
  await door.call('people.me', {}, { 'x-request-id': PHONE, 'user-agent': PHONE, referer: `/?t=${token}` })
  await door.app.inject(`/photos/none?until=1&sig=${token}`)
  await door.app.inject(`/${PHONE}?token=${token}`)

  const told = door.lines.map((line) => JSON.parse(line)).filter((line) => 'route' in line)
  expect(told).toContainEqual(
    expect.objectContaining({
      method: 'POST',
      route: '/rpc/:operation',
      operation: 'people.leavePhone',
      status: 200,
    }),
  )
  expect(told).toHaveLength(8)
  expect(door.lines.join('\n')).not.toContain(PHONE)
  expect(door.lines.join('\n')).not.toContain(token)
})

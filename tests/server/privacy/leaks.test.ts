import { createHash } from 'node:crypto'
import type { Store } from '../../../src/server/storage/database'
import { memoryStore } from '../../support/database'
import {
  answerOf,
  LAMP,
  nameOf,
  personOf,
  refusalOf,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'

let store: Store
let street: Street
beforeAll(async () => {
  store = await memoryStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  street = await smallStreet(store)
})
afterEach(() => expect(street.surprises).toEqual([]))

const submit = async (who: Who = 'resident', more: Partial<typeof LAMP> = {}) =>
  answerOf(await street.ask(who, 'concerns.submit', { ...LAMP, ...more }))
const textOf = async (who: Who, id: string) =>
  JSON.stringify(answerOf(await street.ask(who, 'concerns.get', { id })))

test('who says "me too" at a public matter does not buy the notes of the parties with it', async () => {
  const { id } = await submit()
  answerOf(await street.ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
  answerOf(await street.ask('grid_staff', 'concerns.contact', { id, version: 2, note: '他家老人怕黑' }))
  answerOf(await street.ask('neighbour', 'concerns.endorse', { id }))
  expect(await textOf('neighbour', id)).not.toContain('他家老人怕黑')
  expect(await textOf('resident', id)).toContain('他家老人怕黑')
})

test('a public matter is not merged into a private one: its followers would read along', async () => {
  const quarrel = await submit('neighbour', { category: 'DISPUTE', title: '楼上半夜漏水不修' })
  const lamp = await submit()
  answerOf(await street.ask('follower', 'concerns.endorse', { id: lamp.id }))
  const merge = { id: lamp.id, version: 1, into: quarrel.id, note: '' }
  expect(refusalOf(await street.ask('grid_staff', 'concerns.merge', merge))).toBe('MERGE_TARGET')
  expect(refusalOf(await street.ask('follower', 'concerns.get', { id: quarrel.id }))).toBe('NOT_FOUND')
})

test('a message about a matter one may no longer read tells neither its title nor its words', async () => {
  const { id } = await submit('resident', { category: 'FIRE_EBIKE', title: '楼道里给电动车充电' })
  answerOf(await street.ask('head', 'concerns.accept', { id, version: 1, level: 3, desk: 'head' }))
  answerOf(await street.ask('head', 'concerns.start', { id, version: 2 }))
  answerOf(await street.ask('head', 'concerns.escalate', { id, version: 3, note: '当事人家里有病人' }))
  const row = await store.db
    .selectFrom('concerns')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await store.db
    .updateTable('concerns')
    .set({ body: { ...row.body, visibility: 'restricted' } })
    .execute()

  const told = await street.ask('head', 'inbox.list', {})
  expect(answerOf(told).items.length).toBeGreaterThan(0)
  expect(JSON.stringify(told)).not.toContain('楼道里给电动车充电')
  expect(JSON.stringify(told)).not.toContain('当事人家里有病人')
  expect(answerOf(await street.ask('resident', 'inbox.list', {})).items[0]?.title).toBe('楼道里给电动车充电')
})

test('a phone is in no row of the commands, neither plain nor so that it can be guessed', async () => {
  const { id } = await submit()
  answerOf(await street.ask('resident', 'people.leavePhone', { phone: '10000000077' }))
  answerOf(await street.ask('grid_staff', 'concerns.readReporter', { id, reason: '约时间上门' }))
  const kept = JSON.stringify(await store.db.selectFrom('commands').selectAll().execute())
  expect(kept).toContain('people.leavePhone')
  const guessed = createHash('sha256')
    .update(JSON.stringify(['people.leavePhone', { phone: '10000000077' }]))
    .digest('hex')
  expect(kept).not.toContain(guessed)
  expect(kept).not.toContain('10000000077')
})

test("a look at the reporter's phone is asked and written down anew each time, also with the same key", async () => {
  const { id } = await submit()
  const look = () =>
    street.ask('grid_staff', 'concerns.readReporter', { id, reason: '约时间上门' }, 'key-look-1')
  answerOf(await look())
  answerOf(await look())
  expect(
    await store.db.selectFrom('access_log').select('id').where('concern_id', '=', id).execute(),
  ).toHaveLength(2)
  await store.db.updateTable('role_grants').set({ to_at: street.time.now }).execute()
  expect(refusalOf(await look())).toBe('FORBIDDEN')
})

test('a department that was called to a private matter reads it no longer once it is over', async () => {
  const { id } = await submit('resident', { category: 'GEO_HAZARD', title: '后山边坡掉石头' })
  const step = (version: number) => ({ id, version })
  answerOf(await street.ask('street_admin', 'concerns.accept', { ...step(1), level: 0, desk: 'street' }))
  answerOf(await street.ask('street_admin', 'concerns.start', step(2)))
  const whistle = { departmentIds: ['water'], note: '来看看', arriveBy: street.time.now + 3_600_000 }
  answerOf(await street.ask('street_admin', 'concerns.whistle', { ...step(3), ...whistle }))
  const row = await store.db
    .selectFrom('concerns')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const restricted = { ...row.body, visibility: 'restricted' as const }
  await store.db.updateTable('concerns').set({ body: restricted }).execute()
  expect(refusalOf(await street.ask('department', 'concerns.get', { id }))).toBeNull()

  const over = {
    state: 'closed' as const,
    closedAt: street.time.now,
    closedAtLevel: 0 as const,
    closing: 'silence' as const,
    note: '',
    outcome: null,
    rating: null,
    mergedInto: null,
  }
  await store.db
    .updateTable('concerns')
    .set({ body: { ...restricted, ...over } })
    .execute()
  expect(refusalOf(await street.ask('department', 'concerns.get', { id }))).toBe('NOT_FOUND')
})

test('"me too" counts people who can be reached, not accounts', async () => {
  const { id } = await submit()
  expect(refusalOf(await street.ask('phoneless', 'concerns.endorse', { id }))).toBe('PHONE_REQUIRED')
})

test('nobody lets his own held words out', async () => {
  const { id, held } = await submit('grid_staff', { detail: '房东电话 13800000000' })
  expect(held).toBe(true)
  expect(refusalOf(await street.ask('grid_staff', 'concerns.release', { id, version: 1 }))).toBe(
    'SELF_APPROVAL',
  )
  answerOf(await street.ask('second_staff', 'concerns.release', { id, version: 1 }))
})

test('a matter about a head is never given to a head, also when nobody knew which one', async () => {
  const { id } = await submit('head', { category: 'HEAD_CONDUCT', title: '前任楼栋长乱收清洁费' })
  const accept = { id, version: 1, level: 3 as const, desk: 'head' as const }
  await store.db
    .updateTable('role_grants')
    .set({ to_at: street.time.now })
    .where('id', '=', 'g.head')
    .execute()
  await store.db
    .insertInto('role_grants')
    .values({
      street_id: '441302010',
      id: 'g.next',
      person_id: personOf('neighbour'),
      role: 'head',
      grid_path: '441302010.001.005.01',
      building_id: 'JX-001',
      department_id: null,
      from_at: street.time.now,
      to_at: street.time.now + 1e9,
    })
    .execute()
  expect(refusalOf(await street.ask('grid_staff', 'concerns.accept', accept))).toBe('VALIDATION')
  expect(await textOf('grid_staff', id)).toContain(nameOf('head'))
})

import { runGoalClock } from '../../../src/server/goals/clock'
import type { Store } from '../../../src/server/storage/database'
import { memoryStore } from '../../support/database'
import { answerOf, GRID, LAMP, refusalOf, type Street, smallStreet } from '../concerns/small-street'
import { newsOf } from '../volunteers/making'

const WEEK = '2022-W51'
const DAY = 86_400_000

let store: Store
let street: Street
beforeAll(async () => {
  store = await memoryStore()
})
beforeEach(async () => {
  street = await smallStreet(store)
})
afterEach(() => expect(street.surprises).toEqual([]))
afterAll(() => store.close())

const lamps = { gridPath: GRID, week: WEEK, text: '修好三盏路灯', ownerId: null, about: null }

test('a grid has one goal a week, whoever is first; its owner proves it with a photo, and everybody sees it', async () => {
  const { id, version } = answerOf(
    await street.ask('grid_staff', 'goals.set', { ...lamps, ownerId: 'p.volunteer' }),
  )
  expect(refusalOf(await street.ask('grid_head', 'goals.set', lamps))).toBe('GOAL_SET')
  expect(refusalOf(await street.ask('resident', 'goals.set', lamps))).toBe('FORBIDDEN')
  expect(await newsOf(street, 'volunteer')).toEqual(['goal_yours'])
  const proof = { id, version, note: '三盏都亮了', photoIds: [await street.photo('volunteer')] }
  expect(refusalOf(await street.ask('neighbour', 'goals.prove', proof))).toBe('FORBIDDEN')
  const bare = { ...proof, photoIds: [] }
  expect(refusalOf(await street.ask('volunteer', 'goals.prove', bare))).toBe('PHOTO_REQUIRED')
  const another = { ...proof, photoIds: [await street.photo('neighbour')] }
  expect(refusalOf(await street.ask('volunteer', 'goals.prove', another))).toBe('PHOTO_REFUSED')
  answerOf(await street.ask('volunteer', 'goals.prove', proof))
  const { items, maySet } = answerOf(await street.ask('grid_staff', 'goals.list', { gridPath: GRID }))
  expect(items).toMatchObject([
    { id, state: 'done', note: '三盏都亮了', photos: [{ id: proof.photoIds[0] }] },
  ])
  expect(maySet).toEqual(['2022-W52'])
  expect(await runGoalClock(street.system, 10)).toBe(0)
})

test('what nobody proved by Sunday night is missed, once, and a week that is over takes no goal', async () => {
  const { id, version } = answerOf(await street.ask('grid_staff', 'goals.set', lamps))
  street.time.now += 7 * DAY
  expect(await runGoalClock(street.system, 10)).toBe(1)
  expect(await runGoalClock(street.system, 10)).toBe(0)
  expect(answerOf(await street.ask('guest', 'goals.get', { id })).state).toBe('missed')
  expect(await newsOf(street, 'grid_staff')).toEqual(['goal_missed'])
  const proof = { id, version: version + 1, note: '补一张', photoIds: [await street.photo('grid_staff')] }
  expect(refusalOf(await street.ask('grid_staff', 'goals.prove', proof))).toBe('NOT_IN_THIS_STATE')
  expect(refusalOf(await street.ask('grid_staff', 'goals.set', lamps))).toBe('NOT_IN_THIS_STATE')
})

test('a change shows before and after, and leads back to what it grew out of', async () => {
  const { id: concernId } = answerOf(
    await street.ask('resident', 'concerns.submit', { ...LAMP, title: '1栋后巷没有路灯' }),
  )
  const change = {
    gridPath: GRID,
    month: '2022-12',
    title: '后巷亮了',
    words: '',
    before: [await street.photo('grid_staff')],
    after: [await street.photo('grid_staff')],
    concernIds: [concernId],
    projectIds: [],
  }
  const missing = { ...change, concernIds: ['no-such-concern'] }
  expect(refusalOf(await street.ask('grid_staff', 'changes.tell', missing))).toBe('NOT_FOUND')
  const { id } = answerOf(await street.ask('grid_staff', 'changes.tell', change))
  const shown = answerOf(await street.ask('guest', 'changes.get', { id }))
  expect(shown.links).toEqual([{ kind: 'concern', id: concernId, title: '1栋后巷没有路灯' }])
  expect(shown.before).toHaveLength(1)
  expect(refusalOf(await street.ask('grid_staff', 'changes.tell', change))).toBe('PHOTO_REFUSED')
})

test('a photo of a goal that the check did not pass is looked at in its own grid, by another than who took it', async () => {
  const { id, version } = answerOf(await street.ask('grid_staff', 'goals.set', lamps))
  const photoId = await street.photo('grid_staff')
  answerOf(
    await street.ask('grid_staff', 'goals.prove', { id, version, note: '都亮了', photoIds: [photoId] }),
  )
  await store.db
    .updateTable('photos')
    .set({ state: 'review', doubt: 'unasked' })
    .where('id', '=', photoId)
    .execute()
  expect(answerOf(await street.ask('guest', 'goals.get', { id })).photos).toEqual([])
  const look = { photoId, shown: true, reason: '' }
  expect(refusalOf(await street.ask('grid_staff', 'content.decide', look))).toBe('SELF_APPROVAL')
  const queue = answerOf(await street.ask('grid_head', 'content.queue', {}))
  expect(queue.items).toMatchObject([{ id: photoId, shows: { kind: 'deed', title: lamps.text } }])
  answerOf(await street.ask('grid_head', 'content.decide', look))
  expect(answerOf(await street.ask('guest', 'goals.get', { id })).photos).toMatchObject([{ id: photoId }])
})

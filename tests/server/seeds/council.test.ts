import { openVault } from '../../../src/server/people/vault'
import { seed } from '../../../src/server/seeds/seed'
import type { Store } from '../../../src/server/storage/database'
import { memoryStore } from '../../support/database'

const EPOCH = Date.parse('2022-12-21T00:00:00+08:00')
const vault = openVault('a secret for nobody but this test, 40 chars')
let store: Store
beforeAll(async () => {
  store = await memoryStore()
  await seed(store, 'pilot', EPOCH, { vault, photos: { put: async () => undefined } })
}, 120_000)
afterAll(() => store.close())

test('the pilot’s council has lamps in debate, parking at the vote, the elders’ room in publicity, and two matters behind it', async () => {
  const motions = await store.db.selectFrom('motions').select(['id', 'state']).orderBy('id').execute()
  expect(motions).toEqual([
    { id: 'motion.elders', state: 'publicity' },
    { id: 'motion.lamp-posts', state: 'in_force' },
    { id: 'motion.lamps', state: 'debating' },
    { id: 'motion.lookouts', state: 'ended' },
    { id: 'motion.parking', state: 'voting' },
  ])
})

test('103 of 191 houses have voted on parking, none of 温师傅 and 曾大姐; 101 to 33 decided the room', async () => {
  const ballots = await store.db
    .selectFrom('ballots')
    .select('unit_id')
    .where('poll_id', '=', 'poll.parking')
    .execute()
  expect(ballots).toHaveLength(103)
  expect(ballots.filter(({ unit_id }) => ['JX-023', 'JX-044', 'JX-045'].includes(unit_id))).toEqual([])
  const counted = await store.db
    .selectFrom('polls')
    .select(['tally', 'units', 'represented'])
    .where('id', '=', 'poll.elders')
    .executeTakeFirstOrThrow()
  expect(counted).toMatchObject({
    units: 191,
    represented: 191,
    tally: { units: { all: 191, for: 101, against: 33, abstain: 4 }, outcome: 'passed' },
  })
})

test('139 houses of 154 wanted the lamps; 64 for and 64 against the lookouts is a tie, and a tie fails', async () => {
  const polls = await store.db
    .selectFrom('polls')
    .select(['id', 'tally'])
    .where('id', 'in', ['poll.lamp-posts', 'poll.lookouts'])
    .orderBy('id')
    .execute()
  expect(polls.map(({ tally }) => tally)).toMatchObject([
    { units: { for: 139, against: 9, abstain: 6 }, outcome: 'passed' },
    { units: { for: 64, against: 64, abstain: 0 }, outcome: 'rejected' },
  ])
})

test('nothing of the council that the clock should have done is left, and the open poll ends in the evening', async () => {
  const due = await store.db.selectFrom('motions').select('id').where('next_at', '<=', EPOCH).execute()
  expect(due).toEqual([])
  const { closes_at } = await store.db
    .selectFrom('polls')
    .select('closes_at')
    .where('id', '=', 'poll.parking')
    .executeTakeFirstOrThrow()
  expect(closes_at).toBe(EPOCH + 2 * 86_400_000 + 20 * 3_600_000)
})

import { sql } from 'kysely'
import type { Store } from '../../../src/server/storage/database'
import { pilotStore } from '../../support/pilot-store'

const EPOCH = Date.parse('2022-12-21T00:00:00+08:00')
let store: Store
beforeAll(async () => {
  store = await pilotStore(EPOCH)
})
afterAll(() => store.close())

const states = async (taskId: string) => {
  const { rows } = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from volunteer_signups where task_id = ${taskId} group by state`.execute(
    store.db,
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

test('the Sunday clean: 23 signed up for 20 places, one cancelled and one moved up, one did not come', async () => {
  expect(await states('task.sunday')).toEqual({ done: 19, no_show: 1, cancelled: 3 })
  const { rows } = await sql<{ people: number; minutes: number }>`
    select count(*)::int as people, min(minutes) as minutes from service_records where task_id = 'task.sunday'`.execute(
    store.db,
  )
  expect(rows).toEqual([{ people: 19, minutes: 150 }])
})

test('last evening somebody cancelled three hours before, and the four others came', async () => {
  expect(await states('task.yesterday')).toEqual({ done: 4, cancelled: 1 })
})

test('the ledger adds up to what each day has, a correction included', async () => {
  const { rows } = await sql<{ apart: number }>`
    select count(*)::int as apart from service_days d where d.minutes <> (select sum(r.minutes) from service_records r
      where r.street_id = d.street_id and r.person_id = d.person_id and r.day = d.day)`.execute(store.db)
  expect(rows).toEqual([{ apart: 0 }])
  const kinds = await sql<{ kind: string; minutes: number }>`
    select kind, minutes from service_records where task_id = 'task.alley-2' and person_id = 'p.resident-li'
    order by minutes`.execute(store.db)
  expect(kinds.rows).toEqual([
    { kind: 'reversal', minutes: -120 },
    { kind: 'correction', minutes: 90 },
    { kind: 'service', minutes: 120 },
  ])
})

test('this week one is full with a queue, one lacks five, one has three stretches, one waits for the captain', async () => {
  expect(await states('task.tonight')).toEqual({ accepted: 4, waiting: 2 })
  expect(await states('task.alley-3')).toEqual({ accepted: 3 })
  expect(await states('task.room')).toEqual({ accepted: 14, waiting: 1 })
  const drafts = await store.db
    .selectFrom('volunteer_tasks')
    .select('id')
    .where('state', '=', 'draft')
    .execute()
  expect(drafts).toEqual([{ id: 'task.plants' }])
})

test('李先生 was told to write his whole name and holds the first certificate of the year; 陈女士 has asked for one', async () => {
  const papers = await store.db
    .selectFrom('volunteer_certificates')
    .select(['no', 'state'])
    .orderBy('id')
    .execute()
  expect(papers).toEqual([
    { no: null, state: 'asked' },
    { no: 'XJZY-2022-000001', state: 'issued' },
    { no: null, state: 'declined' },
  ])
})

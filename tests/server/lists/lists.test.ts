import { sql } from 'kysely'
import type { Concern } from '../../../src/core/concerns/concern'
import { type EntryKind, LIST_KINDS, type ListKind } from '../../../src/core/lists/entry'
import {
  standingOfChange,
  standingOfConcern,
  standingOfGoal,
  standingOfHardship,
  standingOfJoint,
  standingOfMotion,
  standingOfOffer,
  standingOfPairing,
  standingOfProject,
  standingOfTask,
} from '../../../src/core/lists/standing'
import { CLOCK } from '../../../src/core/people/actor'
import { type EntryRow, entriesOf } from '../../../src/server/lists/rows'
import { epochOf, seed } from '../../../src/server/seeds/seed'
import type { Store } from '../../../src/server/storage/database'
import { shiftsOf } from '../../../src/server/volunteers/load'
import { memoryStore } from '../../support/database'
import { answerOf, GRID, LAMP, refusalOf, STREET, type Street, smallStreet, systemOn } from '../concerns/small-street'
import { NOW, vault } from '../people/street'

jest.setTimeout(300_000)

describe('of a grid where little goes on', () => {
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

  const countsOf = async (who: 'guest' | 'grid_staff', list: ListKind) => {
    const { lists } = answerOf(await street.ask(who, 'lists.show', { gridPath: GRID }))
    const found = lists.find((one) => one.list === list)
    return Object.fromEntries((found?.counts ?? []).map(({ state, n }) => [state, n]))
  }

  test('everybody reads the five lists and who keeps them; fewer than five are not told to everybody', async () => {
    for (let n = 0; n < 3; n += 1)
      answerOf(await street.ask('resident', 'concerns.submit', { ...LAMP, title: `第${n}盏路灯不亮了` }))
    const { lists } = answerOf(await street.ask('guest', 'lists.show', { gridPath: GRID }))
    expect(lists.map(({ list }) => list)).toEqual([...LIST_KINDS])
    expect(lists.map(({ hidden }) => hidden)).toEqual([false, true, false, true, false])
    expect(lists[0]?.keepers).toEqual(['姓名-grid_staff', '姓名-second_staff'])
    expect((await countsOf('guest', 'concern')).open).toBeNull()
    expect((await countsOf('grid_staff', 'concern')).open).toBe(3)
    for (let n = 3; n < 5; n += 1)
      answerOf(await street.ask('neighbour', 'concerns.submit', { ...LAMP, title: `第${n}盏路灯不亮了` }))
    expect((await countsOf('guest', 'concern')).open).toBe(5)
  })

  test('the eight seats see what came, what is due and what was struck off this week; a resident is refused', async () => {
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    const goal = { gridPath: GRID, week: '2022-W51', text: '修好三盏路灯', ownerId: null, about: { kind: 'concern' as const, id } }
    const set = answerOf(await street.ask('grid_staff', 'goals.set', goal))
    const proof = { ...set, note: '都亮了', photoIds: [await street.photo('grid_staff')] }
    answerOf(await street.ask('grid_staff', 'goals.prove', proof))
    const week = answerOf(await street.ask('police', 'lists.week', { gridPath: GRID }))
    const of = (list: ListKind) => week.lists.find((one) => one.list === list)
    expect(of('concern')).toMatchObject({ added: 1, decide: 1, addedRows: [{ kind: 'concern', ref: id }] })
    expect(of('cogov')).toMatchObject({ struck: 1, struckRows: [{ kind: 'goal', ref: set.id, state: 'struck' }] })
    expect(refusalOf(await street.ask('resident', 'lists.week', { gridPath: GRID }))).toBe('FORBIDDEN')

    const chain = answerOf(await street.ask('guest', 'lists.chain', { kind: 'goal', id: set.id }))
    expect(chain.nodes.map(({ kind }) => kind)).toEqual(['concern', 'goal'])
    const paper = answerOf(await street.ask('secretary', 'lists.print', { gridPath: GRID }))
    expect(Buffer.from(paper.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('a private matter stands in nobody else’s list', async () => {
    const secret = { ...LAMP, category: 'HARDSHIP' as const, title: '家里老人没人照顾' }
    answerOf(await street.ask('resident', 'concerns.submit', secret))
    const asked = { gridPath: GRID, list: 'concern' as const }
    expect(answerOf(await street.ask('neighbour', 'lists.entries', asked)).items).toEqual([])
    expect(answerOf(await street.ask('grid_staff', 'lists.entries', asked)).items).toHaveLength(1)
  })
})

describe('of the whole demo street', () => {
  let store: Store
  beforeAll(async () => {
    store = await memoryStore()
    await seed(store, 'pilot', epochOf(NOW), { vault, photos: { put: async () => undefined } })
  })
  afterAll(() => store.close())

  test('the database calls every matter what the rules call it', async () => {
    const system = systemOn(store, { now: NOW }, () => undefined)
    await store.transaction(async (tx) => {
      const asking = { tx, system, actor: CLOCK, now: NOW, instant: async () => NOW, sessionHash: null, outside: {} }
      const place = { gridPath: STREET, estateId: null }
      const told = new Map<string, string>()
      for (const list of LIST_KINDS) {
        const { rows } = await sql<EntryRow>`${entriesOf(asking, list, place, false)}`.execute(tx)
        for (const { kind, id, standing } of rows) told.set(`${kind}.${id}`, standing)
      }
      const expected = new Map<string, string>()
      const say = (kind: EntryKind, id: string, standing: string) => expected.set(`${kind}.${id}`, standing)
      for (const { body } of await tx.selectFrom('concerns').select('body').execute())
        say('concern', body.id, standingOfConcern(body as Concern))
      for (const { body } of await tx.selectFrom('pairings').select('body').execute())
        say('pairing', body.id, standingOfPairing(body))
      for (const { body } of await tx.selectFrom('hardship_cases').select('body').execute())
        say('hardship', body.id, standingOfHardship(body))
      for (const { body } of await tx.selectFrom('service_offers').select('body').execute())
        say('offer', body.id, standingOfOffer(body, NOW))
      for (const { body } of await tx.selectFrom('weekly_goals').select('body').execute())
        say('goal', body.id, standingOfGoal(body, NOW))
      for (const { id } of await tx.selectFrom('monthly_changes').select('id').execute())
        say('change', id, standingOfChange())
      for (const { body } of await tx.selectFrom('joint_matters').select('body').execute())
        say('joint', body.id, standingOfJoint(body))
      for (const { body } of await tx.selectFrom('projects').select('body').execute())
        say('project', body.id, standingOfProject(body))
      for (const { body } of await tx.selectFrom('motions').select('body').execute())
        if (told.has(`motion.${body.id}`)) say('motion', body.id, standingOfMotion(body))
      for (const { body } of await tx.selectFrom('volunteer_tasks').select('body').execute()) {
        const shifts = await shiftsOf(tx, { streetId: STREET, id: body.id })
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from volunteer_signups u where task_id = ${body.id}
            and state in ('present', 'done') and not guest
            and not exists (select from service_records r where r.signup_id = u.id)`.execute(tx)
        say('task', body.id, standingOfTask(body, { shifts, unconfirmed: rows[0]?.n ?? 0, now: NOW }))
      }
      expect(Object.fromEntries([...told].sort())).toEqual(Object.fromEntries([...expected].sort()))
      expect(told.size).toBeGreaterThan(60)
    })
  })
})

import { sql } from 'kysely'
import type { HardshipCase } from '../../../src/core/care/hardship'
import type { Pairing } from '../../../src/core/care/pairing'
import type { Concern } from '../../../src/core/concerns/concern'
import type { Motion } from '../../../src/core/council/motion'
import type { Project } from '../../../src/core/council/project'
import type { MonthlyChange } from '../../../src/core/goals/change'
import type { WeeklyGoal } from '../../../src/core/goals/goal'
import type { JointMatter } from '../../../src/core/joint/matter'
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
import type { Offer } from '../../../src/core/offers/offer'
import { CLOCK } from '../../../src/core/people/actor'
import type { Task } from '../../../src/core/volunteers/task'
import { type EntryRow, entriesOf } from '../../../src/server/lists/rows'
import { epochOf } from '../../../src/server/seeds/seed'
import type { Store, Tx } from '../../../src/server/storage/database'
import { shiftsOf } from '../../../src/server/volunteers/load'
import { memoryStore } from '../../support/database'
import { pilotStore } from '../../support/pilot-store'
import {
  answerOf,
  GRID,
  LAMP,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
  systemOn,
} from '../concerns/small-street'
import { NOW } from '../people/street'

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
    const goal = {
      gridPath: GRID,
      week: '2022-W51',
      text: '修好三盏路灯',
      ownerId: null,
      about: { kind: 'concern' as const, id },
    }
    const set = answerOf(await street.ask('grid_staff', 'goals.set', goal))
    const proof = { ...set, note: '都亮了', photoIds: [await street.photo('grid_staff')] }
    answerOf(await street.ask('grid_staff', 'goals.prove', proof))
    const week = answerOf(await street.ask('police', 'lists.week', { gridPath: GRID }))
    const of = (list: ListKind) => week.lists.find((one) => one.list === list)
    expect(of('concern')).toMatchObject({ added: 1, decide: 1, addedRows: [{ kind: 'concern', ref: id }] })
    expect(of('cogov')).toMatchObject({
      struck: 1,
      struckRows: [{ kind: 'goal', ref: set.id, state: 'struck' }],
    })
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
    store = await pilotStore(epochOf(NOW))
  })
  afterAll(() => store.close())

  /** What the rules call every matter there is, by kind and id. */
  async function byTheRules(tx: Tx): Promise<Record<string, string>> {
    const rows = async <Body extends { id: string }>(
      kind: EntryKind,
      table: string,
      standing: (body: Body) => string | Promise<string>,
    ) => {
      const { rows: found } = await sql<{ body: Body }>`select body from ${sql.table(table)}`.execute(tx)
      return Promise.all(found.map(async ({ body }) => [`${kind}.${body.id}`, await standing(body)] as const))
    }
    const ofTask = async (task: Task) => {
      const { rows: left } = await sql<{ n: number }>`
        select count(*)::int as n from volunteer_signups u where task_id = ${task.id}
          and state in ('present', 'done') and not guest
          and not exists (select from service_records r where r.signup_id = u.id)`.execute(tx)
      const shifts = await shiftsOf(tx, { streetId: STREET, id: task.id })
      return standingOfTask(task, { shifts, unconfirmed: left[0]?.n ?? 0, now: NOW })
    }
    return Object.fromEntries([
      ...(await rows<Concern>('concern', 'concerns', standingOfConcern)),
      ...(await rows<Pairing>('pairing', 'pairings', standingOfPairing)),
      ...(await rows<HardshipCase>('hardship', 'hardship_cases', standingOfHardship)),
      ...(await rows<Task>('task', 'volunteer_tasks', ofTask)),
      ...(await rows<Offer>('offer', 'service_offers', (offer) => standingOfOffer(offer, NOW))),
      ...(await rows<Motion>('motion', 'motions', standingOfMotion)),
      ...(await rows<Project>('project', 'projects', standingOfProject)),
      ...(await rows<WeeklyGoal>('goal', 'weekly_goals', (goal) => standingOfGoal(goal, NOW))),
      ...(await rows<MonthlyChange>('change', 'monthly_changes', standingOfChange)),
      ...(await rows<JointMatter>('joint', 'joint_matters', standingOfJoint)),
    ])
  }

  test('the database calls every matter what the rules call it', async () => {
    const system = systemOn(store, { now: NOW }, () => undefined)
    await store.transaction(async (tx) => {
      const asker = { actor: CLOCK, now: NOW, instant: async () => NOW, sessionHash: null, outside: {} }
      const place = { gridPath: STREET, estateId: null }
      const expected = await byTheRules(tx)
      const told: string[][] = []
      for (const list of LIST_KINDS) {
        const { rows } =
          await sql<EntryRow>`${entriesOf({ tx, system, ...asker }, list, place, false)}`.execute(tx)
        told.push(...rows.map(({ kind, id, standing }) => [`${kind}.${id}`, standing]))
      }
      expect(told).toEqual(told.map(([name = '']) => [name, expected[name]]))
      // All but the motions that are not carried, or have become a project.
      const missing = Object.keys(expected).filter((name) => !told.some(([one]) => one === name))
      expect(missing.filter((name) => !name.startsWith('motion.'))).toEqual([])
      expect(told.length).toBeGreaterThan(60)
    })
  })
})

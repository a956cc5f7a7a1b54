import { sql } from 'kysely'
import { runTerms } from '../../../src/server/heads/clock'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  LAMP,
  nameOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
} from '../concerns/small-street'
import { appointed, DAY, moveIn, officesOf, propose } from './making'

describeOnEveryEngine('heads', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    for (const who of ['neighbour', 'follower', 'resident'] as const) await moveIn(store, who)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const mine = async (who: Parameters<Street['ask']>[0]) =>
    answerOf(await street.ask(who, 'people.me', {})).offices.map(({ role }) => role)
  const version = async (id: string) =>
    (
      await store.db
        .selectFrom('head_appointments')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).version
  const concernsAt = async (desk: string) =>
    (
      await store.db
        .selectFrom('concerns')
        .select(['id', 'owner_id'])
        .where('desk', '=', desk as 'head')
        .execute()
    ).length

  /** A matter of building 2 that its head has taken up. */
  async function inHeadsHands(who: 'neighbour' | 'follower') {
    const place = { buildingId: 'JX-002', point: null, words: '' }
    const { id } = answerOf(
      await street.ask('volunteer', 'concerns.submit', { ...LAMP, category: 'GARBAGE', place }),
    )
    const accepted = await street.ask(who, 'concerns.accept', { id, version: 1, level: 3, desk: 'head' })
    return { id, version: answerOf(accepted).version }
  }

  test('proposed on Monday, posted three days, confirmed by the community, in office', async () => {
    const { id } = await propose(street, 'neighbour')
    const posted = answerOf(await street.ask('guest', 'heads.posted', { gridPath: STREET })).items
    expect(posted).toMatchObject([{ id, name: nameOf('neighbour'), buildingLabel: '2栋', objections: 0 }])
    const early = await street.ask('community_staff', 'heads.confirm', { id, version: 1, note: '' })
    expect(refusalOf(early)).toBe('PUBLICITY_RUNNING')
    street.time.now += 3 * DAY
    expect(await mine('neighbour')).toEqual([])
    answerOf(await street.ask('community_staff', 'heads.confirm', { id, version: 1, note: '' }))
    expect(await mine('neighbour')).toEqual(['head'])
    const bench = answerOf(await street.ask('neighbour', 'heads.mine', {}))
    expect(bench.buildings).toMatchObject([
      { buildingId: 'JX-002', kind: 'head', until: street.time.now + 365 * DAY },
    ])
    const news = answerOf(await street.ask('neighbour', 'inbox.list', {})).items
    expect(news.map(({ kind, title }) => [kind, title])).toEqual(
      expect.arrayContaining([
        ['head_proposed', '2栋'],
        ['head_begun', '2栋'],
      ]),
    )
  })

  test('what neighbours say is answered in writing; who said it only those read who decide', async () => {
    const { id } = await propose(street, 'neighbour')
    const object = { id, version: 1, words: '他经常不在' }
    expect(refusalOf(await street.ask('captain', 'heads.object', object))).toBe('FORBIDDEN')
    answerOf(await street.ask('follower', 'heads.object', object))
    street.time.now += 3 * DAY
    const confirm = { id, version: 2, note: '' }
    expect(refusalOf(await street.ask('community_staff', 'heads.confirm', confirm))).toBe(
      'OBJECTIONS_UNANSWERED',
    )
    const read = async (who: 'neighbour' | 'community_staff') =>
      answerOf(await street.ask(who, 'heads.get', { id })).objections
    expect(await read('community_staff')).toMatchObject([{ words: '他经常不在', by: nameOf('follower') }])
    expect(await read('neighbour')).toMatchObject([{ words: '他经常不在', by: null }])
    answerOf(await street.ask('community_staff', 'heads.confirm', { ...confirm, note: '走访过，情况不属实' }))
  })

  test('dismissed is who was heard; reasons and statement are read by him and those above, by nobody else', async () => {
    const { id } = await appointed(street, 'neighbour')
    const hearing = { at: street.time.now, statement: '本人说最近家里有事' }
    const revoke = { id, version: await version(id), reason: '三个月没有巡查', hearing }
    expect(refusalOf(await street.ask('neighbour', 'heads.revoke', revoke))).toBe('FORBIDDEN')
    street.time.now += DAY
    answerOf(await street.ask('community_staff', 'heads.revoke', revoke))
    expect(await mine('neighbour')).toEqual([])
    const told = await Promise.all(
      (['neighbour', 'auditor', 'grid_staff'] as const).map((who) => street.ask(who, 'heads.get', { id })),
    )
    for (const one of told)
      expect(answerOf(one)).toMatchObject({ ending: 'revoked', hearing, reason: '三个月没有巡查' })
    expect(refusalOf(await street.ask('follower', 'heads.get', { id }))).toBe('NOT_FOUND')
  })

  test('what a head had in hand goes to the grid when he leaves a house without one', async () => {
    const { id } = await appointed(street, 'neighbour')
    const held = await inHeadsHands('neighbour')
    answerOf(
      await street.ask('neighbour', 'heads.resign', { id, version: await version(id), reason: '搬走了' }),
    )
    const row = await store.db
      .selectFrom('concerns')
      .select(['desk', 'owner_id', 'version', 'due_at'])
      .where('id', '=', held.id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ desk: 'grid', owner_id: null, version: held.version + 1 })
    const queue = answerOf(await street.ask('grid_staff', 'concerns.queue', {})).items.map((one) => one.id)
    expect(queue).toContain(held.id)
    expect(await concernsAt('head')).toBe(0)
  })

  test('and to the next head when there is one: he finds it on his desk', async () => {
    const first = await appointed(street, 'neighbour', { kind: 'acting', days: 30 })
    const held = await inHeadsHands('neighbour')
    await appointed(street, 'follower')
    expect(await mine('neighbour')).toEqual([])
    expect(await mine('follower')).toEqual(['head'])
    const queue = answerOf(await street.ask('follower', 'concerns.queue', {})).items.map(({ id }) => id)
    expect(queue).toContain(held.id)
    const [acting, head] = await officesOf(store, 'JX-002')
    expect(acting).toMatchObject({ acting: true, to_at: head?.from_at })
    expect(answerOf(await street.ask('auditor', 'heads.get', { id: first.id })).ending).toBe('succeeded')
  })

  test('a term ends by the clock at its instant, and the one confirmed ahead begins in the same', async () => {
    const first = await appointed(street, 'neighbour', { days: 10 })
    const held = await inHeadsHands('neighbour')
    const end = street.time.now + 10 * DAY
    const next = await appointed(street, 'follower')
    expect(await mine('follower')).toEqual([])
    street.time.now = end - 1
    expect(await runTerms(street.system, 10)).toBe(0)
    street.time.now = end + 5
    expect(await runTerms(street.system, 10)).toBe(1)
    expect(await runTerms(street.system, 10)).toBe(0)
    expect((await officesOf(store, 'JX-002')).map(({ from_at, to_at }) => [from_at, to_at])).toEqual([
      [end - 10 * DAY, end],
      [end, end + 365 * DAY],
    ])
    expect(await mine('follower')).toEqual(['head'])
    expect(answerOf(await street.ask('auditor', 'heads.get', { id: first.id })).ending).toBe('expired')
    expect(answerOf(await street.ask('follower', 'concerns.get', { id: held.id })).id).toBe(held.id)
    expect(next.version).toBe(2)
  })

  test('who is to come comes earlier when the one before him leaves earlier', async () => {
    const first = await appointed(street, 'neighbour')
    await appointed(street, 'follower')
    street.time.now += DAY
    answerOf(
      await street.ask('neighbour', 'heads.resign', {
        id: first.id,
        version: await version(first.id),
        reason: '搬走',
      }),
    )
    expect(await mine('follower')).toEqual(['head'])
  })

  test('the checklist: written by the one who left, taken over by the one who came, both by name of the act', async () => {
    const { id } = await appointed(street, 'neighbour')
    answerOf(
      await street.ask('neighbour', 'heads.resign', { id, version: await version(id), reason: '搬走了' }),
    )
    const bench = answerOf(await street.ask('neighbour', 'heads.mine', {}))
    expect(bench.handovers).toMatchObject([{ id, mine: true }])
    const list = { id, version: await version(id), keys: '楼顶门钥匙两把', notes: '三楼水表要常看' }
    answerOf(await street.ask('neighbour', 'heads.hand_over', list))
    await appointed(street, 'follower')
    expect(answerOf(await street.ask('follower', 'heads.mine', {})).handovers).toMatchObject([
      { id, mine: false },
    ])
    expect(answerOf(await street.ask('follower', 'heads.get', { id })).handover?.keys).toBe('楼顶门钥匙两把')
    answerOf(await street.ask('follower', 'heads.take_over', { id, version: await version(id) }))
    expect(answerOf(await street.ask('follower', 'heads.mine', {})).handovers).toEqual([])
  })

  test('one person heads three houses at most', async () => {
    await sql`insert into buildings (street_id, id, estate_id, grid_path, no, label, address, plate_status, lat_e6, lng_e6, use, floors, structure)
      select street_id, 'JX-00' || n, estate_id, grid_path, n, n || '栋', address, 'missing', lat_e6, lng_e6, use, floors, structure
      from buildings, generate_series(3, 5) n where id = 'JX-002'`.execute(store.db)
    for (const buildingId of ['JX-002', 'JX-003', 'JX-004'])
      await appointed(street, 'neighbour', { buildingId })
    const { id, version: seen } = await propose(street, 'neighbour', { buildingId: 'JX-005' })
    street.time.now += 3 * DAY
    const fourth = await street.ask('community_staff', 'heads.confirm', { id, version: seen, note: '' })
    expect(refusalOf(fourth)).toBe('TOO_MANY_BUILDINGS')
    expect(answerOf(await street.ask('neighbour', 'heads.mine', {})).buildings).toHaveLength(3)
  })

  test('the database itself bears neither two in office nor two grants at one instant', async () => {
    await appointed(street, 'neighbour')
    const second = sql`insert into head_appointments (street_id, id, version, body)
      select street_id, 'twin', 1, body || '{"id": "twin"}' from head_appointments where state = 'active'`
    await expect(second.execute(store.db)).rejects.toThrow('head_appointments_in_office')
    for (const shift of [0, 1, DAY]) {
      const grant = sql`insert into role_grants (street_id, id, person_id, role, grid_path, building_id, from_at, to_at)
        select street_id, 'twin', person_id, role, grid_path, building_id, from_at + ${shift}, to_at + ${shift}
        from role_grants where building_id = 'JX-002'`
      await expect(grant.execute(store.db)).rejects.toThrow('another one holds this office')
    }
    const seat = sql`insert into role_grants (street_id, id, person_id, role, grid_path, from_at, to_at)
      select street_id, 'twin', ${personOf('resident')}, role, grid_path, from_at, to_at
      from role_grants where role = 'secretary'`
    await expect(seat.execute(store.db)).rejects.toThrow('another one holds this office')
  })

  test('signed by three different people, or the database does not keep it', async () => {
    await appointed(street, 'neighbour')
    for (const change of ['{"confirmedBy": "p.grid_staff"}', '{"nominatedBy": "p.neighbour"}']) {
      const forged = sql`update head_appointments set body = body || ${change}::jsonb`
      await expect(forged.execute(store.db)).rejects.toThrow('head_appointments_check')
    }
  })

  test('half of the house asks for a removal: the community is called, nobody is told who asked', async () => {
    const { id } = await appointed(street, 'neighbour')
    const ask = async (who: 'follower' | 'resident') =>
      answerOf(await street.ask(who, 'heads.ask_removal', { id, version: await version(id) }))
    const kinds = async (who: Parameters<Street['ask']>[0]) =>
      answerOf(await street.ask(who, 'inbox.list', {})).items.map(({ kind }) => kind)
    await ask('follower')
    expect(await kinds('community_staff')).not.toContain('removal_asked')
    await ask('resident')
    expect(await kinds('community_staff')).toContain('removal_asked')
    expect(await kinds('neighbour')).toContain('removal_asked')
    const told = answerOf(await street.ask('neighbour', 'heads.get', { id }))
    expect(told.removal).toEqual({ asked: 2, households: 3, half: true, answers: [] })
    expect(JSON.stringify(told)).not.toContain(personOf('follower'))

    const answer = { id, version: await version(id), note: '听过本人和邻居，他尽责' }
    answerOf(await street.ask('community_staff', 'heads.answer_removal', answer))
    const after = answerOf(await street.ask('resident', 'heads.get', { id }))
    expect(after.removal).toMatchObject({ asked: 0, half: false, answers: [{ note: answer.note, asked: 2 }] })
    expect(await kinds('neighbour')).toContain('removal_answered')
  })
})

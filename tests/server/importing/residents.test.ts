import { sql } from 'kysely'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  EVERYBODY,
  GRID,
  nameOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'

const PURPOSE = '台风前逐户打电话通知'

describeOnEveryEngine('住户名单 as a file', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    await sql`
      insert into residencies (street_id, id, person_id, building_id, kind, floating, from_at, confirmed_by, confirmed_at)
      values (${STREET}, 'r.own', ${personOf('resident')}, 'JX-001', 'tenant', true, 1, ${personOf('head')}, 2)`.execute(
      store.db,
    )
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const take = (who: Who, gridPath = GRID) =>
    street.ask(who, 'register.exportResidents', { gridPath, purpose: PURPOSE, as: 'csv' })
  const rowsIn = ({ base64 }: { base64: string }) =>
    Buffer.from(base64, 'base64')
      .toString()
      .replace('\ufeff', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
  const looksAt = async (who: Who) => answerOf(await street.ask(who, 'people.looks', {})).items

  test('is for those who call people there, with phones; for those who oversee it, masked; for nobody else', async () => {
    const got = await Promise.all(
      EVERYBODY.map(async (who) => {
        const answer = await take(who)
        return [who, answer.ok ? (answer.data.masked ? 'masked' : 'whole') : answer.error.code]
      }),
    )
    expect(Object.fromEntries(got)).toEqual({
      ...Object.fromEntries(EVERYBODY.map((who) => [who, 'FORBIDDEN'])),
      guest: 'NOT_AUTHENTICATED',
      grid_staff: 'whole',
      second_staff: 'whole',
      community_staff: 'whole',
      grid_head: 'masked',
      auditor: 'masked',
    })
    expect(refusalOf(await take('grid_staff', STREET))).toBe('FORBIDDEN')
  })

  test('has the headings of the import, no birthdays, and phones as far as they may be taken', async () => {
    const [headings, ...rows] = rowsIn(answerOf(await take('community_staff')))
    expect(headings).toEqual(['称呼', '电话', '楼栋编号', '身份', '流动人口', '入住日期', '楼栋', '认过没有'])
    const own = rows.find(([name]) => name === nameOf('resident'))
    expect(own?.[1]).toMatch(/^\d{11}$/)
    expect(own?.slice(2, 4)).toEqual(['JX-001', '租户'])
    const masked = rowsIn(answerOf(await take('grid_head'))).find(([name]) => name === nameOf('resident'))
    expect(masked?.[1]).toMatch(/^\d{3}\*+\d{2,4}$/)
  })

  test('never takes the phone of somebody under age along', async () => {
    await sql`update persons set birth_year = 2006 where id = ${personOf('resident')}`.execute(store.db)
    const rows = rowsIn(answerOf(await take('community_staff')))
    expect(rows.find(([name]) => name === nameOf('resident'))?.[1]).toContain('*')
  })

  test('a name that a spreadsheet would carry out stays a name', async () => {
    await sql`update persons set public_name = '=1+1' where id = ${personOf('resident')}`.execute(store.db)
    const rows = rowsIn(answerOf(await take('community_staff')))
    expect(rows.map(([name]) => name)).toContain("'=1+1")
  })

  test('everybody on it reads who took it and what for, each time; nothing of the file is kept', async () => {
    const before = await looksAt('resident')
    const input = { gridPath: GRID, purpose: PURPOSE }
    const key = '01890000-0000-7000-8000-000000000001'
    answerOf(await street.ask('grid_staff', 'register.exportResidents', input, key))
    answerOf(await street.ask('grid_staff', 'register.exportResidents', input, key))
    const looks = await looksAt('resident')
    expect(looks).toHaveLength(before.length + 2)
    expect(looks[0]).toMatchObject({
      by: nameOf('grid_staff'),
      what: 'residents_exported',
      reason: PURPOSE,
    })
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from commands where answer::text like '%base64%'`.execute(store.db)
    expect(rows).toEqual([{ n: 0 }])
  })

  test('says what it is for, or is refused', async () => {
    expect(
      refusalOf(
        await street.ask('grid_staff', 'register.exportResidents', { gridPath: GRID, purpose: '查' }),
      ),
    ).toBe('VALIDATION')
  })

  test('more people than one file holds are several files', async () => {
    const many = 5_001
    await sql`
      insert into persons (street_id, id, public_name, created_at)
      select ${STREET}, 'p.many-' || n, '住户' || n, 1 from generate_series(1, ${many}) n`.execute(store.db)
    await sql`
      insert into residencies (street_id, id, person_id, building_id, kind, floating, from_at)
      select ${STREET}, 'r.many-' || n, 'p.many-' || n, 'JX-001', 'tenant', true, 1
      from generate_series(1, ${many}) n`.execute(store.db)
    expect(refusalOf(await take('community_staff'))).toBe('FILE_TOO_LONG')
  })

  test('heads stand in a file of their own as they are posted, an empty seat too', async () => {
    const heads = answerOf(
      await street.ask('auditor', 'register.export', { gridPath: GRID, what: 'heads', as: 'csv' }),
    )
    const [, ...rows] = rowsIn(heads)
    expect(rows.map(([id, , , name]) => [id, name])).toEqual([
      ['JX-001', nameOf('head')],
      ['JX-002', '空着'],
    ])
    expect(JSON.stringify(rows)).not.toMatch(/1\d{10}/)
  })
})

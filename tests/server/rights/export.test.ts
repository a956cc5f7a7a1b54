import { sql } from 'kysely'
import { PERSONAL_DATA } from '../../../src/core/people/personal-data'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { asNew } from '../../support/emptying'
import {
  answerOf,
  EVERYBODY,
  LAMP,
  nameOf,
  personOf,
  refusalOf,
  type Street,
  smallStreet,
} from '../concerns/small-street'

describeOnEveryEngine('the file of all that is kept about somebody', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    await asNew(store)
    street = await smallStreet(store)
  })

  const file = async () => answerOf(await street.ask('resident', 'people.export', {}))
  const partOf = async (kind: string) => (await file()).parts.find((part) => part.kind === kind)

  test('it has a part for each kind of the catalogue', async () => {
    expect((await file()).parts.map(({ kind }) => kind)).toEqual(PERSONAL_DATA.map(({ kind }) => kind))
  })

  test('his number stands in it whole, and his own words', async () => {
    answerOf(await street.ask('resident', 'people.leavePhone', { phone: '10000000088' }))
    const { no } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    expect((await partOf('phone'))?.rows).toEqual([{ phone: '10000000088', verifiedAt: null }])
    expect((await partOf('matter'))?.rows).toEqual([
      expect.objectContaining({ no, title: LAMP.title, detail: LAMP.detail }),
    ])
    expect((await partOf('session'))?.count).toBe(1)
  })

  test('nothing of anybody else is in it, however their lives cross his', async () => {
    const own = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    const theirs = answerOf(
      await street.ask('neighbour', 'concerns.submit', {
        ...LAMP,
        category: 'DISPUTE',
        title: '邻居自己的事',
      }),
    )
    answerOf(await street.ask('neighbour', 'concerns.endorse', { id: own.id }))
    answerOf(
      await street.ask('grid_staff', 'concerns.accept', { id: own.id, version: 1, level: 2, desk: 'grid' }),
    )
    answerOf(await street.ask('grid_staff', 'concerns.readReporter', { id: own.id, reason: '约时间上门' }))
    answerOf(await street.ask('resident', 'corrections.ask', { about: 'matter', words: '日期写错了一天' }))
    const danger = { buildingId: 'JX-001', kind: 'ebike' as const, words: '楼道里充电', photoIds: [] }
    answerOf(await street.ask('resident', 'hazards.report', danger))
    answerOf(await street.ask('neighbour', 'hazards.report', { ...danger, words: '邻居说的隐患' }))
    const text = JSON.stringify(await file())
    // The one who looked may be known to whom he looked at; nobody else.
    const others = EVERYBODY.filter((who) => !['guest', 'resident', 'grid_staff'].includes(who))
    expect(others.filter((who) => text.includes(nameOf(who)))).toEqual([])
    expect(EVERYBODY.filter((who) => who !== 'resident' && text.includes(personOf(who)))).toEqual([])
    expect(text).not.toContain('邻居自己的事')
    expect(text).not.toContain(theirs.id)
    expect(text).not.toContain('邻居说的隐患')
    expect(text).toContain('楼道里充电')
    expect(text).toContain('约时间上门')
    expect(text).toContain('日期写错了一天')
  })

  test('it is written down that he asked, and a sixth time in a day is refused', async () => {
    for (let n = 0; n < 5; n += 1) await file()
    expect(refusalOf(await street.ask('resident', 'people.export', {}))).toBe('RATE_LIMITED')
    const lines = await store.db
      .selectFrom('audit_log')
      .select('id')
      .where('operation', '=', 'people.export')
      .execute()
    expect(lines).toHaveLength(5)
    // The file itself lies nowhere.
    expect(await store.db.selectFrom('commands').select('key').execute()).toEqual([])
    street.time.now += 86_400_001
    await file()
  })

  test('an auditor, who handles nothing, gets his own file and no other', async () => {
    const { name } = answerOf(await street.ask('auditor', 'people.export', {}))
    expect(name).toBe(nameOf('auditor'))
  })

  test('however much there is, all of it is given, in answers that WeChat’s cloud carries', async () => {
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    await sql`insert into concerns (street_id, id, version, changed_at, body)
      select street_id, 'many-' || n, 1, changed_at, body || jsonb_build_object('id', 'many-' || n, 'no', 'MANY' || n,
        'detail', repeat('长', 1000), 'submittedAt', (body ->> 'submittedAt')::bigint - n)
      from concerns, generate_series(1, 799) as n where id = ${id}`.execute(store.db)
    const more = (skip: number) => street.ask('resident', 'people.exportMore', { kind: 'matter', skip })
    expect(refusalOf(await more(0))).toBe('NOT_IN_THIS_STATE')
    const begun = await file()
    expect(Buffer.byteLength(JSON.stringify(begun))).toBeLessThan(900_000)
    const part = begun.parts.find(({ kind }) => kind === 'matter')
    const given = [...(part?.rows ?? [])]
    while (given.length < 800) {
      const { count, rows } = answerOf(await more(given.length))
      expect(count).toBe(800)
      expect(rows.length).toBeGreaterThan(0)
      expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(900_000)
      given.push(...rows)
    }
    expect(new Set(given.map(({ no }) => no)).size).toBe(800)
    expect(answerOf(await more(800)).rows).toEqual([])
  })
})

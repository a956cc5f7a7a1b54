import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { asNew } from '../../support/emptying'
import {
  answerOf,
  EVERYBODY,
  GRID,
  LAMP,
  MONDAY,
  nameOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
} from '../concerns/small-street'

describeOnEveryEngine('who looked', (open) => {
  let store: Store
  let street: Street
  let concern: string
  beforeAll(async () => {
    store = await open()
  })
  // The log is emptied too, which the street alone would not do.
  beforeEach(async () => {
    await asNew(store)
    street = await smallStreet(store)
    concern = answerOf(await street.ask('resident', 'concerns.submit', LAMP)).id
    street.time.now += 60_000
    answerOf(await street.ask('grid_staff', 'concerns.readReporter', { id: concern, reason: '约时间上门' }))
  })

  test('a person sees who looked at his phone, in which office, when and why', async () => {
    const { items } = answerOf(await street.ask('resident', 'people.looks', {}))
    expect(items).toEqual([
      {
        id: expect.any(String),
        at: MONDAY + 60_000,
        by: nameOf('grid_staff'),
        office: 'grid_staff',
        what: 'reporter_phone',
        reason: '约时间上门',
        concern: { id: concern, title: LAMP.title },
      },
    ])
  })

  test('nobody else sees it, and his own looks at himself are not among them', async () => {
    answerOf(await street.ask('resident', 'concerns.readReporter', { id: concern, reason: '看看留的号' }))
    for (const who of EVERYBODY.filter((one) => one !== 'resident' && one !== 'guest'))
      expect([who, answerOf(await street.ask(who, 'people.looks', {})).items]).toEqual([who, []])
    expect(answerOf(await street.ask('resident', 'people.looks', {})).items).toHaveLength(1)
  })

  const day = { gridPath: GRID, day: '2022-12-19', reason: '抽查十二月的查看记录' }

  test('an auditor reads the day of a grid: who did what, and the reasons of looks', async () => {
    const { items } = answerOf(await street.ask('auditor', 'audit.read', day))
    expect(
      items.map(({ by, office, operation, look }) => [by, office, operation, look?.reason ?? null]),
    ).toEqual([
      [nameOf('grid_staff'), 'grid_staff', 'concerns.readReporter', '约时间上门'],
      [null, 'resident', 'concerns.submit', null],
    ])
  })

  test('reading the log leaves a line in it, and the reason in the log of looks', async () => {
    street.time.now += 1
    answerOf(await street.ask('street_admin', 'audit.read', day))
    const audited = await store.db
      .selectFrom('audit_log')
      .select(['actor_id', 'office', 'subject_id'])
      .where('operation', '=', 'audit.read')
      .execute()
    expect(audited).toContainEqual({
      actor_id: personOf('street_admin'),
      office: 'street_admin',
      subject_id: GRID,
    })
    const looks = await store.db
      .selectFrom('access_log')
      .select('reason')
      .where('what', '=', 'audit_log')
      .execute()
    expect(looks).toEqual([{ reason: day.reason }])
  })

  test('only the street and the auditor read it, within their own street, and never without a reason', async () => {
    for (const who of ['resident', 'head', 'grid_staff', 'community_staff', 'department'] as const)
      expect([who, refusalOf(await street.ask(who, 'audit.read', day))]).toEqual([who, 'FORBIDDEN'])
    expect(refusalOf(await street.ask('auditor', 'audit.read', { ...day, gridPath: '441302011' }))).toBe(
      'FORBIDDEN',
    )
    expect(refusalOf(await street.ask('auditor', 'audit.read', { ...day, reason: '' }))).toBe('VALIDATION')
  })

  test('another day and another grid are empty; a long day comes in pages', async () => {
    const ask = (more: object) => street.ask('auditor', 'audit.read', { ...day, ...more })
    expect(answerOf(await ask({ day: '2022-12-20' })).items).toEqual([])
    expect(answerOf(await ask({ gridPath: `${STREET}.002` })).items).toEqual([])
    for (let n = 0; n < 25; n += 1) {
      street.time.now += 1
      answerOf(await street.ask('grid_staff', 'concerns.readReporter', { id: concern, reason: `第${n}次` }))
    }
    const first = answerOf(await ask({}))
    expect(first.items).toHaveLength(20)
    street.time.now -= 30_000
    const second = answerOf(await ask({ cursor: first.cursor }))
    const reasons = [...first.items, ...second.items].map(({ look }) => look?.reason)
    expect(new Set(reasons.filter((reason) => reason?.startsWith('第'))).size).toBe(25)
  })
})

import { sql } from 'kysely'
import { runScores } from '../../../src/server/evaluation/clock'
import { verifyScores } from '../../../src/server/evaluation/verify'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { answerOf, refusalOf, STREET, type Street } from '../concerns/small-street'
import { busyMonth, cardOf, detail, newYear, PERIOD, turn, WINDOW } from './making'

describe('a month computed by many at once, on a real server', () => {
  let fresh: FreshPostgres
  let street: Street
  beforeEach(async () => {
    fresh = await freshPostgres()
    street = await newYear(fresh.store)
    await busyMonth(fresh.store)
    await manyHouses()
  })
  afterEach(() => fresh.drop())

  /** Forty more houses, each with a head. */
  async function manyHouses() {
    await sql`
      insert into buildings (street_id, id, estate_id, grid_path, no, label, address, plate_status, lat_e6, lng_e6, use, floors, structure)
      select street_id, 'JX-' || n, estate_id, grid_path, n, n || '栋', address, 'missing', lat_e6, lng_e6, use, floors, structure
      from buildings, generate_series(100, 139) n where id = 'JX-001'`.execute(fresh.store.db)
    await sql`
      insert into role_grants (street_id, id, person_id, role, grid_path, building_id, from_at, to_at)
      select street_id, 'g.' || id, 'p.resident', 'head', grid_path, id, 1, ${WINDOW.to + 1}
      from buildings where no >= 100`.execute(fresh.store.db)
  }

  test('has one edition a head, however many clocks and commands run', async () => {
    const clocks = Array.from({ length: 6 }, async () => {
      for (let run = 0; run < 20; run += 1) await runScores(street.system, 7)
    })
    const commands = ['street_admin', 'neighbour'].map((who) =>
      street.ask(who as 'street_admin', 'scores.compute', { period: PERIOD }),
    )
    await Promise.all([...clocks, ...commands])
    await turn(street)
    const { rows } = await sql<{ cards: number; subjects: number; noted: number }>`
      select count(*)::int as cards, count(distinct subject_id)::int as subjects,
        (select count(*)::int from audit_log where operation = 'score.computed') as noted
      from score_cards where period = ${PERIOD}`.execute(fresh.store.db)
    expect(rows).toEqual([{ cards: 42, subjects: 42, noted: 42 }])
    expect(await verifyScores(fresh.store.db, STREET)).toEqual({ checked: 42, findings: [] })
    expect(street.surprises).toEqual([])
  })

  test('one appeal answered by two at once is answered once, with one new edition', async () => {
    await turn(street)
    const { id } = await cardOf(street, 'head')
    const said = { component: 'patrols', eventId: 'week:2022-12-12', words: '巡过' } as const
    const { version } = answerOf(await street.ask('head', 'scores.appeal', { id, version: 2, ...said }))
    const appealId = (await detail(street, 'head', id)).appeals[0]?.id ?? ''
    const answers = await Promise.all(
      (['community_staff', 'street_admin', 'follower'] as const).map((who) =>
        street.ask(who, 'scores.answer', { id, version, appealId, as: 'granted', note: '属实' }),
      ),
    )
    expect(answers.map(refusalOf).sort()).toEqual(['VERSION_CONFLICT', 'VERSION_CONFLICT', null])
    expect((await detail(street, 'head', id)).editions).toHaveLength(2)
  })

  test('two taps of one neighbour are one answer', async () => {
    const said = { buildingId: 'JX-001', marks: [5, 5, 5] }
    const answers = await Promise.all([1, 2, 3].map(() => street.ask('resident', 'appraisals.answer', said)))
    expect(answers.map(refusalOf).sort()).toEqual(['NOT_IN_THIS_STATE', 'NOT_IN_THIS_STATE', null])
    const { rows } = await sql`select answers from appraisal_sums where quarter = '2023-Q1'`.execute(
      fresh.store.db,
    )
    expect(rows).toEqual([{ answers: 1 }])
  })
})

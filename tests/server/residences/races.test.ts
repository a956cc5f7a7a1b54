import { runResidenceClock } from '../../../src/server/residences/clock'
import { type FreshPostgres, freshPostgres } from '../../support/postgres'
import { answerOf, personOf, refusalOf, type Street, smallStreet } from '../concerns/small-street'
import { DAY } from '../heads/making'

const ROUNDS = 15

describe('one person, one home, on a real server', () => {
  let fresh: FreshPostgres
  let street: Street
  beforeAll(async () => {
    fresh = await freshPostgres()
  })
  beforeEach(async () => {
    street = await smallStreet(fresh.store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))
  afterAll(() => fresh.drop())

  const claim = (buildingId: string, moving = false) =>
    street.ask('resident', 'residences.claim', {
      buildingId,
      kind: 'tenant',
      floating: true,
      since: 1,
      moving,
    })
  const homes = async () =>
    (
      await fresh.store.db
        .selectFrom('residencies')
        .select('id')
        .where('person_id', '=', personOf('resident'))
        .where('to_at', 'is', null)
        .execute()
    ).length
  const rowOf = (id: string) =>
    fresh.store.db.selectFrom('residencies').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  test('of two claims at once one is a home, whichever came first', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const answers = await Promise.all([claim('JX-001'), claim('JX-002')])
      expect(answers.map(refusalOf).sort()).toEqual(['HOME_ELSEWHERE', null])
      expect(await homes()).toBe(1)
      street = await smallStreet(fresh.store)
    }
  })

  test('two moves at once leave one home, and one that ended', async () => {
    answerOf(await claim('JX-001'))
    const answers = await Promise.all([claim('JX-002', true), claim('JX-002', true)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await homes()).toBe(1)
  })

  test('of two who answer at once one is heard, and a yes and a no never both', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = answerOf(await claim('JX-001'))
      const answers = await Promise.all([
        street.ask('head', 'residences.confirm', { id }),
        street.ask('grid_staff', 'residences.confirm', { id }),
        street.ask('second_staff', 'residences.refuse', { id, reason: '没见过' }),
      ])
      expect(answers.map(refusalOf).sort()).toEqual(['NOT_IN_THIS_STATE', 'NOT_IN_THIS_STATE', null])
      const row = await rowOf(id)
      expect((row.confirmed_at === null) === (row.ended_kind === 'refused')).toBe(true)
      street = await smallStreet(fresh.store)
    }
  })

  test('a move-out in the moment of a confirmation: he never counts where he does not live', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = answerOf(await claim('JX-001'))
      await Promise.all([
        street.ask('head', 'residences.confirm', { id }),
        street.ask('resident', 'residences.withdraw', { id }),
        claim('JX-002', true),
      ])
      const row = await rowOf(id)
      const me = answerOf(await street.ask('resident', 'people.me', {}))
      if (row.to_at !== null) expect(me.realNameLevel).toBe(1)
      else expect(me).toMatchObject({ realNameLevel: 2, home: { buildingId: 'JX-001' } })
      expect(await homes()).toBeLessThanOrEqual(1)
      street = await smallStreet(fresh.store)
    }
  })

  test('four clocks at once remind once and end a year once', async () => {
    const { id } = answerOf(await claim('JX-001'))
    answerOf(await street.ask('head', 'residences.confirm', { id }))
    const told = async (kind: string) =>
      (await fresh.store.db.selectFrom('inbox_messages').select('id').where('kind', '=', kind).execute())
        .length
    for (const [days, kind] of [
      [340, 'home_expiring'],
      [25, 'home_lapsed'],
    ] as const) {
      street.time.now += days * DAY
      await Promise.all([1, 2, 3, 4].map(() => runResidenceClock(street.system, 10)))
      expect(await told(kind)).toBe(1)
    }
  })
})

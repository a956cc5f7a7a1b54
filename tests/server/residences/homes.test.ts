import type { OutputOf } from '../../../src/contracts/operations'
import { residentsAt } from '../../../src/core/residences/roll'
import { runResidenceClock } from '../../../src/server/residences/clock'
import { staysIn } from '../../../src/server/residences/stays'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  nameOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'
import { DAY, moveIn } from '../heads/making'

const YEAR = 365 * DAY

describeOnEveryEngine('homes', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const claim = (who: Who, buildingId = 'JX-001', more: { moving?: boolean } = {}) =>
    street.ask(who, 'residences.claim', {
      buildingId,
      kind: 'tenant',
      floating: true,
      since: street.time.now - 10 * DAY,
      ...more,
    })
  const claimed = async (who: Who, buildingId?: string) => answerOf(await claim(who, buildingId)).id
  const home = async (who: Who) => answerOf(await street.ask(who, 'residences.mine', {}))
  const level = async (who: Who) => answerOf(await street.ask(who, 'people.me', {})).realNameLevel
  const waitsFor = async (who: Who) =>
    answerOf(await street.ask(who, 'residences.list', {})).items.map(({ name }) => name)
  const news = async (who: Who) =>
    answerOf(await street.ask(who, 'inbox.list', {})).items.map(({ kind, note }) => [kind, note])
  const countedAt = (at: number, buildingId = 'JX-001') =>
    store.transaction(async (tx) =>
      residentsAt(await staysIn(tx, { streetId: STREET, buildingId }), buildingId, at),
    )

  test('claimed, heard of by the head, vouched for, and then it counts', async () => {
    const id = await claimed('resident')
    expect(await level('resident')).toBe(1)
    expect(await news('head')).toEqual([['home_claimed', undefined]])
    expect(await waitsFor('head')).toEqual([nameOf('resident')])
    answerOf(await street.ask('head', 'residences.confirm', { id }))
    expect(await level('resident')).toBe(2)
    expect((await home('resident')).home).toMatchObject({ counts: true, until: street.time.now + YEAR })
    expect(await waitsFor('head')).toEqual([])
    expect(refusalOf(await street.ask('grid_staff', 'residences.confirm', { id }))).toBe('NOT_IN_THIS_STATE')
  })

  test('the head sees his own house, grid staff the whole grid; of a phone only the ends', async () => {
    await claimed('resident')
    await claimed('neighbour', 'JX-002')
    await claimed('head')
    expect(await waitsFor('head')).toEqual([nameOf('resident')])
    expect((await waitsFor('grid_staff')).sort()).toEqual(
      [nameOf('head'), nameOf('neighbour'), nameOf('resident')].sort(),
    )
    const [first] = answerOf(
      await street.ask('grid_staff', 'residences.list', { buildingId: 'JX-002' }),
    ).items
    expect(first).toMatchObject({ phone: '100****0001', buildingLabel: '2栋', may: ['confirm', 'refuse'] })
    expect(refusalOf(await street.ask('community_staff', 'residences.list', {}))).toBe('FORBIDDEN')
  })

  test('a head is vouched for by grid staff alone, a grid worker by a colleague', async () => {
    const ofHead = await claimed('head')
    expect(refusalOf(await street.ask('head', 'residences.confirm', { id: ofHead }))).toBe('SELF_APPROVAL')
    answerOf(await street.ask('grid_staff', 'residences.confirm', { id: ofHead }))
    const ofStaff = await claimed('grid_staff', 'JX-002')
    expect(refusalOf(await street.ask('grid_staff', 'residences.confirm', { id: ofStaff }))).toBe(
      'SELF_APPROVAL',
    )
    answerOf(await street.ask('second_staff', 'residences.confirm', { id: ofStaff }))
  })

  test('who is not believed reads why, and may claim again', async () => {
    const id = await claimed('resident')
    const refuse = { id, reason: '没见过，请带合同来' }
    expect(refusalOf(await street.ask('neighbour', 'residences.refuse', refuse))).toBe('FORBIDDEN')
    answerOf(await street.ask('head', 'residences.refuse', refuse))
    expect(await news('resident')).toEqual([['home_denied', refuse.reason]])
    expect(await home('resident')).toMatchObject({
      home: null,
      before: [{ ending: 'refused', reason: refuse.reason, buildingLabel: '1栋' }],
    })
    await claimed('resident')
  })

  test('somebody has one home at a time, a phone to be asked by, and a house that exists', async () => {
    await claimed('neighbour')
    expect(refusalOf(await claim('neighbour', 'JX-002'))).toBe('HOME_ELSEWHERE')
    expect(refusalOf(await claim('neighbour', 'JX-001', { moving: true }))).toBe('NOT_IN_THIS_STATE')
    expect(refusalOf(await claim('phoneless'))).toBe('PHONE_REQUIRED')
    expect(refusalOf(await claim('follower', 'nowhere'))).toBe('NOT_FOUND')
  })

  test('who moves has to be vouched for anew; where he lived stays known, and so does whom a roll had', async () => {
    const id = await claimed('resident')
    answerOf(await street.ask('head', 'residences.confirm', { id }))
    const before = street.time.now
    street.time.now += DAY
    answerOf(await claim('resident', 'JX-002', { moving: true }))
    expect(await level('resident')).toBe(1)
    expect(await home('resident')).toMatchObject({
      home: { buildingLabel: '2栋', state: 'waiting' },
      before: [{ buildingLabel: '1栋', ending: 'moved' }],
    })
    expect(await countedAt(before)).toEqual([personOf('resident')])
    expect(await countedAt(street.time.now)).toEqual([])
    expect(await countedAt(street.time.now, 'JX-002')).toEqual([])
  })

  test('a move-out, one’s own or reported, counts from its instant on; the person is told who did not do it', async () => {
    for (const who of ['resident', 'neighbour'] as const) {
      const id = await claimed(who)
      answerOf(await street.ask('head', 'residences.confirm', { id }))
      street.time.now += DAY
      if (who === 'resident') answerOf(await street.ask(who, 'residences.move_out', { id }))
      else answerOf(await street.ask('head', 'residences.report', { id, reason: '上个月退了房' }))
      expect(await level(who)).toBe(1)
      expect(await countedAt(street.time.now)).toEqual([])
      expect(await countedAt(street.time.now - 1)).toEqual([personOf(who)])
    }
    expect((await news('resident')).map(([kind]) => kind)).toEqual(['home_confirmed'])
    expect(await news('neighbour')).toEqual(expect.arrayContaining([['home_reported', '上个月退了房']]))
  })

  test('thirty days before the year is over he is told once; one tap asks, one tap renews', async () => {
    const id = await claimed('resident')
    answerOf(await street.ask('head', 'residences.confirm', { id }))
    const end = street.time.now + YEAR
    expect(refusalOf(await street.ask('resident', 'residences.ask_renewal', { id }))).toBe('NOT_YET')
    street.time.now = end - 30 * DAY
    expect(await runResidenceClock(street.system, 10)).toBe(1)
    expect(await runResidenceClock(street.system, 10)).toBe(0)
    await anew('resident', 'head')
    expect(answerOf(await street.ask('resident', 'inbox.list', {})).items[0]).toMatchObject({
      kind: 'home_expiring',
      until: end,
    })
    answerOf(await street.ask('resident', 'residences.ask_renewal', { id }))
    const [asked] = answerOf(await street.ask('head', 'residences.list', {})).items
    expect(asked).toMatchObject({ renewal: true, may: ['renew', 'report'] })
    answerOf(await street.ask('head', 'residences.renew', { id }))
    expect((await home('resident')).home).toMatchObject({ until: street.time.now + YEAR, renewal: false })
    expect(await countedAt(end - YEAR + DAY)).toEqual([personOf('resident')])
    expect(await countedAt(street.time.now + DAY)).toEqual([personOf('resident')])
  })

  test('a year that ran out puts him back among those who wait; the roll of last week still has him', async () => {
    const id = await claimed('resident')
    answerOf(await street.ask('head', 'residences.confirm', { id }))
    const end = street.time.now + YEAR
    street.time.now = end
    expect(await runResidenceClock(street.system, 10)).toBe(1)
    await anew('resident', 'head')
    expect((await home('resident')).home).toMatchObject({ state: 'waiting', buildingLabel: '1栋' })
    expect((await news('resident')).map(([kind]) => kind)).toContain('home_lapsed')
    expect(await waitsFor('head')).toEqual([nameOf('resident')])
    street.time.now += DAY
    answerOf(await street.ask('head', 'residences.confirm', { id }))
    expect(await countedAt(end - 1)).toEqual([personOf('resident')])
    expect(await countedAt(end)).toEqual([])
    expect(await countedAt(street.time.now)).toEqual([personOf('resident')])
  })

  test('three pages of a grid come one by one, everybody once', async () => {
    const people = Array.from({ length: 45 }, (_, at) => `p.many-${String(at).padStart(2, '0')}`)
    await store.db
      .insertInto('persons')
      .values(people.map((id) => ({ street_id: STREET, id, public_name: id, created_at: 1 })))
      .execute()
    await store.db
      .insertInto('residencies')
      .values(
        people.map((person_id, at) => ({
          street_id: STREET,
          id: `r.${person_id}`,
          person_id,
          building_id: at % 2 ? 'JX-001' : 'JX-002',
          kind: 'tenant' as const,
          floating: true,
          from_at: 1 + (at % 3),
        })),
      )
      .execute()
    await moveIn(store, 'follower')
    for (const [show, expected] of [
      ['waiting', 45],
      ['living', 1],
    ] as const) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: OutputOf<'residences.list'> = answerOf(
          await street.ask('grid_staff', 'residences.list', { show, cursor }),
        )
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.cursor
        expect(page.waiting).toBe(45)
      } while (cursor)
      expect(new Set(seen).size).toBe(expected)
      expect(seen).toHaveLength(expected)
    }
  })

  /** Sessions do not last a year. */
  async function anew(...who: Who[]): Promise<void> {
    await store.db
      .updateTable('sessions')
      .set({ expires_at: street.time.now + YEAR })
      .where('person_id', 'in', who.map(personOf))
      .execute()
    await store.db
      .updateTable('role_grants')
      .set({ to_at: street.time.now + 2 * YEAR })
      .execute()
  }
})

import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  GRID,
  nameOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
} from '../concerns/small-street'
import { DAY } from '../heads/making'

describeOnEveryEngine('offices and notices', (open) => {
  let store: Store
  let street: Street
  let until: number
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    until = street.time.now + 100 * DAY
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const roles = async (who: 'resident' | 'neighbour' | 'captain' | 'street_admin') =>
    answerOf(await street.ask(who, 'people.me', {})).offices.map(({ role }) => role)
  const give = (
    who: 'community_staff' | 'street_admin',
    role: 'captain' | 'grid_staff' | 'street_admin' | 'auditor',
  ) =>
    street.ask(who, 'offices.assign', {
      personId: personOf('resident'),
      role,
      gridPath: role === 'captain' || role === 'grid_staff' ? GRID : STREET,
      until,
    })

  test('a community gives an office in its own grid, at once; a taken seat it does not give again', async () => {
    expect(answerOf(await give('community_staff', 'grid_staff'))).toMatchObject({ waits: false })
    expect(await roles('resident')).toEqual(['grid_staff'])
    expect(refusalOf(await give('community_staff', 'grid_staff'))).toBe('OFFICE_HELD')
    expect(refusalOf(await give('community_staff', 'captain'))).toBe('SEAT_TAKEN')
  })

  test('a street admin takes two street admins', async () => {
    const { id, waits } = answerOf(await give('street_admin', 'street_admin'))
    expect([waits, await roles('resident')]).toEqual([true, []])
    expect(refusalOf(await give('street_admin', 'street_admin'))).toBe('OFFICE_HELD')
    expect(refusalOf(await street.ask('street_admin', 'offices.answer', { id, approve: true }))).toBe(
      'SELF_APPROVAL',
    )
    await secondAdmin()
    answerOf(await street.ask('neighbour', 'offices.answer', { id, approve: true }))
    expect(await roles('resident')).toEqual(['street_admin'])
    expect(refusalOf(await street.ask('neighbour', 'offices.answer', { id, approve: true }))).toBe(
      'NOT_FOUND',
    )
  })

  test('turned down, it is over', async () => {
    const { id } = answerOf(await give('street_admin', 'auditor'))
    await secondAdmin()
    answerOf(await street.ask('neighbour', 'offices.answer', { id, approve: false }))
    expect(await roles('resident')).toEqual([])
    expect(answerOf(await street.ask('street_admin', 'offices.list', { gridPath: STREET })).waiting).toEqual(
      [],
    )
  })

  async function secondAdmin() {
    await store.db
      .insertInto('role_grants')
      .values({
        street_id: STREET,
        id: 'g.second',
        person_id: personOf('neighbour'),
        role: 'street_admin',
        grid_path: STREET,
        building_id: null,
        department_id: null,
        from_at: 1,
        to_at: until,
      })
      .execute()
  }

  test('an office is ended with a reason, and the last street admin stays', async () => {
    const end = { grantId: 'g.captain', reason: '任期内搬走' }
    expect(refusalOf(await street.ask('grid_staff', 'offices.end', end))).toBe('FORBIDDEN')
    answerOf(await street.ask('community_staff', 'offices.end', end))
    expect(await roles('captain')).toEqual([])
    const last = { grantId: 'g.street_admin', reason: '退休' }
    expect(refusalOf(await street.ask('street_admin', 'offices.end', last))).toBe('LAST_STREET_ADMIN')
  })

  test('of two street admins who end each other at once, one stays', async () => {
    await secondAdmin()
    const answers = await Promise.all([
      street.ask('street_admin', 'offices.end', { grantId: 'g.second', reason: '调走了' }),
      street.ask('neighbour', 'offices.end', { grantId: 'g.street_admin', reason: '调走了' }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect([...(await roles('street_admin')), ...(await roles('neighbour'))]).toEqual(['street_admin'])
  })

  test('the notice board shows eight seats, empty ones too, and a phone only while its owner agrees', async () => {
    const seat = async (name: string) => {
      const board = answerOf(await street.ask('guest', 'places.board', { gridPath: GRID }))
      return board.seats.find((one) => one.seat === name)?.holders
    }
    expect(answerOf(await street.ask('guest', 'places.board', { gridPath: GRID })).seats).toHaveLength(8)
    expect(await seat('deputy_head')).toEqual([])
    expect(await seat('police')).toEqual([{ name: nameOf('police'), phone: null }])
    answerOf(await street.ask('police', 'offices.postPhone', { show: true }))
    expect(await seat('police')).toEqual([{ name: nameOf('police'), phone: '10000000001' }])
    const own = answerOf(await street.ask('police', 'places.board', { gridPath: GRID })).mine
    expect(own).toEqual({ phonePosted: true })
    answerOf(await street.ask('police', 'offices.postPhone', { show: false }))
    expect(await seat('police')).toEqual([{ name: nameOf('police'), phone: null }])
    expect(refusalOf(await street.ask('guest', 'places.board', { gridPath: STREET }))).toBe('NOT_FOUND')
  })

  test('a look for somebody by phone is written down with its reason', async () => {
    const { vault } = street.system
    await store.db
      .updateTable('persons')
      .set({ phone_index: vault.index('10000000001', 'phone') })
      .where('id', '=', personOf('follower'))
      .execute()
    const look = { phone: '10000000001', reason: '任命网格员' }
    const { person } = answerOf(await street.ask('community_staff', 'people.find', look))
    expect(person).toEqual({ personId: personOf('follower'), name: nameOf('follower') })
    expect(
      answerOf(await street.ask('grid_head', 'people.find', { ...look, phone: '10000000009' })).person,
    ).toBeNull()
    const looks = await store.db
      .selectFrom('access_log')
      .select(['actor_id', 'subject_id', 'what', 'reason'])
      .where('what', '=', 'found_by_phone')
      .execute()
    expect(looks).toEqual([
      {
        actor_id: personOf('community_staff'),
        subject_id: personOf('follower'),
        what: 'found_by_phone',
        reason: '任命网格员',
      },
    ])
  })

  test('a notice goes to the heads of the grid; who passed it on is counted for the one who wrote it', async () => {
    const words = { title: '周六停水两小时', words: '请告诉每一户' }
    expect(refusalOf(await street.ask('head', 'notices.write', { gridPath: GRID, ...words }))).toBe(
      'FORBIDDEN',
    )
    const above = await street.ask('grid_staff', 'notices.write', { gridPath: STREET, ...words })
    expect(refusalOf(above)).toBe('FORBIDDEN')
    const { id, houses } = answerOf(
      await street.ask('grid_staff', 'notices.write', { gridPath: GRID, ...words }),
    )
    expect(houses).toBe(1)
    const waiting = answerOf(await street.ask('head', 'notices.to_pass', {})).items
    expect(waiting).toMatchObject([{ id, title: words.title, buildingLabel: '1栋' }])
    const elsewhere = await street.ask('head', 'notices.pass_on', { id, buildingId: 'JX-002' })
    expect(refusalOf(elsewhere)).toBe('FORBIDDEN')
    const counts = async () => {
      const [one] = answerOf(await street.ask('grid_staff', 'notices.written', {})).items
      return [one?.passed, one?.houses]
    }
    expect(await counts()).toEqual([0, 1])
    answerOf(await street.ask('head', 'notices.pass_on', { id, buildingId: 'JX-001' }))
    expect(await counts()).toEqual([1, 1])
    expect(answerOf(await street.ask('head', 'notices.to_pass', {})).items).toEqual([])
    expect(answerOf(await street.ask('second_staff', 'notices.written', {})).items).toEqual([])
  })
})

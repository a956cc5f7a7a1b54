import type { InputOf } from '../../../src/contracts/operations'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  GRID,
  MONDAY,
  nameOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
} from '../concerns/small-street'

const HOUR = 3_600_000
const station: InputOf<'services.saveStation'> = {
  id: null,
  gridPath: GRID,
  name: '金兴街党群服务站',
  address: '23栋旁',
  phone: '100-2810001',
  hours: { workdays: [[510, 720]], weekends: [], holidays: [] },
}

describeOnEveryEngine('stations, branches and the directory', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const shown = async () => answerOf(await street.ask('guest', 'services.show', { gridPath: GRID }))
  const make = async () => answerOf(await street.ask('community_staff', 'services.saveStation', station)).id

  test('a guest reads whether the door is open now, and what goes on there', async () => {
    const id = await make()
    // Monday, nine o'clock in China.
    expect((await shown()).stations).toMatchObject([{ id, openNow: true, activities: [] }])
    const chess = { stationId: id, title: '象棋', place: '一楼', from: MONDAY + HOUR, to: MONDAY + 2 * HOUR }
    const { id: activity } = answerOf(await street.ask('community_staff', 'services.announce', chess))
    expect((await shown()).stations[0]?.activities).toMatchObject([{ id: activity, title: '象棋' }])
    street.time.now += 3 * HOUR
    expect((await shown()).stations).toMatchObject([{ openNow: false, activities: [] }])
    expect(refusalOf(await street.ask('community_staff', 'services.announce', chess))).toBe('VALIDATION')
  })

  test('an activity that is called off and a station that is gone are not shown', async () => {
    const id = await make()
    const chess = { stationId: id, title: '象棋', place: '一楼', from: MONDAY + HOUR, to: MONDAY + 2 * HOUR }
    const { id: activity } = answerOf(await street.ask('community_staff', 'services.announce', chess))
    answerOf(await street.ask('community_staff', 'services.callOff', { id: activity }))
    expect((await shown()).stations[0]?.activities).toEqual([])
    answerOf(await street.ask('community_staff', 'services.closeStation', { id }))
    expect((await shown()).stations).toEqual([])
    expect(refusalOf(await street.ask('community_staff', 'services.saveStation', { ...station, id }))).toBe(
      'NOT_FOUND',
    )
  })

  test('another community’s stations are not theirs, nor is one moved into or out of their grids', async () => {
    const id = await make()
    await store.db
      .updateTable('role_grants')
      .set({ grid_path: `${STREET}.001.005.01` })
      .where('id', '=', 'g.community_staff')
      .execute()
    const here = { ...station, id, gridPath: `${STREET}.001.005.01` }
    expect(refusalOf(await street.ask('community_staff', 'services.saveStation', here))).toBe('FORBIDDEN')
    expect(refusalOf(await street.ask('community_staff', 'services.closeStation', { id }))).toBe('FORBIDDEN')
  })

  test('a branch names its secretary and counts its members', async () => {
    const branch: InputOf<'services.saveBranch'> = {
      id: null,
      gridPath: GRID,
      estateId: 'jx',
      name: '20号小区党支部',
      secretaryId: personOf('secretary'),
      members: 14,
      duties: '值守、调解',
    }
    const { id } = answerOf(await street.ask('community_staff', 'services.saveBranch', branch))
    expect((await shown()).branches).toEqual([
      {
        id,
        estateId: 'jx',
        name: branch.name,
        estateName: '20号小区',
        secretary: nameOf('secretary'),
        members: 14,
        duties: branch.duties,
      },
    ])
    expect(
      refusalOf(
        await street.ask('community_staff', 'services.saveBranch', { ...branch, estateId: 'nowhere' }),
      ),
    ).toBe('NOT_FOUND')
    answerOf(await street.ask('community_staff', 'services.endBranch', { id }))
    expect((await shown()).branches).toEqual([])
  })

  test('the street keeps the directory of departments', async () => {
    const court = {
      id: null,
      name: '人民法庭',
      level: 'district',
      kind: 'court',
      phone: null,
      duties: '调解',
    } as const
    expect(refusalOf(await street.ask('community_staff', 'departments.save', court))).toBe('FORBIDDEN')
    const { id } = answerOf(await street.ask('street_admin', 'departments.save', court))
    answerOf(await street.ask('street_admin', 'departments.save', { ...court, id, phone: '100-1' }))
    const { departments } = answerOf(await street.ask('guest', 'places.departments', {}))
    expect(departments).toContainEqual({ ...court, id, phone: '100-1' })
  })
})

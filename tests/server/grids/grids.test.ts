import { sql } from 'kysely'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  GRID,
  LAMP,
  nameOf,
  PIECE,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'

const COMMUNITY = `${STREET}.001`

describeOnEveryEngine('the tree of grids changes', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const add = async (parentPath: string, code: string, name: string) =>
    answerOf(await street.ask('street_admin', 'grids.add', { parentPath, code, name })).gridPath
  const history = async (gridPath: string) =>
    answerOf(await street.ask('guest', 'grids.history', { gridPath })).items
  const give = (who: Who, grid_path: string) =>
    store.db.updateTable('role_grants').set({ grid_path }).where('id', '=', `g.${who}`).execute()

  test('a house moves with its open matters, its head and its dangers; the new grid works on them, the old one does not', async () => {
    const other = await add(COMMUNITY, '006', '新网格')
    const piece = await add(other, '01', '新网格1片区')
    await give('second_staff', other)
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    answerOf(await street.ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
    answerOf(await street.ask('street_admin', 'grids.moveHouse', { buildingId: 'JX-001', gridPath: piece }))

    expect(refusalOf(await street.ask('grid_staff', 'concerns.start', { id, version: 3 }))).toBe('FORBIDDEN')
    answerOf(await street.ask('second_staff', 'concerns.start', { id, version: 3 }))
    expect(
      answerOf(await street.ask('second_staff', 'inbox.list', {})).items.map(({ kind }) => kind),
    ).toContain('delegated')
    expect(answerOf(await street.ask('head', 'people.me', {})).offices).toMatchObject([
      { role: 'head', gridPath: piece },
    ])
    expect((await history(PIECE)).map(({ kind, words }) => [kind, words])).toEqual([['house_out', '1栋']])
    expect((await history(piece)).map(({ kind }) => kind).sort()).toEqual(['added', 'house_in'])
  })

  test('a name changes and the former one stays on the notice', async () => {
    answerOf(await street.ask('street_admin', 'grids.rename', { gridPath: GRID, name: '金兴街北网格' }))
    expect(await history(GRID)).toMatchObject([
      { kind: 'renamed', gridName: '金兴街北网格', words: '第2级', by: nameOf('street_admin') },
    ])
  })

  test('a grid is closed when nothing is left in it, is never deleted, and its code is never given again', async () => {
    const old = await add(COMMUNITY, '006', '老网格')
    await give('second_staff', old)
    expect(
      refusalOf(await street.ask('street_admin', 'grids.close', { gridPath: GRID, successors: [old] })),
    ).toBe('GRID_NOT_EMPTY')
    answerOf(await street.ask('street_admin', 'grids.close', { gridPath: old, successors: [GRID] }))
    expect(answerOf(await street.ask('second_staff', 'people.me', {})).offices).toEqual([])
    const again = { parentPath: COMMUNITY, code: '006', name: '又一个' }
    expect(refusalOf(await street.ask('street_admin', 'grids.add', again))).toBe('CODE_TAKEN')
    const { parts } = answerOf(await street.ask('guest', 'places.grid', { gridPath: COMMUNITY }))
    expect(parts.map(({ gridPath }) => gridPath)).toEqual([GRID])
  })

  test('a boundary that crosses itself is refused, and each version of one is kept', async () => {
    const draw = (boundary: [number, number][]) =>
      street.ask('street_admin', 'grids.draw', { gridPath: GRID, boundary })
    expect(
      refusalOf(
        await draw([
          [0, 0],
          [9, 9],
          [9, 0],
          [0, 9],
          [0, 0],
        ]),
      ),
    ).toBe('BOUNDARY_UNFIT')
    answerOf(
      await draw([
        [0, 0],
        [0, 9],
        [9, 0],
        [0, 0],
      ]),
    )
    answerOf(
      await draw([
        [0, 0],
        [0, 8],
        [8, 0],
        [0, 0],
      ]),
    )
    const kept = await sql<{
      before: unknown
    }>`select detail -> 'before' as before from grid_changes order by id`.execute(store.db)
    expect(kept.rows.map(({ before }) => before)).toEqual([
      null,
      [
        [0, 0],
        [0, 9],
        [9, 0],
        [0, 0],
      ],
    ])
    await expect(sql`delete from grid_changes`.execute(store.db)).rejects.toThrow(/append-only/)
  })

  test('only the street changes the tree', async () => {
    for (const who of ['community_staff', 'grid_head', 'auditor'] as const)
      expect(refusalOf(await street.ask(who, 'grids.rename', { gridPath: GRID, name: '别的' }))).toBe(
        'FORBIDDEN',
      )
  })

  test('a line that was drawn is read by everybody, with the houses and the lines around it', async () => {
    const ring: [number, number][] = [
      [23_169_000, 114_419_000],
      [23_169_000, 114_421_000],
      [23_172_000, 114_421_000],
      [23_169_000, 114_419_000],
    ]
    answerOf(await street.ask('street_admin', 'grids.draw', { gridPath: GRID, boundary: ring }))
    const whole = answerOf(await street.ask('guest', 'grids.boundary', { gridPath: GRID }))
    expect(whole).toMatchObject({ boundary: ring, around: [] })
    expect(whole.houses.map(({ label }) => label)).toEqual(['1栋', '2栋'])
    const piece = answerOf(await street.ask('guest', 'grids.boundary', { gridPath: PIECE }))
    expect(piece.boundary).toBeNull()
    expect(piece.around).toEqual([{ name: '第2级', boundary: ring }])
    expect(answerOf(await street.ask('guest', 'grids.boundary', { gridPath: STREET })).houses).toEqual([])
    expect(refusalOf(await street.ask('guest', 'grids.boundary', { gridPath: `${GRID}.99` }))).toBe(
      'NOT_FOUND',
    )
  })
})

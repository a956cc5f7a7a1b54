import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { problemWords } from '../../../src/core/importing/words'
import { importFile, type Outcome } from '../../../src/server/importing/import'
import type { GivenFile } from '../../../src/server/importing/tables'
import type { Store } from '../../../src/server/storage/database'
import { registeredStreet } from '../../../src/server/system'
import { describeOnEveryEngine } from '../../support/database'
import { emptied } from '../../support/emptying'
import { NOW, vault } from '../people/street'
import { csvFile, house, STREET_ROWS, streetFile } from './files'

const told = (outcome: Outcome): string[] => (outcome.ok ? [] : outcome.problems.map(problemWords))
const counts = (outcome: Outcome) => {
  if (!outcome.ok) throw new Error(told(outcome).join('\n'))
  const sum = (what: 'added' | 'changed' | 'same') =>
    Object.values(outcome.summary).reduce((all, written) => all + written[what], 0)
  return [sum('added'), sum('changed'), sum('same')]
}

const TABLES = [
  'grids',
  'estates',
  'departments',
  'buildings',
  'registrations',
  'persons',
  'role_grants',
  'residencies',
] as const

describeOnEveryEngine('importing', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(() => emptied(store, 'grids', 'departments', 'persons'))

  const bring = async (
    file: GivenFile,
    { check = false, scope = null as string[] | null, now = NOW } = {},
  ) => {
    const streetId = await registeredStreet(store)
    return store.transaction((tx) =>
      importFile(tx, file, { streetId, scope, vault, newId, by: null, now }, check),
    )
  }
  const contents = async () =>
    Promise.all(TABLES.map((table) => store.db.selectFrom(table).selectAll().orderBy(sql`1, 2`).execute()))

  test('a real street comes in by one file, and the same file again changes nothing', async () => {
    const file = await streetFile()
    expect(counts(await bring(file))).toEqual([12, 0, 0])
    const before = await contents()
    expect(counts(await bring(file, { now: NOW + 86_400_000 }))).toEqual([0, 0, 12])
    expect(await contents()).toEqual(before)
    const street = await store.db.selectFrom('grids').select('residents').where('level', '=', 0).execute()
    expect(street).toEqual([{ residents: 1930 }])
  })

  test('a look at a file counts exactly what an import does, and writes nothing', async () => {
    const file = await streetFile()
    expect(counts(await bring(file, { check: true }))).toEqual([12, 0, 0])
    expect((await contents()).flat()).toEqual([])
  })

  test('one bad cell, and no row of the file is written', async () => {
    const bad = { ...STREET_ROWS, buildings: [house(1), { ...house(2), 地上层数: '五' }] }
    expect(told(await bring(await streetFile(bad)))).toEqual(['楼栋 第3行 地上层数：要写数字'])
    expect((await contents()).flat()).toEqual([])
  })

  test('what changed in the file is changed, and only that', async () => {
    await bring(await streetFile())
    const moved = { ...STREET_ROWS, buildings: [house(1), { ...house(2), 地址: '金兴街20号小区2栋之一' }] }
    expect(counts(await bring(await streetFile(moved)))).toEqual([0, 1, 11])
    const owner = {
      ...STREET_ROWS,
      buildings: [{ ...house(1), 房主电话: '10000000008' }, moved.buildings[1] ?? {}],
    }
    expect(counts(await bring(await streetFile(owner)))).toEqual([0, 1, 11])
  })

  test('what somebody found on the spot is not overwritten by a file', async () => {
    await bring(await streetFile())
    const { body } = await store.db
      .selectFrom('registrations')
      .select('body')
      .where('building_id', '=', 'JX-001')
      .executeTakeFirstOrThrow()
    const seen = {
      checkedBy: 'zeng',
      checkedAt: NOW,
      photoIds: ['a'],
      point: { latE6: 1, lngE6: 1 },
      confirmedAt: NOW,
    }
    await store.db
      .updateTable('registrations')
      .set({ body: { ...body, ...seen, draftedBy: 'wen', state: 'verified' } })
      .where('building_id', '=', 'JX-001')
      .execute()
    const other = { ...STREET_ROWS, buildings: [{ ...house(1), 地上层数: '9' }, house(2)] }
    expect(counts(await bring(await streetFile(other)))).toEqual([0, 0, 12])
  })

  test('names and phones of owners are in no row in plain', async () => {
    await bring(await streetFile())
    const all = JSON.stringify(await contents())
    for (const secret of ['10000000009', '10000000004', '李某']) expect(all).not.toContain(secret)
  })

  test('whoever may import one community brings nothing into another', async () => {
    await bring(await streetFile())
    const file = csvFile('buildings', [{ ...house(3), 楼栋编号: 'JX-003', 栋号: '3' }])
    expect(told(await bring(file, { scope: ['441302010.002'] }))).toEqual([
      'buildings 第2行 网格编码：不在您管的网格里',
    ])
    expect(counts(await bring(file, { scope: ['441302010.001'] }))).toEqual([1, 0, 0])
  })

  test('rows that contradict each other or name what is not there are told', async () => {
    const bad = {
      ...STREET_ROWS,
      estates: [],
      buildings: [house(1), { ...house(2), 栋号: '1' }],
      residents: [{ ...(STREET_ROWS.residents?.[0] ?? {}), 楼栋编号: 'JX-999' }],
    }
    expect(told(await bring(await streetFile(bad)))).toEqual([
      '楼栋 第3行 栋号：和前面的行重复了',
      '楼栋 第2行 小区编号：没有这个小区，先在“小区”表里写上',
      '楼栋 第3行 小区编号：没有这个小区，先在“小区”表里写上',
      '居民 第2行 楼栋编号：没有这栋楼，先在“楼栋”表里写上',
    ])
  })

  test('what the register already has under another name is told, and so is a second head', async () => {
    await bring(await streetFile())
    const twin = { ...house(1), 楼栋编号: 'JX-00X' }
    expect(told(await bring(csvFile('buildings', [twin])))).toEqual([
      'buildings 第2行 栋号：和前面的行重复了',
      'buildings 第2行 门牌码：和前面的行重复了',
    ])
  })

  test('a house has one head at a time', async () => {
    await bring(await streetFile())
    const head = { ...(STREET_ROWS.offices?.[1] ?? {}), 公示姓名: '曾大姐', 电话: '10000000007' }
    expect(told(await bring(csvFile('offices', [head])))).toEqual([
      'offices 第2行 岗位：这个岗位这段时间已经有人了',
    ])
    const later = { ...head, 任期从: '2029-01-01', 任期到: '2030-12-31' }
    expect(counts(await bring(csvFile('offices', [later])))).toEqual([1, 0, 0])
  })

  test('a second street, and a file of nothing, are refused', async () => {
    expect(told(await bring(csvFile('departments', [{ 部门编号: 'fire', 部门名称: '消防站' }])))).toEqual([
      '街道：还没有街道，先在“街道”表里写上',
    ])
    await bring(await streetFile())
    const other = { street: [{ 街道编码: '441302011', 街道名称: '江北街道' }] }
    expect(told(await bring(await streetFile(other)))).toEqual(['街道 第2行：只能写本街道，一行'])
  })
})

import type { ListedKind } from '../../../src/core/council/body'
import { tablesIn } from '../../../src/server/importing/tables'
import { csvOf, workbookOf } from '../../../src/server/importing/template'
import type { Store } from '../../../src/server/storage/database'
import { recordStatements } from '../../bench/record'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  GRID,
  nameOf,
  personOf,
  refusalOf,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'
import { councilOf } from './making'

const PHONES = { resident: '13900000001', neighbour: '13900000002', community_staff: '13900000003' } as const

describeOnEveryEngine('the list of a body out of a file', (open) => {
  let store: Store
  let street: Street
  let councilId: string
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    await councilOf(store)
    for (const who of ['resident', 'neighbour', 'community_staff'] as const)
      await store.db
        .updateTable('persons')
        .set({ phone_index: street.system.vault.index(PHONES[who], 'phone') })
        .where('id', '=', personOf(who))
        .execute()
    councilId = await found('household')
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const found = async (kind: ListedKind) => {
    const body = { name: '20号小区的会', gridPath: GRID, kind, chairId: personOf('volunteer') }
    return answerOf(await street.ask('community_staff', 'bodies.found', body)).id
  }
  const fileOf = (bytes: Buffer, name = '名册.csv') => ({ name, base64: bytes.toString('base64') })
  const csv = (...rows: string[][]) => fileOf(csvOf([['房号', '手机号'], ...rows]))
  const check = (file: ReturnType<typeof fileOf>, who: Who = 'community_staff') =>
    street.ask(who, 'bodies.checkFile', { councilId, file })
  const enter = (file: ReturnType<typeof fileOf>, who: Who = 'community_staff') =>
    street.ask(who, 'bodies.enterFile', { councilId, file })
  const shown = async () =>
    answerOf(await street.ask('community_staff', 'bodies.show', { id: councilId })).items.map(
      ({ label, voter }) => [label, voter],
    )

  test('is looked at first, comes in as it stands, and the same file again changes nothing', async () => {
    const bytes = await workbookOf([
      {
        name: '名册',
        rows: [
          ['房号', '手机号'],
          ['1栋101', PHONES.resident],
          ['1栋201', null],
        ],
      },
    ])
    const file = fileOf(bytes, '名册.xlsx')
    expect(answerOf(await check(file))).toEqual({ entered: 2, same: 0, problems: [], more: 0 })
    expect(await shown()).toEqual([])
    expect(answerOf(await enter(file))).toEqual({ entered: 2, same: 0 })
    const list = [
      ['1栋101', nameOf('resident')],
      ['1栋201', null],
    ]
    expect(await shown()).toEqual(list)
    expect(answerOf(await check(file))).toEqual({ entered: 0, same: 2, problems: [], more: 0 })
    expect(answerOf(await enter(file))).toEqual({ entered: 0, same: 2 })
    expect(await shown()).toEqual(list)
    // The next file may have them all again and more below.
    expect(answerOf(await enter(csv(['1栋101', PHONES.resident], ['1栋301', ''])))).toEqual({
      entered: 1,
      same: 1,
    })
  })

  test('says of every bad cell in which row and column it stands, and brings no line of it in', async () => {
    const file = csv(
      ['1栋101', PHONES.resident],
      ['1栋201', '1390000'],
      ['', ''],
      ['1栋301', '13911111111'],
      ['1栋401', PHONES.community_staff],
      ['1栋501', PHONES.resident],
      ['打13800138000', ''],
      ['1栋101', ''],
    )
    const looked = answerOf(await check(file))
    expect(looked.problems.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [3, '手机号', 'not_a_phone'],
      [5, '手机号', 'unknown_person'],
      [6, '手机号', 'SELF_APPROVAL'],
      [7, '房号', 'LINE_LISTED'],
      [8, '房号', 'CONTENT_RISKY'],
      [9, '房号', 'LINE_LISTED'],
    ])
    expect(refusalOf(await enter(file))).toBe('FILE_REFUSED')
    expect(await shown()).toEqual([])
  })

  test('of a long file the first hundred problems are told, and how many more there are', async () => {
    const rows = Array.from({ length: 130 }, (_, n) => [`1栋${n + 101}`, '139'])
    const { problems, more } = answerOf(await check(csv(...rows)))
    expect([problems.length, more]).toEqual([100, 30])
  })

  test('a file that is none is said to be none', async () => {
    const told = async (bytes: Buffer) =>
      answerOf(await check(fileOf(bytes))).problems.map((one) => one.problem)
    expect(await told(Buffer.from('PK not a workbook'))).toEqual(['unreadable'])
    expect(await told(Buffer.from('门牌,电话\n1栋101,13900000001\n'))).toEqual(['missing_column'])
    expect(refusalOf(await enter(fileOf(Buffer.from('PK'))))).toBe('FILE_REFUSED')
  })

  test('whoever is found by his number reads it once a file, whoever is not kept by him may not look', async () => {
    const file = csv(['1栋101', PHONES.resident], ['1栋201', PHONES.neighbour])
    const looks = () => store.db.selectFrom('access_log').selectAll().orderBy('subject_id').execute()
    const before = new Set((await looks()).map(({ id }) => id))
    const looksSince = async () => (await looks()).filter(({ id }) => !before.has(id))
    for (const who of ['head', 'grid_staff', 'guest'] as const) {
      expect((await check(file, who)).ok).toBe(false)
      expect((await enter(file, who)).ok).toBe(false)
    }
    expect(await looksSince()).toEqual([])
    answerOf(await check(file))
    const about = { reason: '登记20号小区的会有票的人', actor_id: personOf('community_staff') }
    expect(await looksSince()).toEqual(
      [personOf('neighbour'), personOf('resident')]
        .sort()
        .map((subject_id) => expect.objectContaining({ subject_id, ...about })),
    )
  })

  test('a long file asks the database no more often than a short one', async () => {
    const asked = async (lines: number) => {
      const rows = Array.from({ length: lines }, (_, n) => [`1栋${n + 101}`, `${13_700_000_000 + n}`])
      const statements = await recordStatements(async () => answerOf(await check(csv(...rows))))
      return statements.length
    }
    // What the embedded database is asked goes over no wire: there both are none.
    expect(await asked(80)).toBe(await asked(2))
  })

  test('two who bring one file at once bring it once', async () => {
    const file = csv(['1栋101', ''], ['1栋201', ''])
    const both = await Promise.all([enter(file), enter(file, 'street_admin')])
    expect(both.map((one) => answerOf(one).entered).sort()).toEqual([0, 2])
    expect(await shown()).toHaveLength(2)
  })

  test.each(['owner', 'household', 'person'] as const)(
    'the empty table for %s is read as it is written; its example is nobody’s number',
    async (kind) => {
      const { name, base64 } = answerOf(await street.ask('grid_staff', 'bodies.template', { kind }))
      expect(name).toBe('名册模板.xlsx')
      const read = await tablesIn({ name, bytes: Buffer.from(base64, 'base64') })
      expect(read.ok && read.tables.map((table) => [table.name, table.rows.length])).toEqual([['名册', 2]])
      if (kind !== 'household') councilId = await found(kind)
      expect(answerOf(await check({ name, base64 })).problems).toEqual([
        { sheet: '名册', row: 2, column: '手机号', problem: 'unknown_person' },
      ])
    },
  )
})

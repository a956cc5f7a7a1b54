import type { ListedKind } from '../../../src/core/council/body'
import { columnOf, listSheet, MOST_FILE_ROWS, readList } from '../../../src/core/council/list-file'
import { LINE_PROBLEMS } from '../../../src/core/council/pasted'

const file = (...rows: string[][]) => [{ name: '名册', rows }]
const OWNER = ['房号*', '专有面积平方米*', '手机号']

test('a line is a unit, an owner’s share to the square centimetre, and the number of who votes; rows keep their number', () => {
  const rows = [OWNER, ['1栋101', '98.35', '139 0000 0000'], ['', '', ''], ['1栋201', '120.5㎡', '']]
  expect(readList('owner', file(...rows))).toEqual({
    name: '名册',
    lines: [
      { row: 2, label: '1栋101', area: 983_500, phone: '13900000000' },
      { row: 4, label: '1栋201', area: 1_205_000, phone: null },
    ],
    problems: [],
  })
})

test('every bad cell is told with its row and column, and the rest is read all the same', () => {
  const rows = [OWNER, ['', '98.35', '1390000'], ['长'.repeat(41), '0', ''], ['1栋301', '60', '']]
  const { lines, problems } = readList('owner', file(...rows))
  expect(lines).toEqual([{ row: 4, label: '1栋301', area: 600_000, phone: null }])
  expect(problems.map(({ row, column, problem }) => [row, column, problem])).toEqual([
    [2, '房号', 'required'],
    [2, '手机号', 'not_a_phone'],
    [3, '房号', 'too_long'],
    [3, '专有面积平方米', 'not_an_area'],
  ])
})

test.each([
  ['household', ['1栋101', ''], []],
  ['person', ['1栋-3', ''], ['required']],
] as const)('of a %s the number may or may not be empty', (kind, row, problems) => {
  const read = readList(kind, file(['房号', '手机号'], [...row]))
  expect(read.problems.map(({ problem }) => problem)).toEqual(problems)
})

test('columns that are not asked for are passed over, those that are asked for are missed', () => {
  const rows = [
    ['姓名', '手机号', '房号'],
    ['某某', '13900000000', '1栋101'],
  ]
  expect(readList('household', file(...rows)).lines).toEqual([
    { row: 2, label: '1栋101', area: null, phone: '13900000000' },
  ])
  expect(readList('owner', file(...rows)).problems).toEqual([
    { sheet: '名册', row: 1, column: '专有面积平方米', problem: 'missing_column' },
  ])
})

test('of several tables the one called 名册 is read, of others the first', () => {
  const other = { name: '说明', rows: [['怎么写']] }
  const own = { name: '名册', rows: [['房号'], ['1栋101']] }
  expect(readList('household', [other, own]).lines).toHaveLength(1)
  expect(readList('household', [{ ...own, name: '导出(3)' }, other]).lines).toHaveLength(1)
  expect(readList('household', []).problems.map(({ problem }) => problem)).toEqual(['no_table'])
})

test('so many rows are one file and no more, empty ones aside', () => {
  const rows = [['房号'], ...Array.from({ length: MOST_FILE_ROWS - 1 }, (_, n) => [`1栋${n + 101}`]), ['']]
  expect(readList('household', file(...rows)).lines).toHaveLength(MOST_FILE_ROWS - 1)
  const { lines, problems } = readList('household', file(...rows, ['2栋101']))
  expect(lines).toEqual([])
  expect(problems).toEqual([{ sheet: '名册', row: null, column: null, problem: 'too_many_rows' }])
})

test('whatever is wrong with a line stands in a column of every kind of list', () => {
  for (const kind of ['owner', 'household', 'person'] satisfies ListedKind[]) {
    const headings = Object.values(listSheet(kind).columns).map(({ heading }) => heading)
    for (const problem of LINE_PROBLEMS) expect(headings).toContain(columnOf(problem))
  }
  expect(columnOf('unknown_person')).toBe('手机号')
  expect(columnOf('LINE_LISTED')).toBe('房号')
})

import * as cell from '#core/importing/cells'
import { harmless } from '#core/importing/formula'
import { readRegister } from '#core/importing/register'
import { SHEETS } from '#core/importing/sheets'
import { problemWords } from '#core/importing/words'

test.each([
  ['441302010', '441302010'],
  ['441302010001', '441302010.001'],
  ['441302010-001-005', '441302010.001.005'],
  ['441302010.001.005.02', '441302010.001.005.02'],
  ['44130201000100502', '441302010.001.005.02'],
])('the grid code %s is the path %s', (code, path) => {
  expect(cell.grid(code)).toEqual({ ok: true, value: path })
})

test.each(['4413', '441302010x001', '4413020100010', '网格', ''])('%s is no grid code', (code) => {
  expect(cell.grid(code).ok).toBe(false)
})

test('degrees become millionths and square metres square centimetres, without any rounding of binary fractions', () => {
  expect(cell.scaled(6, 3, 54)('23.169748')).toEqual({ ok: true, value: 23_169_748 })
  expect(cell.scaled(6, 3, 54)('23.1')).toEqual({ ok: true, value: 23_100_000 })
  expect(cell.scaled(4, 1, 100_000)('386.5')).toEqual({ ok: true, value: 3_865_000 })
  expect(cell.scaled(6, 3, 54)('114.42')).toEqual({ ok: false, problem: 'out_of_range' })
  expect(cell.scaled(6, 3, 54)('二十三')).toEqual({ ok: false, problem: 'not_a_number' })
})

test('a day that does not exist is refused, and one that does is a day in China', () => {
  expect(cell.day('2022-12-21')).toEqual({ ok: true, value: Date.parse('2022-12-21T00:00:00+08:00') })
  expect(cell.day('2022/2/8')).toEqual({ ok: true, value: Date.parse('2022-02-08T00:00:00+08:00') })
  expect(cell.day('2022-02-30').ok).toBe(false)
})

test('a phone may carry blanks and the country, nothing else', () => {
  expect(cell.phone('+86 100 0000 0001')).toEqual({ ok: true, value: '10000000001' })
  expect(cell.phone('0752-2800000').ok).toBe(false)
})

test('a lost character, a control and a character of nobody are refused', () => {
  for (const bad of ['金\ufffd街', '金\u0007街', '金\ue000街', '金\u202e街'])
    expect(cell.text(20)(bad)).toEqual({ ok: false, problem: 'unkeepable' })
})

test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j in an export is text', (given) => {
  expect(harmless(given)).toBe(`'${given}`)
})

describe('a file is read by its headings', () => {
  const headings = Object.values(SHEETS.grids.columns).map(({ heading }) => heading)

  test('the columns may stand in any order and the name of a CSV does not matter', () => {
    const row: Record<string, string> = { 网格编码: '441302010-001', 网格名称: '小金口社区', 类别: '社区' }
    const order = [...headings].reverse()
    const rows = [order, order.map((heading) => row[heading] ?? '')]
    const { register, problems } = readRegister([{ name: '导出(3)', rows }])
    expect(problems).toEqual([])
    expect(register.grids[0]?.value).toMatchObject({ path: '441302010.001', kind: 'community', residents: 0 })
  })

  test('every bad cell is told with the row and column a person sees', () => {
    const rows = [headings, ['441302010-001', '社区', '社区', '十'], [], ['x', '', '社区', '1', '2']]
    const { problems } = readRegister([{ name: '网格', rows }])
    expect(problems.map(problemWords)).toEqual([
      '网格 第2行 常住人口：要写数字',
      '网格 第4行 网格编码：网格编码不对，要9、12、15或17位',
      '网格 第4行 网格名称：这一格不能空',
    ])
  })

  test('a missing column is told once, not for every row', () => {
    const { problems } = readRegister([{ name: '网格', rows: [['网格名称'], ['a'], ['b']] }])
    expect(problems.map(problemWords)).toEqual(['网格 第1行 网格编码：缺这一列'])
  })

  test('a file about something else is told so', () => {
    expect(readRegister([{ name: 'Sheet1', rows: [['品名', '单价']] }]).problems.map(problemWords)).toEqual([
      '没有认得的表，照模板的表名和表头写',
    ])
  })
})

import { screen, waitFor } from '@testing-library/react'
import BodyPage from '../../../src/client/packages/street/body/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { chooseFile } from '../support/choose-file'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/phone'
import { tap } from '../support/tap'

const GRID = '441302010.001.005'
const CSV = { name: '名册.csv', base64: btoa('a,b') }

const SHOWN: OutputOf<'bodies.show'> = {
  items: [],
  cursor: null,
  body: {
    ...{ id: 'b1', name: '20号小区的会', gridPath: GRID, gridName: '金兴街网格', kind: 'household' },
    ...{ house: null, chair: '温师傅', secretary: null },
  },
  totals: { units: 0, known: 0, area: 0 },
}
type Looked = OutputOf<'bodies.checkFile'>
const FINE: Looked = { entered: 2, same: 1, problems: [], more: 0 }

/** The list's page, with what the server says to each file in turn. */
async function openSheet(...looked: Looked[]) {
  signedInAs({
    ...li,
    offices: [{ role: 'community_staff', gridPath: GRID, gridName: '金兴街网格', buildingId: null }],
  })
  let times = 0
  serverAnswers({
    'bodies.show': () => SHOWN,
    'bodies.struck': () => ({ items: [], cursor: null }),
    'bodies.checkFile': () => looked[times++] ?? 'NOT_FOUND',
    'bodies.enterFile': () => ({ entered: 2, same: 1 }),
    'bodies.template': () => ({ name: '名册模板.xlsx', base64: btoa('PK') }),
  })
  show(BodyPage, { id: 'b1' })
  await tap('导入一份表')
}

test('a file is looked at first, then all its lines are written', async () => {
  await openSheet(FINE)
  expect(screen.queryByText('全部写进去')).toBeNull()
  await chooseFile([new File(['a,b'], '名册.csv')])
  expect(await screen.findByText('没有错，可以写进去')).toBeInTheDocument()
  expect(screen.getByText('新添2行，已经有1行')).toBeInTheDocument()
  expect(sentTo('bodies.checkFile')).toEqual([{ councilId: 'b1', file: CSV }])
  await tap('全部写进去')
  await waitFor(() => expect(screen.queryByText('选一份表')).toBeNull())
  expect(sentTo('bodies.enterFile')).toEqual([{ councilId: 'b1', file: CSV }])
})

test('every bad row and column is named in words; nothing can be written until another file is chosen', async () => {
  const at = (row: number, column: string) => ({ sheet: '名册', row, column })
  await openSheet(
    {
      ...{ entered: 3, same: 0, more: 4 },
      problems: [
        { ...at(3, '手机号'), problem: 'not_a_phone' },
        { ...at(5, '手机号'), problem: 'unknown_person' },
        { ...at(6, '专有面积平方米'), problem: 'not_an_area' },
      ],
    },
    FINE,
  )
  await chooseFile([new File(['a'], '名册.csv')])
  expect(await screen.findByText('有7处要改')).toBeInTheDocument()
  expect(screen.getByText('名册 第3行 手机号：不是11位手机号')).toBeInTheDocument()
  expect(screen.getByText('名册 第5行 手机号：这个手机号没登记过')).toBeInTheDocument()
  expect(screen.getByText('名册 第6行 专有面积平方米：面积要写成98.35这样，比0大')).toBeInTheDocument()
  expect(screen.getByText('还有4处')).toBeInTheDocument()
  expect(screen.queryByText('全部写进去')).toBeNull()
  await chooseFile([new File(['a,b'], '名册.csv')], '换一份')
  expect(await screen.findByText('全部写进去')).toBeInTheDocument()
  expect(screen.queryByText('有7处要改')).toBeNull()
})

test.each([
  ['the same again', { entered: 0, same: 3, problems: [], more: 0 }, '和已经登记的一样，不用写'],
  ['without a line', { entered: 0, same: 0, problems: [], more: 0 }, '表里一行也没有'],
] as const)('a file that is %s has nothing to write, and says so', async (_, looked, words) => {
  await openSheet({ ...looked, problems: [] })
  await chooseFile([new File(['a,b'], '名册.csv')])
  expect(await screen.findByText(words)).toBeInTheDocument()
  expect(screen.queryByText('全部写进去')).toBeNull()
})

test('a file that is too large is not sent, and whoever chooses none goes on', async () => {
  await openSheet(FINE)
  const large = new File(['a'], '名册.xlsx')
  Object.defineProperty(large, 'size', { value: 5 * 1024 * 1024 })
  await chooseFile([large])
  expect(await screen.findByText('这份表太大了，最多4MB，分成几份')).toBeInTheDocument()
  await chooseFile([])
  await waitFor(() => expect(screen.queryByText('这份表太大了，最多4MB，分成几份')).toBeNull())
  expect(sentTo('bodies.checkFile')).toEqual([])
})

test('the empty table for this kind of body is fetched', async () => {
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  await openSheet()
  await tap('下载模板')
  await waitFor(() => expect(click).toHaveBeenCalledTimes(1))
  expect(sentTo('bodies.template')).toEqual([{ kind: 'household' }])
  click.mockRestore()
})

import { screen, waitFor } from '@testing-library/react'
import BoundaryPage from '../../../src/client/packages/street/boundary/index'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, type } from '../support/phone'
import { tap } from '../support/tap'

const GRID = '441302010.001.005'
const SQUARE: [number, number][] = [
  [23_169_000, 114_419_000],
  [23_169_000, 114_421_000],
  [23_171_000, 114_421_000],
  [23_171_000, 114_419_000],
  [23_169_000, 114_419_000],
]
const shown = {
  gridPath: GRID,
  name: '金兴街网格',
  boundary: SQUARE,
  around: [],
  houses: [
    { label: '1栋', point: [23_170_000, 114_420_000] as [number, number] },
    { label: '2栋', point: [23_172_000, 114_420_000] as [number, number] },
  ],
}
const STREET_ADMIN = {
  ...li,
  offices: [
    {
      role: 'street_admin' as const,
      gridPath: '441302010',
      gridName: '小金口街道',
      buildingId: null,
    },
  ],
}

test('everybody sees where a grid ends, and reads which houses lie outside', async () => {
  serverAnswers({ 'grids.boundary': () => shown })
  show(BoundaryPage, { grid: GRID })
  const words = '边界有4个点，围住1栋，还有1栋在外面：2栋。'
  expect(await screen.findByText(words)).toBeInTheDocument()
  expect(screen.getByRole('img', { name: words })).toBeInTheDocument()
  expect(screen.queryByText('重新划边界')).toBeNull()
})

test('the street puts a line around all houses with one tap', async () => {
  signedInAs(STREET_ADMIN)
  serverAnswers({
    'grids.boundary': () => ({ ...shown, boundary: null }),
    'grids.draw': () => ({ done: true }),
  })
  show(BoundaryPage, { grid: GRID })
  expect(await screen.findByText('边界还没划。登记在这里的有2栋。')).toBeInTheDocument()
  await tap('划边界')
  await tap('按楼栋围一圈')
  expect(await screen.findByText(/围住2栋，一栋也没落下/)).toBeInTheDocument()
  await tap('就按这个划')
  await waitFor(() => expect(sentTo('grids.draw')).toHaveLength(1))
  const [sent] = sentTo('grids.draw') as { boundary: number[][] }[]
  expect(sent?.boundary.at(-1)).toEqual(sent?.boundary[0])
})

test('who has no use for a drawing writes the corners; a line that crosses itself is not sent', async () => {
  signedInAs(STREET_ADMIN)
  serverAnswers({ 'grids.boundary': () => shown, 'grids.draw': () => ({ done: true }) })
  show(BoundaryPage, { grid: GRID })
  await tap('重新划边界')
  await tap('写经纬度', 'radio')
  await type('boundary-corners', '23.1,114.1\n23.1,114.2\n不是数')
  expect(await screen.findByText('一行写一个点，比如23.169748,114.420312')).toBeInTheDocument()
  await type('boundary-corners', '23.10,114.10\n23.10,114.20\n23.20,114.10\n23.20,114.20')
  await tap('就按这个划')
  expect(await screen.findByText('至少三个点，线不能交叉，也不能比一个街道还大')).toBeInTheDocument()
  expect(sentTo('grids.draw')).toEqual([])
  await type('boundary-corners', '23.10,114.10\n23.10,114.20\n23.20,114.20')
  await tap('就按这个划')
  await waitFor(() => expect(sentTo('grids.draw')).toHaveLength(1))
})

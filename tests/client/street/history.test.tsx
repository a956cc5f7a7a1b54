import { screen, waitFor } from '@testing-library/react'
import { cornersIn } from '../../../src/client/packages/street/boundary/corners'
import HistoryPage from '../../../src/client/packages/street/history/index'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, type } from '../support/phone'
import { tap } from '../support/tap'

const GRID = '441302010.001.005'

test('everybody reads what became of a grid, and changes nothing', async () => {
  serverAnswers({
    'grids.history': () => ({
      items: [
        {
          id: 'c1',
          gridPath: GRID,
          gridName: '金兴街北网格',
          kind: 'renamed',
          at: Date.now(),
          by: '钟慧敏',
          words: '金兴街网格',
        },
        {
          id: 'c2',
          gridPath: GRID,
          gridName: '金兴街北网格',
          kind: 'house_in',
          at: Date.now(),
          by: '钟慧敏',
          words: '9栋',
        },
      ],
      cursor: null,
    }),
  })
  show(HistoryPage, { grid: GRID })
  expect(await screen.findByText('金兴街网格改名为金兴街北网格')).toBeInTheDocument()
  expect(screen.getByText('9栋划进金兴街北网格')).toBeInTheDocument()
  expect(screen.queryByText('调整网格')).toBeNull()
})

test('the street renames a grid; without a name nothing is sent', async () => {
  const office = {
    role: 'street_admin' as const,
    gridPath: '441302010',
    gridName: '小金口街道',
    buildingId: null,
  }
  signedInAs({ ...li, offices: [office] })
  serverAnswers({
    'grids.history': () => ({ items: [], cursor: null }),
    'grids.rename': () => ({ done: true }),
  })
  show(HistoryPage)
  await tap('调整网格')
  await tap('就这样改')
  expect(await screen.findByText('还差一样没填')).toBeInTheDocument()
  await type('change-name', '小金口新街道')
  await tap('就这样改')
  await waitFor(() =>
    expect(sentTo('grids.rename')).toEqual([{ gridPath: '441302010', name: '小金口新街道' }]),
  )
})

test('corners are read line by line, and one bad line spoils them all', () => {
  expect(cornersIn('23.169748,114.420312\n23.17, 114.43')).toEqual([
    [23_169_748, 114_420_312],
    [23_170_000, 114_430_000],
  ])
  expect(cornersIn('23.169748\n23.17,114.43')).toBeUndefined()
})

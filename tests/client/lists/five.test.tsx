import { fireEvent, screen } from '@testing-library/react'
import ListsPage from '../../../src/client/packages/lists/five/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { ENTRY_STATES, LIST_KINDS } from '../../../src/core/lists/entry'
import { KEEPING } from '../../../src/core/lists/keepers'
import { sentTo, serverAnswers, show } from '../support/fake-server'

const GRID = '441302010.001.005'

const shown = (): OutputOf<'lists.show'> => ({
  gridPath: GRID,
  gridName: '金兴街网格',
  estateName: null,
  lists: LIST_KINDS.map((list) => ({
    list,
    keepers: list === 'concern' ? ['曾小云'] : [],
    keeperRole: KEEPING[list].keeper,
    counts: ENTRY_STATES.map((state) => ({ state, n: state === 'open' ? null : state === 'doing' ? 7 : 0 })),
    hidden: KEEPING[list].readBy !== null,
    opens: false,
  })),
  mayMeet: false,
})

test('a list says who keeps it and how much there is, small counts not told; hardship is a number alone', async () => {
  serverAnswers({
    'lists.show': shown,
    'lists.entries': () => ({ items: [], cursor: null, hidden: false }),
    'places.grid': () => 'NOT_FOUND',
    'places.estates': () => ({ estates: [] }),
  })
  show(ListsPage, { grid: GRID })
  expect(await screen.findByText(/网格员曾小云管，每天看/)).toBeInTheDocument()
  expect(screen.getByText('待认领不到5件，办理中7')).toBeInTheDocument()
  expect(await screen.findByText('这张清单现在是空的')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('radio', { name: '解困' }))
  expect(await screen.findByText('这里只报数字')).toBeInTheDocument()
  expect(sentTo('lists.entries')).toEqual([
    { gridPath: GRID, estateId: null, list: 'concern', show: 'live', cursor: null },
  ])
})

test('a grid there is not is said to be gone', async () => {
  serverAnswers({ 'lists.show': () => 'NOT_FOUND', 'places.estates': () => ({ estates: [] }) })
  show(ListsPage, { grid: '1.2.3' })
  expect(await screen.findByText('这一条不在了')).toBeInTheDocument()
})

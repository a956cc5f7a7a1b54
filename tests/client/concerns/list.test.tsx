import { fireEvent, screen, waitFor } from '@testing-library/react'
import Concerns from '../../../src/client/pages/concerns/index'
import { useListFilter } from '../../../src/client/stores/list-filter'
import { concerns } from '../../../src/client/texts/concerns'
import { type Replies, sentTo, serverAnswers, serverIsSlow, show } from '../support/fake-server'
import { aRow, type Row } from '../support/making'

const answers = (items: Row[], cursor: string | null = null): Replies => ({
  'concerns.list': () => ({ items, cursor }),
})

beforeEach(() => useListFilter.getState().clear())

test('while nothing has come, the list says it is fetching', () => {
  serverIsSlow()
  show(Concerns)
  expect(screen.getByRole('status', { name: '正在取数据' })).toBeInTheDocument()
})

test('an empty list says that everything is done, and offers to report', async () => {
  serverAnswers(answers([]))
  show(Concerns)
  expect(await screen.findByText('这会儿没有没办完的事')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: concerns.empty.report })).toBeInTheDocument()
})

test('a filter that finds nothing offers the whole list', async () => {
  serverAnswers(answers([]))
  useListFilter.getState().choose({ text: '井盖' })
  show(Concerns)
  fireEvent.click(await screen.findByRole('button', { name: concerns.empty.clear }))
  await waitFor(() => expect(sentTo('concerns.list')).toContainEqual({ show: 'open', cursor: null }))
})

test.each([
  ['RATE_LIMITED', '慢一点'],
  ['OFFLINE', '没网了'],
] as const)('a list that does not come says why: %s', async (code, title) => {
  serverAnswers({ 'concerns.list': () => code })
  show(Concerns)
  expect(await screen.findByText(title)).toBeInTheDocument()
})

test('a row tells what, where, how far and until when, and how many met it', async () => {
  serverAnswers(answers([aRow({ dueAt: Date.now() + 49 * 3_600_000, endorsements: 34 })]))
  show(Concerns)
  const row = await screen.findByRole('link', { name: /33栋后面没有路灯/ })
  expect(row).toHaveTextContent('33栋，在办')
  expect(row).toHaveTextContent('还剩2天')
  expect(row).toHaveTextContent('34人也遇到')
})

test.each(['paused', 'resolved', 'verified', 'closed'] as const)(
  'no deadline runs while a matter is %s',
  async (state) => {
    serverAnswers(answers([aRow({ state, dueAt: 1 })]))
    show(Concerns)
    const row = await screen.findByRole('link', { name: /33栋后面没有路灯/ })
    expect(row).not.toHaveTextContent('超期')
  },
)

test('filters go to the server together', async () => {
  serverAnswers(answers([aRow()]))
  useListFilter.getState().choose({
    show: 'done',
    category: 'LIGHT_MISSING',
    gridPath: '441302010.001.005',
    building: { id: 'b.033', label: '33栋' },
    text: ' 路灯 ',
  })
  show(Concerns)
  await screen.findByRole('link', { name: /33栋后面没有路灯/ })
  expect(sentTo('concerns.list')[0]).toEqual({
    show: 'done',
    category: 'LIGHT_MISSING',
    gridPath: '441302010.001.005',
    buildingId: 'b.033',
    text: '路灯',
    cursor: null,
  })
})

test('choosing 办好的 asks for the done ones', async () => {
  serverAnswers(answers([aRow()]))
  show(Concerns)
  fireEvent.click(await screen.findByRole('radio', { name: '办好的' }))
  await waitFor(() => expect(sentTo('concerns.list')).toContainEqual({ show: 'done', cursor: null }))
})

test('a further page comes after the first, and the end is said', async () => {
  serverAnswers({
    'concerns.list': ({ cursor }: { cursor: string | null }) =>
      cursor === null
        ? { items: [aRow()], cursor: 'next' }
        : { items: [aRow({ id: 'c2', title: '路口车乱停' })], cursor: null },
  })
  show(Concerns)
  fireEvent.click(await screen.findByRole('button', { name: '再看一些' }))
  expect(await screen.findByText('路口车乱停')).toBeInTheDocument()
  expect(screen.getByText('33栋后面没有路灯')).toBeInTheDocument()
  expect(screen.getByText('就这些了')).toBeInTheDocument()
})

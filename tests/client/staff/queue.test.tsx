import Taro from '@tarojs/taro'
import { act, screen } from '@testing-library/react'
import StaffQueue from '../../../src/client/packages/staff/queue'
import { useSession } from '../../../src/client/stores/session'
import { concern, emptyStage, granted, inputsOf, NOW, refused, serve, shown, tap, tapInSheet } from './stage'

const request = Taro.request as unknown as jest.Mock
const navigate = Taro.navigateTo as unknown as jest.Mock

const me = (change: object = {}) => ({
  personId: 'p1',
  name: '曾小云',
  realNameLevel: 2 as const,
  phone: null,
  phoneVerified: false,
  pseudonymous: false,
  avatar: null,
  home: null,
  offices: [
    { role: 'grid_staff' as const, gridPath: '441302010.001.005', gridName: '金兴街网格', buildingId: null },
  ],
  isStaff: true,
  unread: 0,
  ...change,
})

const counts = { overdue: 2, today: 0, to_accept: 3, in_hand: 4 }
const row = (change: object = {}) => {
  const { may, timeline, ...card } = concern()
  return { ...card, next: 'accept', state: 'submitted', ...change }
}
const queue = (items: object[], cursor: string | null = null) => granted({ items, cursor, counts })

const asked = (name: string): Record<string, unknown>[] =>
  request.mock.calls
    .map(([sent]) => sent)
    .filter(({ url }) => url === `/rpc/${name}`)
    .map(({ data }) => JSON.parse(data))

beforeEach(() => {
  emptyStage()
  navigate.mockClear()
  useSession.setState({ token: 't1', me: me() })
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
})
afterEach(() => jest.restoreAllMocks())

const show = async () => {
  shown(<StaffQueue />)
  await act(async () => undefined)
}

test('it says who I am and in which office', async () => {
  serve({ 'concerns.queue': queue([]) })
  await show()
  expect(screen.getByText('曾小云')).toBeInTheDocument()
  expect(screen.getByText('金兴街网格，网格员')).toBeInTheDocument()
})

test('a head of two buildings reads his office once', async () => {
  const head = { role: 'head' as const, gridPath: '1.1.1.1', gridName: '一片区', buildingId: 'b44' }
  useSession.setState({ me: me({ offices: [head, { ...head, buildingId: 'b45' }] }) })
  serve({ 'concerns.queue': queue([]) })
  await show()
  expect(screen.getAllByText('一片区，楼栋长')).toHaveLength(1)
})

test('four numbers filter; the chosen one tapped again gives the whole list back', async () => {
  serve({ 'concerns.queue': queue([row()]) })
  await show()
  await tap('待受理，3件')
  expect(screen.getByRole('button', { name: '待受理，3件' })).toHaveAttribute('aria-pressed', 'true')
  await tap('待受理，3件')
  const tabs = asked('concerns.queue').map(({ tab }) => tab)
  expect(tabs).toEqual(['all', 'to_accept'])
  expect(screen.getByRole('button', { name: '待受理，3件' })).toHaveAttribute('aria-pressed', 'false')
})

test('a row opens its page, its button the next step right here', async () => {
  serve({
    'concerns.queue': [queue([row()]), queue([])],
    'concerns.get': granted(concern({ state: 'submitted', may: ['accept'] })),
    'concerns.accept': granted({ id: 'c1', version: 8 }),
  })
  await show()
  await tap(/^路灯不亮，33栋门前路灯不亮/, 'link')
  expect(navigate).toHaveBeenCalledWith({ url: '/packages/concern/detail/index?id=c1' })
  await tap('受理，33栋门前路灯不亮')
  await screen.findByRole('dialog', { name: '受理' })
  await tapInSheet('受理')
  expect(inputsOf('concerns.accept')).toEqual([{ id: 'c1', version: 7, level: 2, desk: 'grid' }])
  // What the page asks besides finds no network in this test, and is asked again before it gives up.
  const said = await screen.findByText('“33栋门前路灯不亮”，受理，记好了', undefined, { timeout: 8_000 })
  expect(said).toBeInTheDocument()
})

test('the next page is asked for from where the first one ended', async () => {
  serve({ 'concerns.queue': [queue([row()], 'mark-1'), queue([row({ id: 'c2', title: '34栋门牌掉了' })])] })
  await show()
  await tap('再看一些')
  expect(asked('concerns.queue').map(({ cursor }) => cursor)).toEqual([null, 'mark-1'])
  expect(await screen.findByText('34栋门牌掉了')).toBeInTheDocument()
  expect(screen.getByText('就这些了')).toBeInTheDocument()
})

test('nothing waiting is said, not left blank', async () => {
  serve({ 'concerns.queue': queue([]) })
  await show()
  expect(await screen.findByText('这会儿没有等您办的事')).toBeInTheDocument()
})

test('who holds no office is told where his own matters are', async () => {
  useSession.setState({ me: me({ isStaff: false, offices: [] }) })
  await show()
  expect(screen.getByText('工作台是办事人员用的')).toBeInTheDocument()
  expect(asked('concerns.queue')).toEqual([])
})

test('a guest is asked to sign in', async () => {
  useSession.setState({ token: undefined, me: undefined })
  await show()
  expect(screen.getByText('先登录一下')).toBeInTheDocument()
})

test.each([
  ['FORBIDDEN', '这件事不归您办'],
  ['UNAVAILABLE', '这会儿连不上'],
])('a refused list (%s) says what is the matter', async (code, title) => {
  serve({ 'concerns.queue': refused(code) })
  await show()
  expect(await screen.findByText(title)).toBeInTheDocument()
})

test('a matter that has gone in the meantime is told in the sheet', async () => {
  serve({ 'concerns.queue': queue([row()]), 'concerns.get': refused('NOT_FOUND') })
  await show()
  await tap('受理，33栋门前路灯不亮')
  expect(await screen.findByText('这一条不在了')).toBeInTheDocument()
})

test('代人反映 opens the report page', async () => {
  serve({ 'concerns.queue': queue([]) })
  await show()
  await tap('代人反映')
  expect(navigate).toHaveBeenCalledWith({ url: '/pages/report/index' })
})

test.each([
  [{ state: 'submitted' }, '1小时前反映的'],
  [{ state: 'held', next: 'release' }, '文字要先看一眼'],
  [{ state: 'in_progress', next: 'resolve' }, '还没联系反映人'],
  [{ state: 'in_progress', next: 'resolve', contactDueAt: null }, '网格员曾小云在办'],
  [{ state: 'in_progress', next: 'answer_extension' }, '等您答复延期'],
  [{ state: 'paused', next: 'resume' }, '先停一停'],
])('of %j the one fact is %s', async (change, fact) => {
  serve({ 'concerns.queue': queue([row(change)]) })
  await show()
  expect(await screen.findByText(fact)).toBeInTheDocument()
})

import { screen } from '@testing-library/react'
import ConcernPage from '../../../src/client/packages/concern/detail/index'
import { serverAnswers, serverIsSlow, show } from '../support/fake-server'
import { aDetail, DAY, MORNING, resolved } from '../support/making'

beforeEach(() => {
  jest.useFakeTimers({
    now: MORNING,
    doNotFake: ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'nextTick'],
  })
})
afterEach(() => jest.useRealTimers())

test('while nothing has come, the screen says it is fetching', () => {
  serverIsSlow()
  show(ConcernPage, { id: 'c1' })
  expect(screen.getByRole('status', { name: '正在取数据' })).toBeInTheDocument()
})

test('a matter that is gone, or not for these eyes, leads home', async () => {
  serverAnswers({ 'concerns.get': () => 'NOT_FOUND' })
  show(ConcernPage, { id: 'c1' })
  expect(await screen.findByText('这一条不在了')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '回首页' })).toBeInTheDocument()
})

test('without a network there is a way to try again', async () => {
  serverAnswers({ 'concerns.get': () => 'OFFLINE' })
  show(ConcernPage, { id: 'c1' })
  expect(await screen.findByRole('button', { name: '重试' })).toBeInTheDocument()
})

test('who holds it, since when and until when stand in words', async () => {
  serverAnswers({ 'concerns.get': () => aDetail() })
  show(ConcernPage, { id: 'c1' })
  expect(await screen.findByText('现在归谁管')).toBeInTheDocument()
  expect(screen.getAllByText('网格员曾小云').length).toBeGreaterThan(0)
  expect(screen.getByText('前天受理，由网格来办。')).toBeInTheDocument()
  expect(screen.getByText('周三10:30前办好')).toBeInTheDocument()
  expect(screen.getByText('还剩2天')).toBeInTheDocument()
})

test('a deadline over a year without a holiday calendar is marked', async () => {
  serverAnswers({ 'concerns.get': () => aDetail({ calendarAssumed: true }) })
  show(ConcernPage, { id: 'c1' })
  expect(await screen.findByText(/放假安排还没公布/)).toBeInTheDocument()
})

test('who says it is fixed stands apart from who has looked and what the reporter says', async () => {
  serverAnswers({ 'concerns.get': () => resolved() })
  show(ConcernPage, { id: 'c1' })
  expect(await screen.findByText('曾小云说办好了，昨天9:30')).toBeInTheDocument()
  expect(screen.getByText('还没有别人去看过')).toBeInTheDocument()
  expect(screen.getByText('等您看，办好了没有')).toBeInTheDocument()
})

test('a closed matter still tells who had looked, and the rating in words', async () => {
  const concern = resolved({
    state: 'closed',
    closing: 'confirmed',
    closedAt: MORNING,
    rating: 5,
    ratingWords: '亮堂多了',
    answerUntil: null,
    may: [],
    timeline: [
      { seq: 1, kind: 'resolve', at: MORNING - DAY, by: '网格员曾小云', level: 2, detail: {} },
      { seq: 2, kind: 'verify', at: MORNING - 1, by: '网格长温志强', level: 2, detail: {} },
    ],
  })
  serverAnswers({ 'concerns.get': () => concern })
  show(ConcernPage, { id: 'c1' })
  expect(await screen.findByText('网格长温志强去看过，确实办好了')).toBeInTheDocument()
  expect(screen.getByText('反映人说办好了，很满意')).toBeInTheDocument()
  expect(screen.getByText('亮堂多了')).toBeInTheDocument()
  expect(screen.getByText('最后归谁管')).toBeInTheDocument()
})

test('a matter merged into another leads there', async () => {
  serverAnswers({
    'concerns.get': () =>
      aDetail({ state: 'closed', closing: 'merged', mergedInto: 'c2', closedAt: MORNING }),
  })
  show(ConcernPage, { id: 'c1' })
  expect(await screen.findByRole('button', { name: '看合到的那一件' })).toBeInTheDocument()
})

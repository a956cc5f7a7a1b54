import Taro from '@tarojs/taro'
import { act, screen, waitFor } from '@testing-library/react'
import StaffPhotos from '../../../src/client/packages/staff/photos'
import StaffQueue from '../../../src/client/packages/staff/queue'
import { useSession } from '../../../src/client/stores/session'
import { li } from '../support/making'
import {
  emptyStage,
  granted,
  HOUR,
  inputsOf,
  LOST,
  NOW,
  refused,
  serve,
  shown,
  tap,
  tapInSheet,
  type,
} from './stage'

const navigate = Taro.navigateTo as unknown as jest.Mock

const me = (role: 'grid_staff' | 'police' = 'grid_staff') =>
  li({
    name: '曾小云',
    isStaff: true,
    offices: [{ role, gridPath: '441302010.001.005', gridName: '金兴街网格', buildingId: null }],
  })

const photo = (change: object = {}) => ({
  id: 'ph1',
  url: '/photos/ph1?until=1&sig=a',
  state: 'review',
  why: 'vulgar',
  at: NOW - HOUR,
  shows: {
    kind: 'report',
    concern: {
      id: 'c1',
      no: 'XJ2611230001',
      category: 'LIGHT_BROKEN',
      title: '33栋门前路灯不亮',
      placeLabel: '33栋',
    },
  },
  ...change,
})
const queue = (items: object[]) => granted({ items, cursor: null, waiting: items.length })

beforeEach(() => {
  emptyStage()
  navigate.mockClear()
  useSession.setState({ token: 't1', me: me() })
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
})
afterEach(() => jest.restoreAllMocks())

const show = async (page = <StaffPhotos />) => {
  shown(page)
  await act(async () => undefined)
}

test('a photo is shown with its matter, and why it waits', async () => {
  serve({ 'content.queue': queue([photo()]) })
  await show()
  expect(await screen.findByText('1张等着看')).toBeInTheDocument()
  expect(screen.getByText('要人看一眼：可能低俗，1小时前')).toBeInTheDocument()
  expect(screen.getByText('33栋，反映时拍的')).toBeInTheDocument()
  await tap(/^33栋门前路灯不亮/)
  expect(navigate).toHaveBeenCalledWith({ url: '/packages/concern/detail/index?id=c1' })
})

test.each([
  [{ state: 'refused', why: 'porn' }, '核对没有通过：可能不雅，1小时前'],
  [{ why: 'unanswered' }, '要人看一眼：核对没有回音，1小时前'],
  [{ why: 'a reason of next year' }, '要人看一眼：拿不准，1小时前'],
])('%j is said as %s', async (change, words) => {
  serve({ 'content.queue': queue([photo(change)]) })
  await show()
  expect(await screen.findByText(words)).toBeInTheDocument()
})

test('可以显示 is one tap, and said when it is done', async () => {
  serve({
    'content.queue': [queue([photo()]), queue([])],
    'content.decide': granted({ photoId: 'ph1', state: 'pass' }),
  })
  await show()
  await tap('可以显示，33栋门前路灯不亮')
  expect(inputsOf('content.decide')).toEqual([{ photoId: 'ph1', shown: true, reason: '' }])
  expect(await screen.findByText('“33栋门前路灯不亮”的照片，大家看得到了')).toBeInTheDocument()
  expect(await screen.findByText('没有等着看的照片')).toBeInTheDocument()
})

test('不显示 asks why, and does not go without', async () => {
  serve({
    'content.queue': queue([photo()]),
    'content.decide': granted({ photoId: 'ph1', state: 'refused' }),
  })
  await show()
  await tap('不显示，33栋门前路灯不亮')
  await tapInSheet('不显示')
  expect(inputsOf('content.decide')).toEqual([])
  await type('hide-reason', '拍到了别人的脸')
  await tapInSheet('不显示')
  expect(inputsOf('content.decide')).toEqual([{ photoId: 'ph1', shown: false, reason: '拍到了别人的脸' }])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a face is shown with the name it stands for, and leads to no matter', async () => {
  serve({
    'content.queue': [queue([photo({ shows: { kind: 'face', name: '老李' } })]), queue([])],
    'content.decide': granted({ photoId: 'ph1', state: 'pass' }),
  })
  await show()
  expect(await screen.findByText('老李的头像')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^老李的头像/ })).toBeNull()
  await tap('可以显示，老李的头像')
  expect(await screen.findByText('老李的头像，大家看得到了')).toBeInTheDocument()
})

test('a refusal and a lost network keep the photo and what was typed', async () => {
  // A lost answer is asked for twice more before the person hears of it.
  const answers = [LOST, LOST, LOST, refused('NOT_IN_THIS_STATE')]
  serve({ 'content.queue': queue([photo()]), 'content.decide': answers })
  await show()
  await tap('不显示，33栋门前路灯不亮')
  await type('hide-reason', '拍到了别人的脸')
  await tapInSheet('不显示')
  expect(await screen.findByText('没网了', undefined, { timeout: 8_000 })).toBeInTheDocument()
  await tap('重试')
  expect(await screen.findByText('事情已经往前走了')).toBeInTheDocument()
  expect(inputsOf('content.decide')).toHaveLength(4)
})

test('nothing waits: that is said; no network: that too', async () => {
  serve({ 'content.queue': queue([]) })
  await show()
  expect(await screen.findByText('没有等着看的照片')).toBeInTheDocument()
})

test('without a network the page says so', async () => {
  serve({ 'content.queue': LOST })
  await show()
  expect(await screen.findByText('没网了', undefined, { timeout: 8_000 })).toBeInTheDocument()
})

test('whose office does not look at photos is told who does', async () => {
  useSession.setState({ me: me('police') })
  await show()
  expect(screen.getByText('照片由网格和社区来看')).toBeInTheDocument()
})

test('a guest signs in first', async () => {
  useSession.setState({ token: undefined, me: undefined })
  await show()
  expect(screen.getByText('先登录一下')).toBeInTheDocument()
})

test('the workbench leads there while something waits, and only those who may look', async () => {
  const counts = { overdue: 0, today: 0, to_accept: 0, in_hand: 0 }
  serve({ 'concerns.queue': granted({ items: [], cursor: null, counts }), 'content.queue': queue([photo()]) })
  await show(<StaffQueue />)
  await tap('照片要看一眼，1张等着，看过大家才看得到')
  expect(navigate).toHaveBeenCalledWith({ url: '/packages/staff/photos/index' })
})

test('the workbench of the police does not ask about photos', async () => {
  useSession.setState({ me: me('police') })
  serve({
    'concerns.queue': granted({
      items: [],
      cursor: null,
      counts: { overdue: 0, today: 0, to_accept: 0, in_hand: 0 },
    }),
    'content.queue': queue([photo()]),
  })
  await show(<StaffQueue />)
  expect(screen.queryByText('照片要看一眼')).toBeNull()
})

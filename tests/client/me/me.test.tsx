import Taro from '@tarojs/taro'
import { act, render, screen, waitFor } from '@testing-library/react'
import MePage from '../../../src/client/pages/me/index'
import { Asking } from '../../../src/client/platform/query-client'
import type { Writing } from '../../../src/client/stores/draft'
import { draftOf, useDrafts } from '../../../src/client/stores/drafts'
import { useSession } from '../../../src/client/stores/session'
import { li, newPhone, press, receipt, sent, serve, told, type } from '../support/phone'

const show = () => render(<MePage />, { wrapper: Asking })

const lamp: Writing = {
  tile: 'light',
  kind: 'dark',
  where: { way: 'words', building: null, point: null, words: '榕树头' },
  title: null,
  detail: '',
  anonymous: false,
  channel: 'app',
  photos: [],
}

const begun = () => {
  const { begin, apply } = useDrafts.getState()
  const { id } = begin(lamp, 'p.li')
  apply(id, { kind: 'write', change: { detail: '写了一半' }, at: Date.now() })
  return id
}

beforeEach(() => {
  newPhone(li)
  serve({ 'people.me': () => told(li), 'people.signOut': () => told({ done: true }) })
})

test('who I am, where I live, and my phone only by its ends', async () => {
  show()
  expect(screen.getByText('李先生')).toBeInTheDocument()
  expect(screen.getByText('住23栋，已确认')).toBeInTheDocument()
  expect(screen.getByText('100****6635')).toBeInTheDocument()
  expect(screen.queryByText('工作台')).toBeNull()
})

test('offices in words, and the workbench for those who work', () => {
  const office = (role: 'head' | 'grid_staff', gridName: string) => ({
    role,
    gridName,
    gridPath: '441302010.001.005',
    buildingId: null,
  })
  newPhone({ ...li, isStaff: true, offices: [office('grid_staff', '金兴街网格')] })
  show()
  expect(screen.getByText('金兴街网格网格员')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: /工作台/ })).toBeInTheDocument()
})

test('an unfinished draft waits here with its next step', async () => {
  const id = begun()
  show()
  expect(screen.getByText('榕树头路灯不亮了')).toBeInTheDocument()
  expect(screen.getByText('写着')).toBeInTheDocument()
  await press('接着写')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/pages/report/index?draft=${id}` })
})

test('what arrived while nobody looked says so, and is gone once it was looked at', async () => {
  const id = begun()
  useDrafts.getState().apply(id, { kind: 'answer', answer: { ok: true, data: receipt }, at: Date.now() })
  show()
  expect(screen.getByText('交了')).toBeInTheDocument()
  await press('看看走到哪儿了')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/concern/detail/index?id=c9' })
  expect(draftOf(id)).toBeUndefined()
})

test('another phone number is left through a sheet', async () => {
  serve({ 'people.me': () => told(li), 'people.leavePhone': () => told({ ...li, phone: '138****0002' }) })
  show()
  await press(/手机号/)
  await type('phone', '13800000002')
  serve({
    'people.me': () => told({ ...li, phone: '138****0002' }),
    'people.leavePhone': () => told({ ...li, phone: '138****0002' }),
  })
  await press('就用这个号')
  expect(await screen.findByText('138****0002')).toBeInTheDocument()
  expect(sent('people.leavePhone').map(({ input }) => input)).toEqual([{ phone: '13800000002' }])
})

test('signing out asks once, forgets who it was, and keeps what was written', async () => {
  const id = begun()
  show()
  await press('退出登录')
  await press('退出')
  await waitFor(() => expect(useSession.getState().token).toBeUndefined())
  expect(await screen.findByText('还没登录')).toBeInTheDocument()
  expect(screen.queryByText('榕树头路灯不亮了')).toBeNull()
  expect(draftOf(id)).toBeDefined()
})

test('a guest reads on and is told what signing in is for', async () => {
  newPhone()
  show()
  await press('登录')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/entry/sign-in/index' })
})

test('without a network the phone still knows whose it is', async () => {
  serve({})
  show()
  await act(async () => undefined)
  expect(screen.getByText('李先生')).toBeInTheDocument()
})

test('how well I am known, what it opens, and the next step in words', async () => {
  const home = li.home && { ...li.home, confirmed: false }
  const before = { ...li, realNameLevel: 1 as const, home }
  newPhone(before)
  serve({ 'people.me': () => told(before) })
  show()
  expect(screen.getByText('住23栋，还没确认')).toBeInTheDocument()
  await press('实名程度，留了电话')
  expect(screen.getByText('帮别人报，对楼栋长人选提意见，住户表决（满18岁）')).toBeInTheDocument()
  expect(screen.getByText('住处等楼栋长或网格员认。着急的话，当面请他认一下。')).toBeInTheDocument()
  await press('去住处')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/entry/residence/index' })
})

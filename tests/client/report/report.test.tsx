import Taro from '@tarojs/taro'
import { act, render, screen, waitFor } from '@testing-library/react'
import ReportPage from '../../../src/client/pages/report/index'
import { Asking } from '../../../src/client/platform/query-client'
import { useConnection } from '../../../src/client/stores/connection'
import { sendDue, startDrafts } from '../../../src/client/stores/draft-sender'
import { useDrafts } from '../../../src/client/stores/drafts'
import { useSession } from '../../../src/client/stores/session'
import {
  li,
  newPhone,
  open,
  press,
  receipt,
  refused,
  request,
  sent,
  serve,
  told,
  type,
} from '../support/phone'

const show = () => render(<ReportPage />, { wrapper: Asking })
const submitted = () => sent('concerns.submit')

beforeEach(() => newPhone(li))

test('路灯, then 交给网格员: two taps where the home is known, and the promise comes back', async () => {
  serve({ 'concerns.submit': () => told(receipt) })
  show()
  await press('路灯')
  await press('交给网格员')
  expect(await screen.findByText('收到了，4小时内有人联系您')).toBeInTheDocument()
  expect(screen.getByText('XJ2611230007')).toBeInTheDocument()
  expect(submitted().map(({ input }) => input)).toEqual([
    {
      category: 'LIGHT_BROKEN',
      title: '23栋路灯不亮了',
      detail: '',
      place: { buildingId: 'JX-023', point: null, words: '' },
      photoIds: [],
      anonymous: false,
      channel: 'app',
    },
  ])
})

test('a tile of another screen has already answered what it is about', async () => {
  serve({ 'concerns.submit': () => told(receipt) })
  open({ category: 'LIGHT_MISSING' })
  show()
  await press('交给网格员')
  await waitFor(() => expect(submitted()[0]?.input.title).toBe('23栋门前这段没装路灯'))
})

test('everything missing is said beside its field, and nothing leaves', async () => {
  newPhone()
  serve({})
  open({ tile: 'other' })
  show()
  await press('交给网格员')
  expect(screen.getByText('在哪儿还没说。选一栋，或者说个地方。')).toBeInTheDocument()
  expect(screen.getByText('说两句是什么事，好找对的人')).toBeInTheDocument()
  expect(submitted()).toEqual([])
})

test('a place without an address is a place', async () => {
  serve({ 'concerns.submit': () => told(receipt) })
  open({ tile: 'plate' })
  show()
  await press('说个地方', 'radio')
  await type('place-words', '榕树头小卖部旁边')
  await press('交给网格员')
  await waitFor(() =>
    expect(submitted()[0]?.input.place).toEqual({ buildingId: null, point: null, words: '榕树头小卖部旁边' }),
  )
})

test('what the server finds wrong lands beside the same field, nothing typed is lost, the key stays', async () => {
  const fields = [{ path: 'title', problem: 'max_length', limit: 40 }]
  let answer: unknown = refused('VALIDATION', { fields })
  serve({ 'concerns.submit': () => answer })
  open({ tile: 'light' })
  show()
  await type('detail', '三天了，老人看不见台阶')
  await press('交给网格员')
  expect(await screen.findByText('写得长了，最多40个字')).toBeInTheDocument()
  expect(document.getElementById('detail')).toHaveAttribute('value', '三天了，老人看不见台阶')
  answer = told(receipt)
  await type('title', '路灯坏了三天')
  await press('交给网格员')
  expect(await screen.findByText('收到了，4小时内有人联系您')).toBeInTheDocument()
  expect(submitted()).toHaveLength(2)
  expect(submitted()[0]?.key).toBe(submitted()[1]?.key)
})

test('words that may not be sent are refused with a next step, and stay where they are', async () => {
  serve({ 'concerns.submit': () => refused('CONTENT_RISKY') })
  open({ tile: 'light' })
  show()
  await type('detail', '骂人的话')
  await press('交给网格员')
  expect(await screen.findByText('有的话不能发')).toBeInTheDocument()
  expect(document.getElementById('detail')).toHaveAttribute('value', '骂人的话')
})

test('a phone is asked for when it is needed, and then the same report goes on', async () => {
  let phone: string | null = null
  serve({
    'concerns.submit': () => (phone ? told(receipt) : refused('PHONE_REQUIRED')),
    'people.leavePhone': (input: { phone: string }) => {
      phone = input.phone
      return told({ ...li, phone: '138****0001' })
    },
  })
  open({ tile: 'light' })
  show()
  await press('交给网格员')
  await screen.findByRole('dialog')
  await type('phone', '123')
  await press('留下，接着交')
  expect(screen.getByText('手机号是11位数字，1开头')).toBeInTheDocument()
  await type('phone', '13800000001')
  await press('留下，接着交')
  expect(await screen.findByText('收到了，4小时内有人联系您')).toBeInTheDocument()
  expect(new Set(submitted().map(({ key }) => key)).size).toBe(1)
})

test('without a network it is kept, and handed over by itself when the network is back', async () => {
  serve({ 'concerns.submit': () => told(receipt) })
  startDrafts()
  open({ tile: 'light' })
  show()
  await act(async () => useConnection.setState({ online: false }))
  await press('交给网格员')
  expect(screen.getByText('没网，先替您存着')).toBeInTheDocument()
  expect(submitted()).toEqual([])
  await act(async () => useConnection.setState({ online: true }))
  expect(await screen.findByText('收到了，4小时内有人联系您')).toBeInTheDocument()
})

test('an answer that never came is asked for again under the same key', async () => {
  let lost = true
  serve({
    'concerns.submit': () => {
      if (lost) throw new Error('request:fail')
      return told(receipt)
    },
  })
  open({ tile: 'light' })
  show()
  await press('交给网格员')
  expect(await screen.findByText('这会儿没交上，替您存着')).toBeInTheDocument()
  lost = false
  await press('重试')
  expect(await screen.findByText('收到了，4小时内有人联系您')).toBeInTheDocument()
  expect(new Set(submitted().map(({ key }) => key)).size).toBe(1)
})

test('what was begun and left is offered again', async () => {
  serve({})
  open({ tile: 'light' })
  const first = show()
  await type('detail', '写了一半')
  first.unmount()
  open({})
  show()
  expect(screen.getByText('上次没写完，接着写')).toBeInTheDocument()
  await press('接着写')
  expect(document.getElementById('detail')).toHaveAttribute('value', '写了一半')
})

test('a page opened and left without a word leaves nothing behind', async () => {
  serve({})
  open({ tile: 'light' })
  show().unmount()
  await waitFor(() => expect(useDrafts.getState().drafts).toEqual([]))
})

test('a draft is never shown to, nor sent for, the next person who signs in on this phone', async () => {
  serve({ 'concerns.submit': () => told(receipt) })
  open({ tile: 'hardship' })
  const first = show()
  await type('detail', '家里的难处')
  await act(async () => useConnection.setState({ online: false }))
  await press('交给网格员')
  first.unmount()
  await act(async () => {
    useSession.getState().enter({ token: 'token-of-other', me: { ...li, personId: 'p.other' } })
    useConnection.setState({ online: true })
    await sendDue()
  })
  open({})
  show()
  expect(screen.queryByText('上次没写完，接着写')).toBeNull()
  expect(submitted()).toEqual([])
})

test('是同一件 says it once more instead of handing over a second one', async () => {
  const similar = {
    id: 'c7',
    title: '22栋路灯不亮',
    placeLabel: '22栋门前',
    submittedAt: Date.now() - 3_600_000,
    endorsements: 3,
    state: 'in_progress',
  }
  serve({
    'concerns.similar': () => told({ items: [similar] }),
    'concerns.endorse': () => told({ id: 'c7', endorsements: 4 }),
  })
  open({ tile: 'light' })
  show()
  await screen.findByText('22栋路灯不亮')
  await press('“22栋路灯不亮”，是同一件')
  await waitFor(() => expect(sent('concerns.endorse').map(({ input }) => input)).toEqual([{ id: 'c7' }]))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/concern/detail/index?id=c7' })
  expect(submitted()).toEqual([])
  await waitFor(() => expect(useDrafts.getState().drafts).toEqual([]))
})

test('a guest writes first, signs in at the end, and the report goes on by itself', async () => {
  newPhone()
  serve({ 'concerns.submit': () => told(receipt) })
  open({ tile: 'light' })
  show()
  await press('说个地方', 'radio')
  await type('place-words', '榕树头')
  await press('交给网格员')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/entry/sign-in/index?why=report' })
  expect(request.mock.calls.some(([{ url }]) => String(url).includes('submit'))).toBe(false)
  await act(async () => useSession.getState().enter({ token: 'token-of-li', me: li }))
  expect(await screen.findByText('收到了，4小时内有人联系您')).toBeInTheDocument()
})

test('private matters say who gets to see them, before anything is typed', () => {
  serve({})
  open({ tile: 'head' })
  show()
  expect(screen.getByText(/他看不到/)).toBeInTheDocument()
})

test('who works on concerns may say that he heard it on the phone', async () => {
  newPhone({ ...li, isStaff: true })
  serve({ 'concerns.submit': () => told(receipt) })
  open({ tile: 'light' })
  show()
  await press('接到电话', 'radio')
  await press('交给网格员')
  await waitFor(() => expect(submitted()[0]?.input.channel).toBe('phone'))
})

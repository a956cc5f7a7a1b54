import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import StaffQueue from '../../../src/client/packages/staff/queue/index'
import MePage from '../../../src/client/pages/me/index'
import ReportPage from '../../../src/client/pages/report/index'
import { Asking, queryClient } from '../../../src/client/platform/query-client'
import { li, newPhone, open, receipt, sent, serve, told } from '../support/phone'

const subscribe = jest.fn()
/** What every page of a phone asks of WeChat. */
const CAPSULE = { left: 296, top: 51, right: 383, bottom: 83, width: 87, height: 32 }
const DAY = 24 * 3_600_000
let now = Date.UTC(2026, 10, 23, 1, 30)

/** How many of each he has granted; grows as he grants. */
let left: { progress: number; result: number; work: number }
const mine = () => ({
  templates: (['progress', 'result', 'work'] as const).map((template) => ({
    template,
    id: `id-${template}`,
    left: left[template],
  })),
})
const grant = ({ answers }: { answers: { template: keyof typeof left; answer: string }[] }) => {
  for (const { template, answer } of answers) if (answer === 'accept') left[template] += 1
  return told(mine())
}
const granted = () => sent('messages.grant').map(({ input }) => input.answers)

/** In WeChat a role is called aria-role. */
const tap = async (name: string | RegExp) => {
  const nameOf = (one: Element) => one.getAttribute('aria-label') ?? one.textContent ?? ''
  const found = [...document.querySelectorAll('[aria-role=button]')].find((one) => nameOf(one).match(name))
  if (!found) throw new Error(`no button ${name}`)
  await act(async () => {
    fireEvent.click(found)
  })
}

const show = (Screen: () => JSX.Element) => render(<Screen />, { wrapper: Asking })
const says = (answers: Record<string, string>) =>
  subscribe.mockResolvedValue({ errMsg: 'requestSubscribeMessage:ok', ...answers })

/** Somebody with a phone of his own, who came in by WeChat. */
function arrive(me: typeof li) {
  newPhone(me)
  serve({
    'people.me': () => told(me),
    'messages.mine': () => told(mine()),
    'messages.grant': grant,
    'concerns.submit': () => told(receipt),
  })
}

beforeEach(() => {
  now += 30 * DAY
  jest.spyOn(Date, 'now').mockImplementation(() => now)
  Object.assign(globalThis, { ON_WECHAT: true })
  Object.assign(Taro, { requestSubscribeMessage: subscribe, getMenuButtonBoundingClientRect: () => CAPSULE })
  subscribe.mockReset()
  left = { progress: 0, result: 0, work: 0 }
  arrive(li)
})
afterEach(() => {
  Object.assign(globalThis, { ON_WECHAT: false })
  jest.restoreAllMocks()
})

/** Reports a lamp; WeChat's question stands in the very tap that hands it over. */
async function reports() {
  open({ tile: 'light' })
  const { unmount } = show(ReportPage)
  await waitFor(() => expect(queryClient.getQueryData(['messages.mine', {}])).toBeDefined())
  await tap('交给网格员')
  expect(await screen.findByText('收到了，4小时内有人联系您')).toBeInTheDocument()
  unmount()
}

test('handing over a matter asks for its progress and its result, and tells the server each answer', async () => {
  says({ 'id-progress': 'accept', 'id-result': 'reject' })
  await reports()
  expect(subscribe).toHaveBeenCalledWith({ tmplIds: ['id-progress', 'id-result'], entityIds: [] })
  expect(granted()).toEqual([
    [
      { template: 'progress', answer: 'accept' },
      { template: 'result', answer: 'reject' },
    ],
  ])
})

test('a WeChat that cannot ask holds nobody up', async () => {
  subscribe.mockRejectedValue({ errMsg: 'requestSubscribeMessage:fail', errCode: 20004 })
  await reports()
  expect(granted()).toEqual([])
})

test('a question that nobody answers holds nobody up either', async () => {
  subscribe.mockReturnValue(new Promise(() => undefined))
  await reports()
})

test('who said no is left in peace for a week; what he accepted is asked again', async () => {
  says({ 'id-progress': 'accept', 'id-result': 'reject' })
  await reports()
  const asked = async () => {
    subscribe.mockClear()
    await reports()
    return subscribe.mock.calls.map(([{ tmplIds }]) => tmplIds)
  }
  now += 7 * DAY - 1
  expect(await asked()).toEqual([['id-progress']])
  now += 1
  expect(await asked()).toEqual([['id-progress', 'id-result']])
})

test('a template that WeChat has closed is never asked for again, and not offered', async () => {
  says({ 'id-progress': 'ban', 'id-result': 'accept' })
  await reports()
  now += 365 * DAY
  show(MePage)
  await tap(/^微信提醒/)
  expect(subscribe).toHaveBeenLastCalledWith({ tmplIds: ['id-result'], entityIds: [] })
})

test('我的 says how many one still gets; a tap gives one more of each', async () => {
  says({ 'id-progress': 'acceptWithAudio', 'id-result': 'accept' })
  show(MePage)
  expect(await screen.findByText('点一下，有消息微信告诉您；点一次收一条')).toBeInTheDocument()
  await tap(/^微信提醒/)
  expect(await screen.findByText('还能收到进度1条、结果1条，点一下再要')).toBeInTheDocument()
})

test('a tap in vain says where it can be opened, and may be tried at once again', async () => {
  says({ 'id-progress': 'reject', 'id-result': 'reject' })
  show(MePage)
  await screen.findByText(/^点一下/)
  await tap(/^微信提醒/)
  expect(await screen.findByText(/在设置里能打开订阅消息/)).toBeInTheDocument()
  await tap(/^微信提醒/)
  expect(subscribe).toHaveBeenCalledTimes(2)
})

test('those at work are asked for 待办 on their workbench, as long as few are left', async () => {
  arrive({ ...li, isStaff: true })
  left.work = 2
  says({ 'id-work': 'accept' })
  show(StaffQueue)
  expect(await screen.findByText('还能收到待办2条，点一下再要')).toBeInTheDocument()
  await tap(/^微信提醒/)
  expect(subscribe).toHaveBeenCalledWith({ tmplIds: ['id-work'], entityIds: [] })
  await waitFor(() => expect(screen.queryByText('微信提醒')).toBeNull())
})

test('a guest, a browser and an installation without templates see and ask nothing', async () => {
  serve({ 'messages.mine': () => told({ templates: [] }), 'concerns.submit': () => told(receipt) })
  await reports()
  Object.assign(globalThis, { ON_WECHAT: false })
  show(MePage)
  await act(async () => undefined)
  expect(screen.queryByText('微信提醒')).toBeNull()
  expect(subscribe).not.toHaveBeenCalled()
})

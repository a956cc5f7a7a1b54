import Taro from '@tarojs/taro'
import { act, render, screen } from '@testing-library/react'
import { Page } from '../../../src/client/components/page'
import { heardNo, startPrivacy, usePrivacy } from '../../../src/client/platform/privacy'
import { newPhone, press } from '../support/phone'

type Listener = Parameters<typeof Taro.onNeedPrivacyAuthorization>[0]
let wechat: Listener
let now = Date.now()

/** WeChat holds an interface back and asks; what it is told in the end. */
async function needs(referrer: string) {
  const resolve = jest.fn()
  await act(async () => wechat(resolve, { referrer }))
  return resolve
}
const answerTo = (resolve: jest.Mock) =>
  resolve.mock.calls.map(([said]) => said).filter(({ event }) => event !== 'exposureAuthorization')
const agreeButton = () => document.querySelector('#privacy-agree')
const agrees = () =>
  act(async () => void agreeButton()?.dispatchEvent(new CustomEvent('agreeprivacyauthorization')))

beforeAll(() => {
  Object.assign(Taro, { onNeedPrivacyAuthorization: (listener: Listener) => (wechat = listener) })
  Object.assign(globalThis, { ON_WECHAT: true })
  startPrivacy()
  Object.assign(globalThis, { ON_WECHAT: false })
})
beforeEach(() => {
  newPhone()
  now += 60_000
  jest.spyOn(Date, 'now').mockImplementation(() => now)
  act(() => usePrivacy.setState({ gate: undefined }))
})

test('nothing is asked while nothing private is used', () => {
  render(<Page title="首页" />)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test.each([
  ['chooseMedia', '要看您选的照片'],
  ['chooseLocation', '要知道您选的地点'],
  ['getLocation', '要知道手机在哪儿'],
  ['button.getPhoneNumber', '要您微信里的手机号'],
  ['button.chooseAvatar', '要您选的头像和名字'],
  ['setClipboardData', '要放到剪贴板里'],
  ['somethingNew', '要用手机里的一样东西'],
])('%s: says what is wanted', async (referrer, title) => {
  render(<Page title="反映" />)
  await needs(referrer)
  expect(await screen.findByRole('dialog', { name: title })).toBeInTheDocument()
  await press('先不')
})

test('the agreement of the holder lets the interface go on, naming the button he pressed', async () => {
  render(<Page title="反映" />)
  const resolve = await needs('chooseMedia')
  expect(resolve).toHaveBeenCalledWith({ event: 'exposureAuthorization' })
  await agrees()
  expect(answerTo(resolve)).toEqual([{ event: 'agree', buttonId: 'privacy-agree' }])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('whoever refuses is not asked again for ten seconds: he is told how it goes without', async () => {
  render(<Page title="反映" />)
  const first = await needs('chooseMedia')
  await press('先不')
  expect(answerTo(first)).toEqual([{ event: 'disagree' }])
  expect(screen.queryByRole('dialog')).toBeNull()

  now += 9_999
  const again = await needs('chooseMedia')
  expect(answerTo(again)).toEqual([{ event: 'disagree' }])
  expect(await screen.findByText(/没有照片也能交/)).toBeInTheDocument()
  expect(agreeButton()).toBeNull()
  await press('知道了')

  now += 1
  await needs('chooseMedia')
  expect(agreeButton()).not.toBeNull()
  await press('先不')
})

test('two interfaces that wait get the same answer', async () => {
  render(<Page title="反映" />)
  const [one, two] = [await needs('chooseMedia'), await needs('chooseLocation')]
  await agrees()
  expect([answerTo(one), answerTo(two)].map((all) => all.map(({ event }) => event))).toEqual([
    ['agree'],
    ['agree'],
  ])
})

test('leaving the page with the question open is a no', async () => {
  const page = render(<Page title="反映" />)
  const resolve = await needs('chooseLocation')
  page.unmount()
  expect(answerTo(resolve)).toEqual([{ event: 'disagree' }])
})

test('the notice is one tap away, and so is the guideline filed with WeChat', async () => {
  const contract = jest.fn()
  Object.assign(Taro, { openPrivacyContract: contract })
  render(<Page title="反映" />)
  await needs('chooseMedia')
  await press('微信上的指引')
  expect(contract).toHaveBeenCalled()
  await press('隐私说明')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/privacy/notice/index' })
  await press('先不')
})

test.each([
  'chooseLocation:fail auth deny',
  'chooseLocation:fail:auth denied',
  'chooseLocation:fail authorize deny',
])('%s: says it is switched off, and opens the settings', async (errMsg) => {
  const settings = jest.fn(async () => ({}))
  Object.assign(Taro, { openSetting: settings })
  render(<Page title="反映" />)
  await act(async () => heardNo('place', { errMsg }))
  expect(await screen.findByRole('dialog', { name: '地图没打开' })).toBeInTheDocument()
  await press('打开设置')
  expect(settings).toHaveBeenCalled()
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('turning back is no mishap', async () => {
  render(<Page title="反映" />)
  await act(async () => heardNo('place', { errMsg: 'chooseLocation:fail cancel' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

import Taro from '@tarojs/taro'
import { act, fireEvent, screen } from '@testing-library/react'
import { Page } from '../../src/client/components/page'
import { tellMishap } from '../../src/client/mishaps'
import { sent, serverAnswers, show } from './support/fake-server'

const switchTab = Taro.switchTab as unknown as jest.Mock
const PHONE = '13800138000'
const WORDS = '12栋到巷口一路没有灯'

const reports = () => sent.filter(({ operation }) => operation === 'client.report').map(({ input }) => input)

function Broken(): never {
  throw new RangeError(WORDS)
}

beforeEach(() => {
  serverAnswers({ 'client.report': () => ({ done: true }) })
})

test('a mishap is told once, with its place in our code and without a word of anybody', () => {
  const failure = new TypeError(`${WORDS}，电话${PHONE}`)
  tellMishap('error', failure)
  tellMishap('error', failure)
  expect(reports()).toHaveLength(1)
  expect(reports()[0]).toMatchObject({
    kind: 'error',
    target: 'h5',
    build: 'test',
    name: 'TypeError',
    message: '',
  })
  expect(JSON.stringify(reports())).toMatch(/mishaps.test.tsx:\d+:\d+/)
  expect(JSON.stringify(sent)).not.toMatch(new RegExp(`${PHONE}|${WORDS}|电话`))
})

test.each([
  [
    'an object of WeChat',
    { message: `ReferenceError: foo is not defined ${PHONE}`, stack: `at ${PHONE} (x.js:1:1)` },
  ],
  ['one text of WeChat', `ReferenceError: bar is not defined\nat Page (pages/me/index.js:3:7)\n${WORDS}`],
  ['a rejected call', { errMsg: `request:fail timeout ${WORDS}` }],
  ['a text that was thrown', `${WORDS}${PHONE}`],
  ['nothing', undefined],
])('%s tells no more than that', (_, thrown) => {
  tellMishap('rejection', thrown)
  expect(reports().length).toBeLessThanOrEqual(1)
  expect(JSON.stringify(sent)).not.toMatch(new RegExp(`${PHONE}|${WORDS}`))
})

test('a page that cannot be drawn says so, tells, and leads home', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  show(() => (
    <Page title="民情">
      <Broken />
    </Page>
  ))
  expect(screen.getByText('这一页出了点问题')).toBeInTheDocument()
  expect(reports()[0]).toMatchObject({ kind: 'render', name: 'RangeError', message: '' })
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: '回首页' }))
  })
  expect(switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
  quiet.mockRestore()
})

test('a phone tells no more than ten mishaps in one life of the app', () => {
  for (let n = 0; n < 30; n += 1)
    tellMishap('error', { name: 'Error', message: '', stack: `at f (x.js:1:${n})` })
  expect(reports().length).toBeLessThanOrEqual(10)
})

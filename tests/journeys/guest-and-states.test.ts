import type { Browser } from 'playwright-core'
import { type App, startApp } from '../support/app'
import { ask, tokenOf } from '../support/asking'
import { openBrowser } from '../support/browser'
import { Visitor } from '../support/visitor'

let app: App
let browser: Browser

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const concern = (id: string) => `/packages/concern/detail/index?id=${id}`
const unasked = ({ complaints }: Visitor, caused: RegExp) => complaints.filter((line) => !caused.test(line))

/** A public matter that a person may still join. */
async function joinable(token: string): Promise<string> {
  const { items } = await ask(app.address, 'concerns.list', {})
  for (const { id } of items) {
    const { may } = await ask(app.address, 'concerns.get', { id }, token)
    if (may.includes('endorse')) return id
  }
  throw new Error('The demo data holds nothing to join.')
}

test('a guest reads the list, a matter and the plan of the estate', async () => {
  const guest = await Visitor.open(browser, app.address)
  await guest.visit('/pages/home/index')
  await guest.screen.getByRole('tab', { name: '大家的事' }).click()
  await guest.screen.getByRole('heading', { name: '大家的事' }).waitFor()
  await guest.screen.getByRole('link').first().click()
  await guest.sees('现在归谁管')
  await guest.sees('这件事走到哪儿了')
  await guest.tap('返回')
  await guest.tap('平面图')
  await guest.sees(/\d+栋，\d+栋有没办完的事/)
  await guest.screen.getByRole('img', { name: /平面图/ }).waitFor()
  expect(guest.complaints).toEqual([])
})

test('a guest who joins is asked to sign in with the reason, and his word is then counted by itself', async () => {
  const token = await tokenOf(app.address, 'elder.72')
  const id = await joinable(token)
  const before = await ask(app.address, 'concerns.get', { id }, token)

  const guest = await Visitor.open(browser, app.address)
  await guest.visit(concern(id))
  await guest.tap('登录')
  await guest.sees('先登录一下')
  await guest.sees('登录后替您记上一份。')
  await guest.tap(/^罗阿姨/)
  await guest.sees('您说过“我也遇到”')
  const after = await ask(app.address, 'concerns.get', { id }, token)
  expect(after).toMatchObject({ endorsed: true, endorsements: before.endorsements + 1 })
  expect(guest.complaints).toEqual([])
})

test('a guest who reports is asked to sign in at the very end, and his report goes on by itself', async () => {
  const guest = await Visitor.open(browser, app.address)
  await guest.visit('/pages/home/index')
  await guest.tap('路灯')
  await guest.chooses('说个地方')
  await guest.says('在什么地方', '小卖部旁边路口')
  await guest.tap('交给网格员')
  await guest.sees('登录后接着交，刚才写的都在。')
  await guest.tap(/^陈女士/)
  await guest.sees(/收到了/)
  expect(guest.complaints).toEqual([])
})

test.each([
  ['one that never was', 'c.nobody'],
  ['one that is not his to see', 'c.open-meals'],
])('a matter that is not there says so and leads home: %s', async (_, id) => {
  const guest = await Visitor.open(browser, app.address)
  await guest.visit(concern(id))
  await guest.sees('这一条不在了')
  await guest.tap('回首页')
  await guest.sees('有事您说')
  expect(unasked(guest, /status of 404 .*\/rpc\/concerns\.get$/)).toEqual([])
})

test('two taps from home hand a missing light over: the tile, then 交给网格员', async () => {
  const resident = await Visitor.open(browser, app.address)
  await resident.signInAs('李先生')
  await resident.visit('/pages/home/index')
  await resident.button('路灯').waitFor()
  await resident.page.evaluate(() => {
    document.addEventListener(
      'click',
      ({ isTrusted }) => {
        if (isTrusted) document.body.dataset.taps = String(Number(document.body.dataset.taps ?? 0) + 1)
      },
      true,
    )
  })
  await resident.tap('路灯')
  await resident.tap('交给网格员')
  await resident.sees(/收到了，.+内有人联系您/)
  expect(await resident.page.evaluate(() => document.body.dataset.taps)).toBe('2')
  expect(resident.complaints).toEqual([])
})

test('a page that was not opened before opens without a network, and says so', async () => {
  const guest = await Visitor.open(browser, app.address)
  await guest.visit('/pages/home/index')
  await guest.screen.getByRole('link').first().waitFor()
  await guest.page.waitForLoadState('networkidle')

  await guest.context.setOffline(true)
  await guest.tap(/全部事项/)
  await guest.sees('是哪方面的事？')
  await guest.tap('返回')
  await guest.screen.getByRole('tab', { name: '大家的事' }).click()
  await guest.sees('没网了')
  await guest.context.setOffline(false)
  await guest.screen.getByRole('link').first().waitFor()
  expect(unasked(guest, /ERR_INTERNET_DISCONNECTED/)).toEqual([])
})

describe('a server that has stopped', () => {
  let lost: App
  afterEach(async () => {
    await lost?.stop()
  })

  test('says 没网了 with 重试, which works once the server is back', async () => {
    lost = await startApp()
    const guest = await Visitor.open(browser, lost.address)
    await guest.visit('/pages/concerns/index')
    await guest.screen.getByRole('link').first().waitFor()

    await lost.stop()
    await guest.screen.getByRole('radio', { name: '办好的' }).click()
    await guest.sees('没网了')
    await guest.sees('有网了再点一下重试。')

    lost = await startApp(new URL(lost.address).port)
    await guest.tap('重试')
    await guest.screen.getByRole('link').first().waitFor()
    expect(await guest.screen.getByText('没网了').count()).toBe(0)
    // Photos and pages still under way when the server stops are cut off, or answered with 503.
    expect(unasked(guest, /ERR_CONNECTION_(REFUSED|RESET)|status of 503 /)).toEqual([])
  })
})

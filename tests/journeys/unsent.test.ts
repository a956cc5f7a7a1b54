import type { Browser } from 'playwright-core'
import { inbox } from '../../src/client/texts/inbox'
import { type App, startApp } from '../support/app'
import { ask, tokenOf } from '../support/asking'
import { openBrowser } from '../support/browser'
import { until } from '../support/until'
import { Visitor } from '../support/visitor'

let app: App
let browser: Browser
let matter: string

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  const token = await tokenOf(app.address, 'resident.li')
  const mine = await ask(app.address, 'concerns.mine', {}, token)
  const own = new Set(mine.items.map(({ id }) => id))
  const { items } = await ask(app.address, 'concerns.list', { show: 'open' })
  matter = items.find(({ id, state }) => state === 'in_progress' && !own.has(id))?.id ?? ''
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const endorsements = async () => (await ask(app.address, 'concerns.get', { id: matter })).endorsements

test('我也遇到 without a network survives a kill, and a lost answer, and is counted once', async () => {
  const before = await endorsements()
  const phone = await Visitor.open(browser, app.address)
  await phone.signInAs('李先生')
  await phone.visit(`/packages/concern/detail/index?id=${matter}`)
  await phone.sees('现在归谁管')
  const keys: (string | undefined)[] = []
  await phone.context.route('**/rpc/concerns.endorse', async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    // The first arrives and is carried out; its answer is lost.
    if (keys.length === 1) await route.fetch()
    return keys.length <= 4 ? route.abort('internetdisconnected') : route.continue()
  })
  await phone.tap('我也遇到')
  await phone.sees('我也遇到，')
  await phone.sees('有网了自动交')
  await phone.shot('unsent-1-kept')
  await phone.isKilled()
  await phone.visit('/pages/me/index')
  await phone.screen.getByText('还没送出的1件').waitFor({ state: 'hidden' })
  expect(await until(endorsements, (count) => count > before)).toBe(before + 1)
  expect(keys.length).toBeGreaterThan(4)
  expect(new Set(keys).size).toBe(1)
})

test('who signs out is asked what becomes of what has not left, and another person does not send it', async () => {
  const phone = await Visitor.open(browser, app.address)
  await phone.signInAs('李先生')
  let tries = 0
  await phone.context.route('**/rpc/inbox.read', (route) => {
    tries += 1
    return route.abort('internetdisconnected')
  })
  await phone.visit('/pages/inbox/index')
  await phone.tap(inbox.readAll)
  // The app gives the network three chances before it keeps the command; only then is it left.
  await phone.page.waitForFunction(() => JSON.stringify(localStorage).includes('inbox.read'))
  await phone.visit('/pages/me/index')
  await phone.sees('还没送出的1件')
  await phone.shot('unsent-2-mine')
  await phone.tap('退出登录')
  await phone.sees(/您还有1件没送出去/)
  await phone.shot('unsent-3-sign-out')
  await phone.answers('退出登录？', '留着，退出')
  const before = tries
  await phone.signInAs('何晓燕')
  await phone.visit('/pages/me/index')
  await phone.page.waitForTimeout(1_000)
  expect(await phone.screen.getByText(/还没送出的/).count()).toBe(0)
  expect(tries).toBe(before)
})

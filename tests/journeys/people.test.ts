import type { Browser } from 'playwright-core'
import { residence, residents } from '../../src/client/texts/residences'
import { rights } from '../../src/client/texts/rights'
import { type App, startApp } from '../support/app'
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

const come = (persona: string): Promise<Visitor> => Visitor.as(browser, app.address, persona)

const HOME = '/packages/entry/residence/index'

test('whoever moved in is vouched for by the grid, reads it, and says herself when she moves out', async () => {
  const tenant = await come('覃女士')
  await tenant.visit(HOME)
  await tenant.sees('61栋')
  await tenant.sees('等楼栋长或网格员认一下')
  await tenant.shot('people-1-waiting')

  const grid = await come('曾小云')
  await grid.visit('/packages/staff/residents/index')
  await grid.shot('people-2-residents')
  await grid.tap(`${residents.steps.confirm}，覃女士`)
  await grid.button(`${residents.steps.confirm}，覃女士`).waitFor({ state: 'detached' })
  await grid.leaves()

  await tenant.visit('/pages/inbox/index')
  await tenant.screen.getByRole('link', { name: /邻居认了您，住处确认了/ }).click()
  await tenant.sees(/认过了，到\d+年/)
  await tenant.shot('people-3-counts')
  await tenant.tap(residence.steps.move_out)
  await tenant.answers(residence.sure.move_out.title, residence.steps.move_out)
  await tenant.sees(residence.before)
  await tenant.sees(/搬走了，/)
  await tenant.leaves()
})

test('a resident reads who looked, takes his data with him, and thinks again about closing his account', async () => {
  const phone = await come('李先生')
  await phone.visit('/packages/privacy/hub/index')
  await phone.tap(new RegExp(rights.hub.looks))
  await phone.sees(/看了您的手机号/)
  await phone.shot('people-4-looks')

  await phone.visit('/packages/privacy/take-away/index')
  await phone.tap(rights.takeAway.make)
  await phone.sees(rights.takeAway.ready)
  const [file] = await Promise.all([phone.page.waitForEvent('download'), phone.tap(rights.takeAway.data)])
  const text = await (await file.createReadStream()).toArray()
  const data: unknown = JSON.parse(Buffer.concat(text).toString())
  expect(JSON.stringify(data)).toContain('23栋')
  await phone.shot('people-5-taken')

  await phone.visit('/packages/privacy/closing/index')
  await phone.tap(rights.closing.ask)
  await phone.answers(rights.closing.sure.title, rights.closing.sure.yes)
  await phone.sees(rights.closing.runningHelp)
  await phone.shot('people-6-closing')
  await phone.tap(rights.closing.keep)
  await phone.button(rights.closing.ask).waitFor()
  await phone.leaves()
})

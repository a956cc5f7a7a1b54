import type { Browser } from 'playwright-core'
import { type App, startApp } from '../support/app'
import { openBrowser } from '../support/browser'
import { Visitor } from '../support/visitor'

const PILOT = '441302010.001.005'
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

test('staff read how the street is doing, ask how a number is counted, and go down to their own grid', async () => {
  const staff = await Visitor.as(browser, app.address, '钟慧敏')
  await staff.visit('/packages/dashboard/figures/index')
  await staff.sees('小金口街道，近12个月')
  await staff.sees(/728个席位里有\d+个到位/)
  await staff.sees(/^在片区和网格办完的占\d+\.\d%，没出街道的占\d+\.\d%。$/)
  await staff.sees('停车')
  await staff.shot('dashboard-street')

  await staff.tap(/^事件跑起来/)
  await staff.front
    .getByText('按办结的时间算在哪个月；在答应的时间里给出结果的算按时。没有结果就结束的不算。')
    .waitFor()
  await staff.front.getByText(/^\d+件里有\d+件按时联系了反映人$/).waitFor()
  expect(await staff.front.getByText(/^\d{4}年\d{1,2}月$/).count()).toBe(12)
  await staff.shot('dashboard-how')
  await staff.tap('先不了')
  await staff.leaves()
})

test('a guest reads the same of a grid, and is told why small numbers are missing', async () => {
  const guest = await Visitor.open(browser, app.address)
  await guest.visit(`/packages/dashboard/figures/index?grid=${PILOT}`)
  await guest.sees('金兴街网格，近12个月')
  await guest.sees(/191栋里/)
  await guest.sees('不到5个的数不公布，免得认出是谁。')
  await guest.shot('dashboard-guest')
  await guest.leaves()
})

import type { Browser } from 'playwright-core'
import { common } from '../../src/client/texts/common'
import { type App, startCrowdedApp } from '../support/app'
import { openBrowser } from '../support/browser'
import { foundByAxe } from '../support/measuring'
import { until } from '../support/until'
import { Visitor } from '../support/visitor'

const MANY = 120

let app: App
let browser: Browser
let visitor: Visitor

beforeAll(async () => {
  app = await startCrowdedApp(MANY)()
  browser = await openBrowser()
  visitor = await Visitor.open(browser, app.address)
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const rows = () => visitor.screen.getByRole('listitem')
const scrollTop = () => visitor.screen.evaluate((page) => page.scrollTop)
const nameInHand = () => visitor.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

/** Down to the last row, as a thumb would: Taro tells of the end again only after a move away from it. */
const toTheEnd = async () => {
  const scrolled = async () => {
    await visitor.screen.evaluate((page) => page.scrollBy(0, -400))
    await visitor.page.waitForTimeout(50)
    await visitor.screen.evaluate((page) => page.scrollTo(0, page.scrollHeight))
    await visitor.page.waitForTimeout(100)
    return visitor.screen.getByText(common.thatIsAll).isVisible()
  }
  expect(await until(scrolled, (end) => end, 120_000)).toBe(true)
}

test('a list of hundreds keeps only what is near in the document, and says where each row stands', async () => {
  await visitor.visit('/pages/concerns/index')
  await visitor.sees('第1盏路灯不亮')
  await toTheEnd()
  const found = await rows().count()
  console.log(`${found} rows in the document of more than ${MANY}`)
  expect(found).toBeLessThanOrEqual(80)
  const last = rows().last()
  expect(await last.getAttribute('aria-posinset')).toBe(await last.getAttribute('aria-setsize'))
  expect(Number(await last.getAttribute('aria-setsize'))).toBeGreaterThan(MANY)
  expect(await foundByAxe(visitor.page, '[role=list]')).toEqual([])
})

test('the way back from a matter leads to the same place of the list', async () => {
  await visitor.screen.evaluate((page) => page.scrollTo(0, page.scrollHeight / 2))
  await rows().first().waitFor()
  await visitor.page.waitForTimeout(500)
  const before = await scrollTop()
  expect(before).toBeGreaterThan(5_000)
  const { height } = visitor.page.viewportSize() ?? { height: 844 }
  const seen = rows().filter({ visible: true })
  const inSight = await seen.evaluateAll(
    (all, screen) =>
      all.findIndex(
        (one) => one.getBoundingClientRect().top > 300 && one.getBoundingClientRect().top < screen,
      ),
    height,
  )
  await visitor.shot('long-list-1-middle')
  await seen.nth(inSight).getByRole('link').click()
  await visitor.sees('现在归谁管')
  await visitor.page.goBack()
  await visitor.screen.getByRole('list').first().waitFor()
  await visitor.page.waitForTimeout(300)
  expect(await scrollTop()).toBe(before)
  await visitor.shot('long-list-2-back')
})

test('the keyboard walks on through page after page', async () => {
  await visitor.screen.evaluate((page) => page.scrollTo(0, 0))
  await visitor.screen.getByRole('link').first().focus()
  const met = new Set<string>()
  for (let stops = 0; stops < 70; stops += 1) {
    met.add(await nameInHand())
    await visitor.page.keyboard.press('Tab')
  }
  expect(met.size).toBeGreaterThanOrEqual(70)
  expect([...met].filter((name) => name.includes('路灯')).length).toBeGreaterThan(40)
  expect(visitor.complaints).toEqual([])
})

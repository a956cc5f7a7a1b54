import type { Browser } from 'playwright-core'
import { type App, startApp } from '../support/app'
import { openBrowser } from '../support/browser'
import { settled } from '../support/measuring'
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

interface Shape {
  left: number
  right: number
  width: number
  letters: number
  scrollsSideways: boolean
}

/** Where the column of a page stands and how large its body text is. Pixels. */
async function shapeOf(path: string, width: number, height: number): Promise<Shape> {
  const visitor = await Visitor.open(browser, app.address, { viewport: { width, height } })
  await visitor.visit(path)
  await settled(visitor.page)
  const shape = await visitor.screen.getByRole('main').evaluate((main) => {
    const { left, right, width: wide } = main.getBoundingClientRect()
    return {
      left,
      right,
      width: wide,
      letters: Number.parseFloat(getComputedStyle(main).fontSize),
      scrollsSideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    }
  })
  expect(visitor.complaints).toEqual([])
  await visitor.context.close()
  return shape
}

test.each([
  ['首页', '/pages/home/index'],
  ['大家的事', '/pages/concerns/index'],
  ['反映', '/pages/report/index'],
])('a wide screen does not blow the page up: %s stays one column in the middle', async (_, path) => {
  const phone = await shapeOf(path, 390, 844)
  const desk = await shapeOf(path, 1280, 800)
  expect(desk.scrollsSideways).toBe(false)
  expect(desk.letters).toBeLessThanOrEqual(phone.letters * 1.25)
  expect(desk.width).toBeLessThanOrEqual(600)
  expect(Math.abs(desk.left - (1280 - desk.right))).toBeLessThanOrEqual(16)
})

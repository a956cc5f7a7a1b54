import type { Browser } from 'playwright-core'
import { type App, startApp } from '../support/app'
import { ask, tokenOf } from '../support/asking'
import { openBrowser } from '../support/browser'
import { until } from '../support/until'
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

/** More stops than any page has: a name not met within them is out of reach. */
const MOST_STOPS = 150

interface Stop {
  name: string
  /** Something about it, or just around it, looks different from when the keyboard is elsewhere. */
  seen: boolean
  inSheet: boolean
}

/** Runs in the page: where the keyboard is. */
function stopNow(): Stop {
  const here = document.activeElement as HTMLElement
  const around = [here, here.parentElement, here.parentElement?.parentElement].filter((one) => one != null)
  const drawn = () =>
    around
      .map((one) => getComputedStyle(one))
      .map(({ outline, borderColor, boxShadow }) => `${outline} ${borderColor} ${boxShadow}`)
      .join()
  const held = drawn()
  const name = here.getAttribute('aria-label') ?? here.textContent ?? ''
  const inSheet = here.closest('[role=dialog]') !== null
  if (here === document.body) return { name: '', seen: true, inSheet }
  here.blur()
  const seen = drawn() !== held
  here.focus({ preventScroll: true })
  return { name, seen, inSheet }
}

/** Goes on with Tab until the keyboard is on what is called so; every stop on the way must be visible. */
async function tabTo({ page }: Visitor, name: string): Promise<void> {
  const met: Stop[] = []
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(stopNow)
    met.push(stop)
    if (stop.name !== name) continue
    expect(met.filter(({ seen }) => !seen)).toEqual([])
    return
  }
  throw new Error(`${name} is out of reach of the keyboard; met ${met.map((stop) => stop.name).join(' | ')}`)
}

async function press(visitor: Visitor, name: string, key: 'Enter' | ' ' = 'Enter'): Promise<void> {
  await visitor.front.getByLabel(name, { exact: true }).first().waitFor()
  await tabTo(visitor, name)
  await visitor.page.keyboard.press(key)
}

async function types(visitor: Visitor, name: string, words: string): Promise<void> {
  await tabTo(visitor, name)
  await visitor.page.keyboard.type(words)
}

const resident = async (): Promise<Visitor> => {
  const visitor = await Visitor.open(browser, app.address)
  await visitor.visit('/pages/home/index')
  await press(visitor, '我的')
  await visitor.sees('还没登录')
  await press(visitor, '登录')
  await press(visitor, '李先生，23栋租户，来这里住了十年')
  await visitor.sees('退出登录')
  return visitor
}

test('a matter is reported with the keyboard alone, from home to the receipt', async () => {
  const person = await resident()
  await press(person, '首页')
  await press(person, '路灯')
  await person.sees('拍一张，说两句')
  await press(person, '一闪一闪', ' ')
  await types(person, '说两句', '从上周起，晚上看不清路')
  await press(person, '交给网格员')
  await person.sees(/收到了/)
  await press(person, '看看走到哪儿了')
  await person.sees('从上周起，晚上看不清路')
  expect(person.complaints).toEqual([])
})

test('a sheet takes the keyboard, keeps it, and gives it back; the rating is given without a mouse', async () => {
  const token = await tokenOf(app.address, 'resident.li')
  const { items } = await ask(app.address, 'concerns.mine', {}, token)
  const person = await resident()
  await person.visit(`/packages/concern/detail/index?id=${items.find((row) => row.waitsForMe)?.id}`)
  const dialog = person.page.getByRole('dialog', { name: '办得怎么样？' })
  const held = () => person.page.evaluate(stopNow)

  await press(person, '办好了')
  await person.page.waitForFunction(() => document.activeElement?.closest('[role=dialog]'))
  for (const key of [...Array(12).fill('Tab'), ...Array(25).fill('Shift+Tab')]) {
    await person.page.keyboard.press(key)
    expect(await held()).toMatchObject({ inSheet: true, seen: true })
  }

  await person.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  const returned = await until(held, ({ name }) => name === '办好了', 5_000)
  expect(returned).toMatchObject({ name: '办好了', inSheet: false })

  await person.page.keyboard.press('Enter')
  await person.page.waitForFunction(() => document.activeElement?.closest('[role=dialog]'))
  await press(person, '很满意', ' ')
  await types(person, '想说两句', '当天就来了')
  await press(person, '交上去')
  await dialog.waitFor({ state: 'hidden' })
  await person.sees(/反映人说办好了，很满意/)
  expect(person.complaints).toEqual([])
})

import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import type { OutputOf } from '../../src/contracts/operations'
import { type App, startApp } from '../support/app'
import { ask, tokenOf } from '../support/asking'
import { openBrowser } from '../support/browser'
import { until } from '../support/until'
import { Visitor } from '../support/visitor'

let app: App
let browser: Browser
let token: string

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  token = await tokenOf(app.address, 'resident.li')
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const WORDS = '12栋到巷口一路没有灯，老人晚上看不见台阶。'

/** What the server knows of this person under a title: once is the whole point. */
async function arrived(title: string): Promise<OutputOf<'concerns.mine'>['items']> {
  const { items } = await ask(app.address, 'concerns.mine', {}, token)
  return items.filter((row) => row.title === title)
}

const arrivesOnce = async (title: string) =>
  expect(
    await until(
      () => arrived(title),
      (rows) => rows.length > 0,
    ),
  ).toHaveLength(1)

async function photosOf(title: string): Promise<number> {
  const [row] = await arrived(title)
  return (await ask(app.address, 'concerns.get', { id: row?.id ?? '' }, token)).photos.length
}

async function resident(): Promise<Visitor> {
  const visitor = await Visitor.open(browser, app.address)
  await visitor.signInAs('李先生')
  return visitor
}

/** Photos of the draft that really stand on the screen, drawn from what the phone kept. */
const shownPhotos = (visitor: Visitor) =>
  visitor.page.evaluate(
    () =>
      [...document.images].filter(({ src, naturalWidth }) => src.startsWith('blob:') && naturalWidth > 0)
        .length,
  )

const typedIn = (visitor: Visitor, label: string) =>
  visitor.screen.getByRole('textbox', { name: label }).last().inputValue()

/** What the browser says of a network that the test itself took away. */
const unasked = ({ complaints }: Visitor, caused: RegExp) => complaints.filter((line) => !caused.test(line))

test('a draft survives a kill and a lost network, and is sent exactly once', async () => {
  const title = '23栋到巷口没有路灯'
  const phone = await resident()
  await phone.visit('/pages/home/index')
  await phone.tap('路灯')
  await phone.tap('这段没装')
  await phone.takesPhoto(/加照片/, '#1b2430')
  await phone.says('说两句', WORDS)
  await phone.says('一句话标题', title)

  await phone.isKilled()
  await phone.visit('/pages/report/index')
  await phone.sees('上次没写完，接着写')
  await phone.tap('接着写')
  expect(await typedIn(phone, '说两句')).toBe(WORDS)
  expect(await typedIn(phone, '一句话标题')).toBe(title)
  expect(await phone.button('这段没装').getAttribute('aria-pressed')).toBe('true')
  expect(
    await until(
      () => shownPhotos(phone),
      (shown) => shown > 0,
    ),
  ).toBe(1)

  await phone.context.setOffline(true)
  await phone.takesPhoto(/加照片/, '#31402c')
  await phone.sees('第2张还没传上去')
  await phone.tap('交给网格员')
  await phone.sees('没网，先替您存着')
  expect(await arrived(title)).toEqual([])

  await phone.isKilled()
  await phone.context.setOffline(false)
  await phone.visit('/pages/home/index')
  await arrivesOnce(title)
  expect(await photosOf(title)).toBe(2)

  await phone.isKilled()
  await phone.visit('/pages/report/index')
  await phone.sees('是哪方面的事？')
  expect(await phone.screen.getByText('上次没写完，接着写').count()).toBe(0)
  expect(await arrived(title)).toHaveLength(1)
  expect(unasked(phone, /ERR_INTERNET_DISCONNECTED/)).toEqual([])
})

test('an answer lost on the way, twice, and a kill in between: still one concern', async () => {
  const title = '23栋后巷路灯杆歪了'
  const phone = await resident()
  const keys: (string | undefined)[] = []
  await phone.context.route('**/rpc/concerns.submit', async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    if (keys.length > 2) return route.continue()
    // The server has carried it out; its answer does not get through.
    await route.fetch()
    await route.abort('connectionreset')
  })
  await phone.visit('/pages/home/index')
  await phone.tap('路灯')
  await phone.says('一句话标题', title)
  await phone.tap('交给网格员')
  await phone.sees('这会儿没交上，替您存着')
  await until(
    async () => keys.length,
    (tries) => tries === 2,
  )

  await phone.isKilled()
  await phone.visit('/pages/me/index')
  await phone.sees('交了')
  expect(keys).toEqual([keys[0], keys[0], keys[0]])
  expect(keys[0]).toEqual(expect.any(String))
  expect(await arrived(title)).toHaveLength(1)
  expect(unasked(phone, /ERR_CONNECTION_RESET/)).toEqual([])
})

test('what is missing is named beside its field, and nothing typed is lost', async () => {
  const guest = await Visitor.open(browser, app.address)
  await guest.visit('/pages/report/index?category=LIGHT_MISSING')
  await guest.says('说两句', WORDS)
  await guest.says('一句话标题', '没灯')
  await guest.tap('交给网格员')

  const place = guest.screen.locator('#report-place')
  await place.getByRole('alert').getByText('在哪儿还没说。选一栋，或者说个地方。').waitFor()
  const title = guest.screen.getByRole('textbox', { name: '一句话标题' })
  expect(await title.getAttribute('aria-invalid')).toBe('true')
  const problem = guest.screen.locator(`#${await title.getAttribute('aria-describedby')}`)
  expect(await problem.textContent()).toBe('再写几个字，至少4个')
  expect(await typedIn(guest, '说两句')).toBe(WORDS)
  expect(await typedIn(guest, '一句话标题')).toBe('没灯')

  await guest.chooses('说个地方')
  await guest.says('在什么地方', '小卖部旁边路口')
  await guest.says('一句话标题', '小卖部旁边没有灯')
  expect(await guest.screen.getByRole('alert').count()).toBe(0)
  await guest.tap('交给网格员')
  await guest.sees('登录后接着交，刚才写的都在。')
  expect(guest.complaints).toEqual([])
})

test('a photo that is none and one that is a bomb are refused with the reason, and can be dropped', async () => {
  const title = '23栋门前的灯一闪一闪'
  const phone = await resident()
  await phone.visit('/pages/report/index?category=LIGHT_BROKEN')
  await phone.says('一句话标题', title)
  await phone.picksFile(/加照片/, Buffer.from('这不是照片'))
  await phone.sees('第1张：这张照片用不了')
  await phone.picksFile(/加照片/, await bomb())
  await phone.sees('第2张：这张照片太大了')

  await phone.tap('交给网格员')
  await phone.sees('有照片用不了，先去掉它')
  await phone.tap('去掉')
  await phone.sees('第1张：这张照片太大了')
  await phone.tap('去掉')
  await phone.tap('交给网格员')
  await phone.sees(/收到了/)
  await arrivesOnce(title)
  expect(await photosOf(title)).toBe(0)
  expect(unasked(phone, /status of 422 .*\/photos$/)).toEqual([])
})

/** 54 megapixels in less than a megabyte. */
const bomb = () =>
  sharp({ create: { width: 9_000, height: 6_000, channels: 3, background: '#222222' } })
    .jpeg()
    .toBuffer()

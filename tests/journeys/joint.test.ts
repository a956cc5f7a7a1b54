import type { Browser } from 'playwright-core'
import { type App, startApp } from '../support/app'
import { openBrowser } from '../support/browser'
import { Visitor } from '../support/visitor'

jest.setTimeout(400_000)

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

const JOINT = '/packages/street/joint/index?grid=441302010.001.005'
const SUBJECT = '后巷的旧沙发一次清走，再堆有人管'

test('the community opens a matter of three parties, each signs for itself, and the third signature closes it', async () => {
  const community = await come('何晓燕')
  await community.visit(JOINT)
  await community.sees('20号小区集中充电棚：选址、装棚、管起来')
  await community.shot('joint-list')
  await community.tap('发起一件')
  await community.tap('金兴街20号小区')
  await community.says('办什么事', SUBJECT)
  await community.says('社区党委做什么', '请党员志愿者周六来搬')
  await community.says('居委会做什么', '叫两辆车，联系环卫站')
  await community.says('楼栋长议事会做什么', '每栋贴一张告示，看住自家门前')
  await community.shot('joint-open')
  await community.answers('发起三方联动', '发起')
  await community.sees('3方签了0方')
  // Who opened it signs for nobody.
  expect(await community.button(/签字$/).count()).toBe(0)
  const { pathname, search } = new URL(community.page.url())
  const matter = pathname + search
  await community.leaves()

  const signs = async (persona: string, party: string, after: string) => {
    const speaker = await come(persona)
    await speaker.visit('/pages/inbox/index')
    await speaker.sees(SUBJECT)
    await speaker.visit(matter)
    await speaker.tap(`代表${party}签字`)
    await speaker.answers(`代表${party}签字`, `代表${party}签字`)
    await speaker.sees(after)
    await speaker.shot(`joint-signed-${persona}`)
    await speaker.leaves()
  }
  await signs('周国梁', '社区党委', '3方签了1方')
  await signs('陈月娥', '居委会', '3方签了2方')
  await signs('温师傅', '楼栋长议事会', '三方都签了，办好了')

  const guest = await Visitor.open(browser, app.address)
  await guest.visit(JOINT)
  await guest.chooses('办过的')
  await guest.tap(new RegExp(SUBJECT))
  await guest.sees('楼栋长议事会：每栋贴一张告示，看住自家门前')
  await guest.shot('joint-closed')
  await guest.leaves()
})

test('a party that is not content returns it, and all three sign anew', async () => {
  const captain = await come('陈月娥')
  await captain.visit('/packages/street/joint-matter/index?id=jm.jinxing-charging')
  await captain.sees('3方签了1方')
  await captain.tap('代表居委会退回')
  await captain.says('理由', '消防还没有来看过')
  await captain.answers('代表居委会退回', '代表居委会退回')
  await captain.sees('3方签了0方')
  await captain.sees('消防还没有来看过')
  await captain.leaves()
})

test('the street draws where a piece ends: corner by corner, or around its houses; everybody sees it', async () => {
  const PIECE = '/packages/street/boundary/index?grid=441302010.001.005.01'
  const street = await come('钟慧敏')
  await street.visit(PIECE)
  await street.sees(/^边界还没划。登记在这里的有\d+栋。$/)
  await street.tap('划边界')
  const map = street.screen.locator('#grid-map')
  for (const [x, y] of [
    [40, 30],
    [300, 40],
    [290, 200],
    [50, 190],
  ] as const)
    await map.click({ position: { x, y } })
  await street.sees(/^边界有4个点，围住\d+栋/)
  await street.shot('boundary-drawing')
  await street.tap('退一步')
  await street.sees(/^边界有3个点/)
  await street.tap('按楼栋围一圈')
  await street.sees(/一栋也没落下/)
  await street.tap('就按这个划')
  await street.sees('虚线是金兴街网格的边界。')
  await street.leaves()

  const guest = await Visitor.open(browser, app.address)
  await guest.visit('/packages/street/boundary/index?grid=441302010.001.005')
  await guest.sees(/围住191栋，一栋也没落下/)
  await guest.shot('boundary')
  await guest.visit('/packages/street/history/index?grid=441302010.001.005')
  await guest.sees('金兴街网格重新划了边界')
  await guest.leaves()
})

test('who takes a list of residents says what for; everybody on it reads that', async () => {
  const community = await come('何晓燕')
  await community.visit('/packages/buildings/importing/index')
  await community.tap(/^住户名单/)
  await community.tap('金兴街网格')
  await community.tap('导出')
  await community.sees('写明做什么用，4到60个字')
  await community.says('做什么用', '台风前逐户打电话通知')
  await community.shot('residents-file')
  const [file] = await Promise.all([
    community.page.waitForEvent('download'),
    community.answers('导出住户名单', '导出'),
  ])
  expect(file.suggestedFilename()).toBe('居民.xlsx')
  await community.sees('存好了：居民.xlsx')
  await community.leaves()

  const li = await come('李先生')
  await li.visit('/packages/privacy/looks/index')
  await li.sees('导出的住户名单里有您')
  await li.sees(/说是：台风前逐户打电话通知/)
  await li.shot('residents-looks')
  await li.leaves()
})

import type { Browser } from 'playwright-core'
import { type App, startApp } from '../support/app'
import { openBrowser } from '../support/browser'
import { Visitor } from '../support/visitor'

let app: App
let browser: Browser
const visitors: Visitor[] = []

const open = async (persona: string): Promise<Visitor> => {
  const visitor = await Visitor.open(browser, app.address)
  visitors.push(visitor)
  await visitor.signInAs(persona)
  return visitor
}

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

test('a missing streetlight: reported with a photo, joined, handled, checked, confirmed and rated by four people', async () => {
  const resident = await open('李先生')
  await resident.visit('/pages/home/index')
  await resident.tap('路灯')
  await resident.tap('这段没装')
  await resident.takesPhoto(/加照片/, '#1b2430')
  await resident.says('说两句', '12栋到巷口一路没有灯，老人晚上看不见台阶。')
  await resident.shot('1-report')
  await resident.tap('交给网格员')
  await resident.sees(/收到了/)
  await resident.shot('2-received')
  await resident.tap('看看走到哪儿了')
  await resident.sees('现在归谁管')
  const address = new URL(resident.page.url())
  const concern = `${address.pathname}${address.search}`

  const neighbour = await open('罗阿姨')
  await neighbour.visit(concern)
  await neighbour.tap('我也遇到')
  await neighbour.sees(/1人也遇到/)
  await neighbour.shot('3-me-too')

  const staff = await open('何晓燕')
  await staff.visit('/packages/staff/queue/index')
  await staff.shot('4-queue')
  await staff.visit(concern)
  await staff.tap('受理')
  await staff.shot('5-accept')
  await staff.answers('受理', '受理')
  await staff.tap('开始办')
  await staff.answers('开始办', '开始办')
  await staff.tap('更多办法')
  await staff.tap(/^记一次联系/)
  await staff.says('说了什么', '打过电话，明天上午来量灯距')
  await staff.answers('记一次联系', '记下')
  await staff.tap('办结')
  await staff.says('结果', '装了6盏路灯，今晚起亮')
  await staff.takesPhoto(/加照片/, '#f6d27a')
  await staff.shot('6-resolve')
  await staff.answers('办结', '办结')
  await staff.sees('之后')
  await staff.shot('7-resolved')

  const checker = await open('温志强')
  await checker.visit(concern)
  await checker.tap('核实')
  await checker.answers('核实', '确实办好了')
  await checker.sees(/温志强去看过，确实办好了/)
  await checker.shot('8-verified')

  await resident.visit('/pages/inbox/index')
  await resident.sees(/有人去看过，确实办好了，等您看/)
  await resident.shot('9-inbox')
  await resident.visit(concern)
  await resident.tap('办好了')
  await resident.shot('10-rate')
  await resident.chooses('很满意')
  await resident.answers('办得怎么样？', '交上去')
  await resident.sees(/反映人说办好了，很满意/)
  await resident.shot('11-closed')

  await neighbour.visit('/pages/inbox/index')
  await neighbour.shot('12-neighbour-inbox')
  expect(visitors.flatMap((visitor) => visitor.complaints)).toEqual([])
})

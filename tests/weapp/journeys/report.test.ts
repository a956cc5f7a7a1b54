import type { App } from '../../support/app'
import { Phone, startServer } from '../phone'

let app: App
let phone: Phone

beforeAll(async () => {
  app = await startServer()
  phone = await Phone.open(app)
})

afterAll(async () => {
  await phone?.close()
  await app?.stop()
})

afterEach(() => {
  expect(phone.complaints.splice(0)).toEqual([])
})

test('a guest looks at home, at the list and at one matter with its photos', async () => {
  await phone.go('/pages/home/index')
  await phone.tap('就这样')
  await phone.tap('先随便看看')
  await phone.sees('本月办的事')
  await phone.shot('1-home')
  await phone.tap('大家的事')
  await phone.isOn('pages/concerns/index')
  await phone.tap(/路灯/)
  await phone.isOn('packages/concern/detail/index')
  await phone.sees('现在归谁管')
  await phone.shot('2-matter')
  await phone.tap('返回')
  await phone.isOn('pages/concerns/index')
})

test('a resident signs in with WeChat, signs out, and is the same person the next time', async () => {
  const name = /小金口居民·\w+/
  await phone.signsInAs('wei')
  await phone.sees(name)
  const [first] = name.exec(await phone.text()) ?? []
  await phone.go('/pages/me/index', 'switchTab')
  await phone.tap('退出登录')
  await phone.tap('退出')
  await phone.sees('还没登录')
  await phone.signsInAs('wei')
  await phone.sees(first ?? 'his name')
})

test('a missing streetlight is reported with a photo and a phone, received, and found again under 我的', async () => {
  await phone.tap('路灯')
  await phone.isOn('pages/report/index')
  await phone.tap('这段没装')
  await phone.tap(/^23栋/)
  await phone.sees('23栋门前')
  await phone.willChoosePhoto('#1b2430')
  await phone.tap(/加照片/)
  await phone.sees('再拍一张')
  await phone.writes('#detail', '12栋到巷口一路没有灯，老人晚上看不见台阶。')
  await phone.shot('3-report')
  await phone.tap('交给网格员')
  await phone.sees('留个电话，好联系您')
  await phone.writes('#phone', '13800138000')
  await phone.shot('4-phone')
  await phone.tap('留下，接着交')
  await phone.sees('收到了')
  await phone.shot('5-received')
  await phone.tap('看看走到哪儿了')
  await phone.isOn('packages/concern/detail/index')
  await phone.sees('12栋到巷口一路没有灯')
  await phone.shot('6-mine')

  await phone.go('/pages/me/index', 'switchTab')
  await phone.tap(/^我反映的/)
  await phone.isOn('packages/concern/mine/index')
  await phone.sees(/23栋/)
  await phone.shot('7-found-again')
})

test('长辈版: larger letters and fewer things, on every page', async () => {
  await phone.go('/pages/home/index')
  await phone.tap('长辈版')
  await phone.sees('普通版')
  await phone.shot('8-elder')
  const words = await (await phone.page()).$('.ld-lg')
  expect(Number.parseFloat(String(await words?.style('font-size')))).toBeGreaterThanOrEqual(24)
  await phone.go('/pages/me/index', 'switchTab')
  await phone.tap(/字和颜色/)
  await phone.isOn('packages/entry/look/index')
  await phone.shot('9-look')
})

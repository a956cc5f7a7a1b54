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

test('a missing streetlight: reported, joined, handled, checked, confirmed and rated, all in WeChat', async () => {
  await phone.isOn('pages/home/index')
  await phone.tap('就这样')
  await phone.signsInAsDemo('resident.li')
  await phone.sees('李先生')
  await phone.tap('路灯')
  await phone.tap('这段没装')
  await phone.willChoosePhoto('#1b2430')
  await phone.tap(/加照片/)
  await phone.sees('再拍一张')
  await phone.writes('#detail', '12栋到巷口一路没有灯，老人晚上看不见台阶。')
  await phone.tap('交给网格员')
  await phone.sees('收到了')
  await phone.tap('看看走到哪儿了')
  await phone.isOn('packages/concern/detail/index')
  const { id } = (await phone.page()).query as { id: string }
  const concern = `/packages/concern/detail/index?id=${id}`

  await phone.signsInAsDemo('elder.72')
  await phone.go(concern)
  await phone.tap('我也遇到')
  await phone.sees('1人也遇到')

  await phone.signsInAsDemo('community.staff')
  await phone.go('/packages/staff/queue/index')
  await phone.sees('23栋门前这段没装路灯')
  await phone.shot('10-queue')
  await phone.go(concern)
  await phone.tap('受理')
  await phone.answers('受理', '受理')
  await phone.tap('开始办')
  await phone.answers('开始办', '开始办')
  await phone.tap('更多办法')
  await phone.tap(/^记一次联系/)
  await phone.shot('11-contact')
  await phone.writes('#contact-note', '打过电话，明天上午来量灯距')
  await phone.answers('记一次联系', '记下')
  await phone.tap('办结')
  await phone.writes('#resolve-note', '装了6盏路灯，今晚起亮')
  await phone.willChoosePhoto('#f6d27a')
  await phone.tap(/加照片/)
  await phone.sees('再拍一张')
  await phone.shot('12-resolve')
  await phone.answers('办结', '办结')
  await phone.sees('之后')

  await phone.signsInAsDemo('grid.head')
  await phone.go(concern)
  await phone.tap('核实')
  await phone.answers('核实', '确实办好了')
  await phone.sees('温志强去看过，确实办好了')

  await phone.signsInAsDemo('resident.li')
  await phone.go('/pages/inbox/index', 'switchTab')
  await phone.sees('有人去看过，确实办好了，等您看')
  await phone.go(concern)
  await phone.tap('办好了')
  await phone.tap('很满意')
  await phone.shot('13-rate')
  await phone.answers('办得怎么样？', '交上去')
  await phone.sees('反映人说办好了，很满意')
  await phone.shot('14-closed')
  expect(phone.complaints).toEqual([])
})

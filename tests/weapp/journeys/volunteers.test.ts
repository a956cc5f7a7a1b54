import type { App } from '../../support/app'
import { Phone, startServer } from '../phone'

let app: App
let phone: Phone

beforeAll(async () => {
  app = await startServer()
  phone = await Phone.open(app)
  await phone.isOn('pages/home/index')
  await phone.tap('就这样')
})

afterAll(async () => {
  await phone?.close()
  await app?.stop()
})

afterEach(() => {
  expect(phone.complaints.splice(0)).toEqual([])
})

test('in WeChat somebody signs up for a stretch, and says that he cannot come', async () => {
  await phone.signsInAsDemo('resident.li')
  await phone.go('/packages/volunteers/task/index?id=task.alley-3')
  await phone.sees('站路边，穿反光衣')
  await phone.shot('50-task')
  await phone.tap('报名')
  await phone.tap('就这样报')
  await phone.sees('我在')
  await phone.tap('我在')
  await phone.tap('来不了')
  await phone.sees('3/8人')
})

test('hours with their chart, and a certificate that is verified', async () => {
  await phone.go('/packages/volunteers/hours/index')
  await phone.sees(/编号 XJZY-\d{4}-000001/)
  await phone.shot('51-hours')
  await phone.tap('验真伪')
  await phone.sees('是真的')
})

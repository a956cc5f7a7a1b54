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

test('in WeChat somebody books a stretch of a standing offer, and finds it among his own', async () => {
  await phone.signsInAsDemo('resident.li')
  await phone.go('/packages/lists/offer/index?id=offer.health')
  await phone.sees('空腹来最好')
  await phone.tap(/^约这一段，/)
  await phone.tap('就约这一段')
  await phone.sees('约好了')
  await phone.shot('60-offer')
  await phone.go('/packages/lists/bookings/index')
  await phone.sees('量血压、看报告')
})

test('the five lists of the grid, and its goals with their photos', async () => {
  await phone.go('/packages/lists/five/index')
  await phone.sees(/网格员.*管/)
  await phone.shot('61-five')
  await phone.go('/packages/lists/goals/index')
  await phone.sees('48栋都挂上了')
  await phone.shot('62-goals')
})

import { hardship, pairings as words } from '../../../src/client/texts/care'
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

const PAIRING = '/packages/care/pairing/index?id=pair.waiting'

test('in WeChat a household agrees, is visited, and says that somebody came', async () => {
  await phone.signsInAsDemo('resident.new')
  await phone.go(PAIRING)
  await phone.tap(words.agree)
  await phone.sees(words.neverVisited)
  await phone.shot('60-pairing')

  await phone.signsInAsDemo('volunteer.chen')
  await phone.go(PAIRING)
  await phone.tap(words.visit)
  await phone.writes('#visit-note', '作业写完了，周五还来')
  await phone.answers(words.visit, words.visit)
  await phone.sees('作业写完了')

  await phone.signsInAsDemo('resident.new')
  await phone.go(PAIRING)
  await phone.sees(words.youSay)
  await phone.tap(words.yes)
  await phone.sees(words.came)
})

test('a case is read with a reason, and struck off by the branch secretary', async () => {
  await phone.signsInAsDemo('secretary')
  await phone.go('/packages/care/hardship/index?id=hard.to-strike')
  await phone.tap('核实销号')
  await phone.tap(hardship.look)
  await phone.sees('小蔡')
  await phone.shot('61-case')
  await phone.tap(hardship.steps.strike)
  await phone.answers(hardship.steps.strike, hardship.steps.strike)
  await phone.sees('已销号')
})

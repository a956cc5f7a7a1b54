import { children } from '../../../src/client/texts/guardians'
import { claim, residence, residents } from '../../../src/client/texts/residences'
import { rights } from '../../../src/client/texts/rights'
import type { App } from '../../support/app'
import { Phone, startServer } from '../phone'

jest.setTimeout(420_000)

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

const PLACE = rights.consents.purposes.place.title

test('a consent is given and taken back with one tap each', async () => {
  await phone.signsInAsDemo('resident.li')
  await phone.go('/packages/privacy/consents/index')
  await phone.tap(`${PLACE}，${rights.consents.states.unasked}`)
  await phone.tap(`${PLACE}，${rights.consents.states.given}`)
  await phone.sees(`${rights.consents.line(false)}：${PLACE}`)
  await phone.shot('40-consents')
})

test('he reads who looked at his number, and takes a file of everything with him', async () => {
  await phone.go('/packages/privacy/looks/index')
  await phone.sees(/看了您的手机号/)
  await phone.shot('41-looks')
  await phone.go('/packages/privacy/take-away/index')
  await phone.tap(rights.takeAway.make)
  await phone.sees(rights.takeAway.ready)
  await phone.tap(rights.takeAway.page)
  await phone.tap(rights.takeAway.data)
  await phone.settles()
  expect(await phone.text()).not.toContain(rights.takeAway.failed)
  await phone.shot('42-taken')
})

test('a correction is asked for, answered by the grid, and read', async () => {
  await phone.go('/packages/privacy/corrections/index')
  await phone.tap(rights.corrections.ask)
  await phone.tap(rights.corrections.kinds.matter)
  await phone.writes('#correction-words', '路灯是10月坏的，记成了11月')
  await phone.answers(rights.corrections.ask, rights.corrections.send)
  await phone.sees(/等答复/)
  await phone.signsInAsDemo('staff.grid')
  await phone.go('/packages/staff/corrections/index')
  await phone.sees('路灯是10月坏的，记成了11月')
  await phone.shot('43-answering')
  await phone.settles()
  const buttons = await (await phone.page()).$$(`[aria-label="${rights.answering.answer}，李先生"]`)
  await buttons[buttons.length - 1]?.tap()
  await phone.writes('#correction-said', '查了照片，改成10月了')
  await phone.tap(rights.answering.corrected)
  await phone.signsInAsDemo('resident.li')
  await phone.go('/packages/privacy/corrections/index')
  await phone.sees(rights.corrections.done('查了照片，改成10月了'))
})

test('a father registers a child and takes it back', async () => {
  await phone.go('/packages/privacy/children/index')
  await phone.sees('小禾')
  await phone.shot('44-children')
  await phone.tap(children.register)
  await phone.writes('#child-name', '小豆')
  await phone.writes('#child-year', String(new Date().getFullYear() - 6))
  await phone.writes('#child-month', '5')
  await phone.shot('45-register')
  await phone.answers(children.register, children.send)
  await phone.sees('小豆')
  await phone.tap(`${children.remove}，小豆`)
  await phone.answers(children.removeSure('小豆'), children.remove)
})

test('whoever moves in says so, the head vouches for him, and he says himself when he moves out', async () => {
  await phone.go('/packages/buildings/house/index?id=JX-061')
  await phone.tap(claim.move)
  await phone.answers(claim.title('61栋'), claim.move)
  await phone.go('/packages/entry/residence/index')
  await phone.sees('等楼栋长或网格员认一下')
  await phone.shot('46-waiting')
  await phone.signsInAsDemo('staff.grid')
  await phone.go('/packages/staff/residents/index')
  await phone.tap(`${residents.steps.confirm}，李先生`)
  await phone.settles()
  await phone.signsInAsDemo('resident.li')
  await phone.go('/packages/entry/residence/index')
  await phone.sees(/认过了，到\d+年/)
  await phone.tap(residence.steps.move_out)
  await phone.answers(residence.sure.move_out.title, residence.steps.move_out)
  await phone.sees(residence.before)
  await phone.shot('47-moved-out')
})

test('closing the account is thought over, and taken back with one tap', async () => {
  await phone.go('/packages/privacy/closing/index')
  await phone.tap(rights.closing.ask)
  await phone.answers(rights.closing.sure.title, rights.closing.sure.yes)
  await phone.sees(rights.closing.runningHelp)
  await phone.shot('48-closing')
  await phone.tap(rights.closing.keep)
  await phone.sees(rights.closing.goes)
})

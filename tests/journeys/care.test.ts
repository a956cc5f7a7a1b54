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
const PAIRING = '/packages/care/pairing/index?id=pair.waiting'
const CASE = '/packages/care/hardship/index?id=hard.to-strike'

test('覃女士 says yes, 陈女士 comes and writes it down, 覃女士 says that she was there, and ends it when she likes', async () => {
  const household = await come('覃女士')
  await household.visit('/pages/inbox/index')
  await household.sees('有一个结对，等住户点头')
  await household.visit(PAIRING)
  await household.sees('刚搬来，上夜班，孩子放学没人看')
  await household.shot('care-consent')
  await household.tap('同意，请他来')
  await household.sees('还没去过')

  const helper = await come('陈女士')
  await helper.visit('/packages/care/list/index')
  await helper.sees('覃女士')
  await helper.shot('care-helper')
  await helper.visit(PAIRING)
  await helper.tap('记一次走访')
  await helper.says('看到什么、要什么', '作业写完了，周五还来')
  await helper.shot('care-visit')
  await helper.answers('记一次走访', '记一次走访')
  await helper.sees(/作业写完了，周五还来/)
  await helper.leaves()

  await household.visit(PAIRING)
  await household.sees('来过没有，请您说一声')
  expect(await household.screen.getByText('作业写完了').count()).toBe(0)
  await household.tap('来过')
  await household.sees('来过')
  await household.shot('care-household')
  await household.tap('结束结对')
  await household.answers('结束结对', '结束结对')
  await household.sees('结束了')
  await household.leaves()
})

test('the captain reads what was written with a reason, and 罗阿姨 reads who did', async () => {
  const captain = await come('陈月娥')
  await captain.visit('/packages/care/list/index')
  await captain.chooses('没按时去')
  await captain.sees('蓝伯')
  await captain.shot('care-overdue')
  await captain.visit('/packages/care/pairing/index?id=pair.luo')
  await captain.tap('看走访记录')
  await captain.tap('看看近况')
  await captain.front.getByRole('button', { name: '看走访记录', exact: true }).last().click()
  await captain.sees('想学用手机看戏，下次教')
  await captain.shot('care-notes')
  await captain.leaves()

  const luo = await come('罗阿姨')
  await luo.visit('/packages/privacy/looks/index')
  await luo.sees('看了您家的走访记录')
  await luo.leaves()
})

test('who owns a case does not strike it off; the branch secretary does', async () => {
  const community = await come('何晓燕')
  await community.visit('/packages/care/hardships/index')
  await community.sees('113栋')
  expect(await community.screen.getByText('阿强').count()).toBe(0)
  await community.shot('care-cases')
  await community.visit(CASE)
  await community.tap('看进展')
  await community.tap('看这一份')
  await community.sees('小蔡')
  expect(await community.button('销号').count()).toBe(0)
  await community.shot('care-case')
  await community.leaves()

  const secretary = await come('周国梁')
  await secretary.visit('/packages/care/hardships/index')
  await secretary.chooses('等销号')
  await secretary.sees('78栋')
  await secretary.visit(CASE)
  await secretary.tap('核实销号')
  await secretary.tap('看这一份')
  await secretary.tap('销号')
  await secretary.answers('销号', '销号')
  await secretary.sees('已销号')
  await secretary.leaves()
})

test('somebody reports his own hardship with a consent of its own, the community lists it, and he reads what is done', async () => {
  const li = await come('李先生')
  await li.visit('/packages/care/mine/index')
  await li.sees('没有报过困难')
  await li.tap('报困难')
  await li.tap('没了工作')
  await li.says('说一说', '厂里停工三个月了，房租快交不上')
  await li.front.getByRole('button', { name: '交给社区', exact: true }).click()
  await li.sees('要先点同意')
  await li.tap(/^我同意/)
  await li.shot('care-report')
  await li.answers('报困难', '交给社区')
  await li.sees('五个工作日内有人来评估')
  await li.leaves()

  const community = await come('何晓燕')
  await community.visit('/pages/inbox/index')
  await community.screen
    .getByRole('link', { name: /有人报了困难.*23栋/ })
    .first()
    .click()
  await community.tap('去评估')
  await community.tap('看这一份')
  await community.sees('厂里停工三个月了，房租快交不上')
  await community.tap('列入解困')
  await community.says('写几句', '停工证明看过了')
  await community.answers('列入解困', '列入解困')
  await community.sees('列入了')
  await community.tap('加一条措施')
  await community.says('做什么', '介绍到物流园上班')
  await community.says('谁来做', '社区何晓燕')
  await community.shot('care-measure')
  await community.answers('加一条措施', '加一条措施')
  await community.sees('正在帮')
  await community.leaves()

  const again = await come('李先生')
  await again.visit('/packages/care/mine/index')
  await again.sees('介绍到物流园上班，社区何晓燕')
  await again.shot('care-mine')
  await again.leaves()
})

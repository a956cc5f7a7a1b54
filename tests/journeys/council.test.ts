import type { Browser } from 'playwright-core'
import { type App, startApp } from '../support/app'
import { ask } from '../support/asking'
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

const COUNCIL = '/packages/council/list/index'
const TITLE = '9栋路口晚上划出电动车的道'

test('from a concern to the council: proposed, seconded by three houses, screened, announced', async () => {
  const li = await come('李先生')
  await li.visit(COUNCIL)
  await li.sees('金兴街20号小区楼栋长议事会')
  await li.shot('council-list')
  await li.visit('/packages/concern/detail/index?id=c.open-parking')
  await li.tap(/^提成议题/)
  await li.sees('从“9栋路口晚上乱停车”来')
  await li.says('题目', TITLE)
  await li.says('做什么', '路口往里划一米二给电动车，晚上八点以后不停小车。')
  await li.says('谁来做', '驻格交警画线')
  await li.sees(/191栋：至少128栋参加/)
  await li.shot('council-propose')
  await li.tap('提上去')
  await li.sees('0栋附议，满3栋上会')
  const motion = new URL(li.page.url())
  const path = motion.pathname + motion.search

  const two = await come('曾大姐')
  await two.visit(path)
  await two.tap('44栋附议')
  await two.sees('1栋附议，满3栋上会')
  await two.tap('45栋附议')
  await two.sees('2栋附议，满3栋上会')
  await two.leaves()
  const wen = await come('温师傅')
  await wen.visit(path)
  await wen.tap('23栋附议')
  await wen.sees('等把关')
  await wen.leaves()

  const secretary = await come('周国梁')
  await secretary.visit(path)
  await secretary.tap('把关')
  await secretary.says('理由', '归议事会定，写得清楚')
  await secretary.answers('把关', '把关')
  await secretary.sees('可以上会')
  await secretary.leaves()
  const staff = await come('曾小云')
  await staff.visit(path)
  await staff.tap('预告')
  await staff.answers('预告', '预告')
  await staff.sees(/起可以商量/)
  await staff.leaves()

  // Back at the concern the way leads on to the motion, and from there back again.
  await li.visit('/packages/concern/detail/index?id=c.open-parking')
  await li.tap(new RegExp(TITLE))
  await li.sees('预告中')
  await li.tap(/从这件民情来的/)
  await li.sees('9栋路口晚上乱停车')
  await li.leaves()
})

test('who heads two houses votes for each, keeps the receipts, changes one; how anybody voted is nowhere to be seen', async () => {
  const two = await come('曾大姐')
  await two.visit(COUNCIL)
  await two.sees('再有25栋就作数')
  await two.tap('去投票')
  await two.sees('您代表44栋、45栋')
  await two.chooses('44栋赞成')
  await two.chooses('45栋反对')
  await two.shot('council-ballot')
  await two.tap('44栋投“赞成”，45栋投“反对”')
  await two.screen.getByRole('dialog', { name: '就这样投吗' }).getByRole('button', { name: '投出去' }).click()
  await two.sees('投好了')
  await two.shot('council-receipts')
  await two.visit('/packages/council/ballot/index?id=motion.parking')
  await two.sees('现在是“反对”')
  await two.chooses('45栋弃权')
  await two.tap('45栋投“弃权”')
  await two.screen.getByRole('dialog', { name: '就这样投吗' }).getByRole('button', { name: '投出去' }).click()
  await two.sees('投好了')
  await two.visit('/packages/council/motion/index?id=motion.parking')
  await two.sees('再有23栋就作数')
  expect(await two.screen.getByText('表决结果').count()).toBe(0)
  await two.leaves()
})

test('in the debate somebody says where he stands, then why', async () => {
  const li = await come('李先生')
  await li.visit('/packages/council/motion/index?id=motion.lamps')
  await li.tap('我说一句')
  await li.chooses('反对')
  await li.says('理由', '按户摊也能算，楼栋长都有名册。')
  await li.answers('我说一句', '说出去')
  await li.sees('按户摊也能算，楼栋长都有名册。')
  await li.shot('council-debate')
  await li.leaves()
})

test('a guest reads a result in exact numbers, counts it again in his own browser, and finds a receipt in it', async () => {
  const { text } = await ask(app.address, 'motions.record', { pollId: 'poll.elders' })
  const [, receipt = ''] = /"receipt":"([^"]+)"/.exec(text) ?? []
  const guest = await Visitor.open(browser, app.address)
  await guest.visit('/packages/council/motion/index?id=motion.elders')
  await guest.sees('通过了')
  await guest.sees('要70栋，有101栋')
  await guest.sees('2栋提了异议，满39栋重新审议')
  await guest.shot('council-result')
  await guest.tap('验票')
  await guest.sees('191栋的名册，138张票，从头数了一遍，和公布的一样')
  await guest.says('回执号', receipt.toLowerCase())
  await guest.tap('找一找')
  await guest.sees('在里面')
  await guest.shot('council-check')
  await guest.leaves()
})

test('a ballot from paper waits for another reader, who reads the slip himself', async () => {
  const staff = await come('曾小云')
  await staff.visit('/packages/council/motion/index?id=motion.parking')
  await staff.tap('录纸票、电话票')
  await staff.sees('1张等复核')
  await staff.sees('您录的，要另一位来复核。')
  await staff.shot('council-slips')
  await staff.leaves()
  const head = await come('温志强')
  await head.visit('/packages/council/slips/index?motion=motion.parking')
  const confirm = head.screen.getByRole('button', { name: /的票就是这样$/ })
  await confirm.waitFor()
  const card = head.screen.getByRole('radiogroup', { name: '票上怎么写的' }).first()
  await card.getByRole('radio', { name: '反对' }).click()
  await confirm.click()
  await head.sees('和头一位录的不一样')
  expect(head.complaints.splice(0)).toEqual([expect.stringContaining('slips.confirm')])
  await card.getByRole('radio', { name: '赞成' }).click()
  await confirm.click()
  await head.sees(/算一票/)
  await head.screen.getByText('1张等复核').waitFor({ state: 'hidden' })
  await head.leaves()
})

test('from the concern to what became of it: the plates are paid, shown before and after, and accepted by a third house', async () => {
  const two = await come('曾大姐')
  await two.visit('/packages/concern/detail/index?id=c.plates')
  await two.tap(/没有门牌的48栋先挂临时号牌/)
  await two.tap(/看落实到哪一步/)
  await two.sees('2栋说做好了，满3栋通过')
  await two.sees('收1440元，支1425元，还剩15元')
  await two.sees(/冲正第3笔，收60元/)
  await two.shot('council-project')
  await two.tap('44栋：做好了')
  await two.sees(/结果公示到/)
  await two.tap(/^看这一步好些楼没有门牌/)
  await two.sees('好些楼没有门牌，快递老送错')
  await two.leaves()
})

test('a tenant says what he thinks beside the vote; it is not counted in it', async () => {
  const chen = await come('陈女士')
  await chen.visit('/packages/council/motion/index?id=motion.parking')
  await chen.sees('居民意见')
  await chen.sees(/不算进楼栋的票/)
  await chen.shot('council-opinions')
  await chen.leaves()
})

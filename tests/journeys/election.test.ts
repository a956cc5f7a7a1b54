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
const STATUTES = '/packages/street/statutes/index'
const OWNERS_RULE = '业主共同决定一般的事：人数和面积都要三分之二参加，赞成都要过参加的一半'

test('two are to look at the accounts: who stands is read by everybody, a head stands, goes, and stands again', async () => {
  const head = await come('曾大姐')
  await head.visit('/packages/council/motion/index?id=motion.lookers')
  await head.tap(/^2位参选/)
  await head.sees('我开小店，天天记账，少一块钱都找得出来。')
  await head.sees('还没答应')
  await head.shot('election')
  await head.tap('44栋楼栋长参选')
  await head.says('您的打算', '短')
  const sheet = head.screen.getByRole('dialog', { name: '44栋楼栋长参选' })
  await sheet.getByRole('button', { name: '说出去' }).click()
  await sheet.getByText('再写几个字，至少10个').last().waitFor()
  await head.says('您的打算', '我管着两栋，账本天天在手上。')
  await head.answers('44栋楼栋长参选', '说出去')
  await head.sees('我管着两栋，账本天天在手上。')
  await head.tap('我不参选了')
  await head.answers('我不参选了', '我不参选了')
  await head.sees('44栋楼栋长参选')
  // The refusal of words that are too short is the one thing the browser may complain about.
  expect(head.complaints.splice(0)).toEqual([expect.stringContaining('motions.stand')])
  await head.leaves()
})

test('how the chair was elected anybody counts again: votes, no houses, and the same winner', async () => {
  const guest = await Visitor.open(browser, app.address)
  await guest.visit('/packages/council/motion/index?id=motion.chair')
  await guest.sees('81票')
  await guest.sees('当选')
  await guest.shot('election-result')
  await guest.tap('验票')
  await guest.sees('没有问题')
  await guest.sees(/^当选：/)
  await guest.sees('不记名的票，不公布哪栋怎么投。')
  await guest.shot('election-check')
  await guest.leaves()
})

test('an election is begun on a page of its own', async () => {
  const li = await come('李先生')
  await li.visit('/packages/council/list/index')
  await li.tap('发起推选')
  await li.sees(/191栋：至少96栋参加，得票多的当选/)
  await li.says('为什么现在推选', '试行满一年，召集人任期到了。')
  await li.tap('提上去')
  await li.sees('还没有人参选')
  await li.shot('election-proposed')
  await li.leaves()
})

test('the law’s own votes stay off until two officials have read it, and then are not for heads', async () => {
  const li = await come('李先生')
  await li.visit('/packages/council/propose/index')
  await li.sees('业主共同决定（一般）：规则还没有确认')
  const first = await come('钟慧敏')
  await first.visit(STATUTES)
  await first.sees('还没有确认，不能开投')
  await first.screen.getByRole('button', { name: '写下法条依据' }).nth(2).click()
  await first.says('哪部法律、哪一条、怎么说的', '《民法典》第二百七十八条')
  await first.says('文本的日期', '2021-01-01')
  await first.answers('写下法条依据', '写下来')
  await first.sees('您写的，要另一位来核对。')
  await first.shot('statutes')
  expect(await first.button('我核对过，一样').count()).toBe(0)
  await first.leaves()
  const second = await come('叶立群')
  await second.visit(STATUTES)
  await second.tap('我核对过，一样')
  await second.screen.getByRole('dialog').getByRole('button', { name: '我核对过，一样' }).click()
  await second.sees('依据《民法典》第二百七十八条（2021-01-01的文本），第1版')
  await second.shot('statutes-confirmed')
  await second.leaves()
  await li.visit('/packages/council/propose/index')
  await li.sees('业主共同决定（一般）：归业主定，这里不能开')
  const again = await come('钟慧敏')
  await again.visit(STATUTES)
  await again.tap('停用这条规则')
  await again.says('为什么停用', '新的条文下个月施行，先停下来')
  await again.answers(OWNERS_RULE, '停用这条规则')
  await again.sees(/第1版停用了，不能开投/)
  await again.leaves()
  await li.leaves()
})

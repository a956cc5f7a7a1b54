import type { Browser } from 'playwright-core'
import { monthWords } from '../../src/client/texts/evaluation'
import { lastPeriodAt, periodBefore } from '../../src/core/evaluation/period'
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

const MINE = '/packages/evaluation/mine/index'
const BOARD = '/packages/evaluation/board/index?kind=head'
const LIST = '/packages/evaluation/list/index?kind=head&grid=441302010.001.005'
const LAST = lastPeriodAt(Date.now())
const APPEAL = '申诉：这一件算得不对'

test('a head reads how each line of his month was counted and by which events, and objects to one of them', async () => {
  const wen = await come('温师傅')
  await wen.visit(MINE)
  await wen.sees('我的考评')
  await wen.shot('evaluation-mine')
  await wen.tap(new RegExp(`^23栋，${monthWords(LAST)}：.*分`))
  await wen.sees('每一项怎么算的')
  await wen.shot('evaluation-card')
  await wen.sees('替楼栋投了票')
  await wen.tap(/^替楼栋投了票，依据\d+件/)
  await wen.sees(/一次表决，/)
  await wen.tap('关上')
  await wen.tap(/^每周巡查，依据\d件/)
  await wen.sees(/这一周没有巡查记录/)
  await wen.shot('evaluation-events')
  await wen.tap(/^这一件不对，这一周没有巡查记录/)
  await wen.says('哪里不对', '那一周星期三巡过，手机没信号没记上')
  await wen.shot('evaluation-appeal')
  await wen.answers(APPEAL, '这一件不对')
  await wen.sees(/等答复/)
  // He cannot answer himself.
  expect(await wen.button(/^答复，/).count()).toBe(0)
  await wen.leaves()
})

test('somebody else answers; what was upheld makes a second edition, and the first one is kept', async () => {
  const community = await come('何晓燕')
  await community.visit(BOARD)
  await community.sees('等答复的申诉')
  await community.shot('evaluation-board')
  await community.tap(/^23栋，温师傅/)
  await community.tap('答复，每周巡查')
  await community.chooses('算做到了')
  await community.says('理由', '网格员那天见过他，算巡过')
  await community.shot('evaluation-answer')
  await community.answers('答复申诉', '答复')
  await community.sees('第2版')
  await community.leaves()

  const wen = await come('温师傅')
  await wen.visit(MINE)
  await wen.tap(new RegExp(`^23栋，${monthWords(LAST)}`))
  await wen.sees('算做到了，网格员那天见过他，算巡过')
  await wen.sees(/^第1版：/)
  await wen.sees(/^第2版：/)
  await wen.shot('evaluation-edition')
  await wen.leaves()
})

test('whose three days are over is confirmed and published; a guest reads grade and score, and no details', async () => {
  const community = await come('何晓燕')
  await community.visit(BOARD)
  await community.tap(monthWords(periodBefore(LAST)))
  await community.sees('核对期满、没有申诉的3张')
  await community.tap('确认这些')
  await community.sees('办了3张')
  await community.tap('公布确认了的')
  await community.sees('核对期满、没有申诉的0张')
  await community.leaves()

  const guest = await Visitor.open(browser, app.address)
  await guest.visit(LIST)
  await guest.sees('一共190个')
  await guest.sees(/^5颗星，\d+个/)
  await guest.sees(/^101栋，/)
  await guest.shot('evaluation-list')
  expect(await guest.screen.getByRole('button', { name: /^101栋，/ }).count()).toBe(0)
  await guest.leaves()
})

test('rewards of a month are in publicity for everybody, and a neighbour says what he thinks of them', async () => {
  const li = await come('李先生')
  await li.visit('/packages/evaluation/rewards/index?grid=441302010.001.005')
  await li.sees('公示中')
  await li.shot('evaluation-rewards')
  await li.tap(/^提意见/)
  await li.says('您的意见', '我们楼上个月没见谁来巡过')
  await li.answers('提意见', '提意见')
  await li.leaves()
})

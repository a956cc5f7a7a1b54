import type { Browser } from 'playwright-core'
import { dayOf } from '../../src/core/concerns/calendar'
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

/** The last Saturday whose haircuts are over; 1970-01-01 was a Thursday. */
function lastSaturday(): number {
  const today = dayOf(Date.now())
  return today - 1 - ((today + 4) % 7)
}

test('李先生 books a stretch for himself and one for a neighbour, finds both again and gives one back', async () => {
  const li = await come('李先生')
  await li.visit('/packages/lists/offers/index')
  await li.sees('租房合同法律咨询')
  await li.shot('lists-offers')
  await li.visit('/packages/lists/offer/index?id=offer.health')
  await li.tap(/^约这一段，/)
  await li.answers('约一段', '就约这一段')
  await li.sees('约好了')
  await li.tap(/^替邻居约，/)
  await li.says('他叫什么', '罗阿婆')
  await li.tap('他本人同意了')
  await li.answers('替邻居约', '就约这一段')
  await li.sees('替罗阿婆约的，约好了')
  await li.shot('lists-offer')
  await li.visit('/packages/lists/bookings/index')
  await li.sees('替罗阿婆约的，约好了')
  await li.tap(/^不去了，量血压/)
  await li.sees('退了')
  await li.leaves()
})

test('who keeps a service puts it right on the page it was written on', async () => {
  const staff = await come('曾小云')
  await staff.visit('/packages/lists/offer/index?id=offer.repair')
  await staff.tap('改一改')
  await staff.says('在哪儿', '服务站门口的棚子')
  await staff.tap('改好了')
  await staff.sees(/服务站门口的棚子/)
  await staff.leaves()
})

test('who does it reads the list of the day, and says who came', async () => {
  const chen = await come('陈女士')
  await chen.visit(`/packages/lists/day/index?id=offer.haircut&day=${lastSaturday()}`)
  await chen.sees('义务理发')
  await chen.tap(/没来$/)
  await chen.sees('没来')
  await chen.shot('lists-day')
  await chen.leaves()
})

test('the grid sets a goal for next week and proves this one with a photo', async () => {
  const staff = await come('曾小云')
  await staff.visit('/packages/lists/goals/index')
  await staff.tap(/^定\d+年第\d+周的小目标/)
  await staff.says('这周办成哪件小事', '把5栋门口的台阶补好')
  await staff.tap('定下来')
  await staff.sees('把5栋门口的台阶补好')
  await staff.shot('lists-goals')
  await staff.visit('/packages/lists/goal/index?id=goal.0')
  await staff.tap('办成了')
  await staff.says('办成什么样，写一句', '旧家具都清走了')
  await staff.takesPhoto(/加照片/, '#557755')
  await staff.answers('办成了', '办成了')
  await staff.sees('旧家具都清走了')
  await staff.leaves()
})

test('everybody reads the five lists; the eight seats go through the week, and hardship is a number on paper', async () => {
  const guest = await Visitor.open(browser, app.address)
  await guest.visit('/packages/lists/five/index?grid=441302010.001.005')
  await guest.sees(/网格员曾小云管/)
  await guest.shot('lists-five')
  await guest.chooses('解困')
  await guest.sees('这里只报数字')
  await guest.chooses('共治')
  await guest.sees('小目标、小变化')
  await guest.leaves()
  const police = await come('林警官')
  await police.visit('/packages/lists/weekly/index')
  await police.sees('要大家定的')
  await police.sees('只报数字，不列名单')
  await police.shot('lists-weekly')
  await police.leaves()
})

test('from a change in the grid back to the concern it grew out of, and from the concern on to its result', async () => {
  const two = await come('曾大姐')
  await two.visit('/packages/lists/goals/index')
  await two.chooses('每月小变化')
  await two.tap(/^好些楼没有门牌/)
  await two.sees('从反映到结果')
  await two.sees('48栋有了门牌')
  await two.shot('lists-chain')
  await two.leaves()
})

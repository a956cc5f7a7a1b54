import type { Browser } from 'playwright-core'
import { hazard as hazards, house } from '../../src/client/texts/buildings'
import { type App, startApp } from '../support/app'
import { openBrowser } from '../support/browser'
import { Visitor } from '../support/visitor'

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

const HOUSE = '/packages/buildings/house/index?id=JX-023'
const CRACK = '三楼楼梯口的墙裂了一道缝'

/** A step on the hazard in front: the button, what it asks for, and a few words. */
async function steps(visitor: Visitor, step: string, choice?: string): Promise<void> {
  await visitor.tap(step)
  const dialog = visitor.screen.getByRole('dialog', { name: step })
  if (choice) await dialog.getByRole('radio', { name: choice }).click()
  if (step !== hazards.steps.propose) await visitor.says(hazards.note, '到现场看过了')
  if (step === hazards.steps.finish) await visitor.takesPhoto(/加照片/, '#557755')
  await visitor.answers(step, hazards.send)
}

const opens = async (visitor: Visitor): Promise<void> => {
  await visitor.visit('/packages/buildings/hazards/index?buildingId=JX-023')
  await visitor.tap(/23栋，墙体结构/)
  await visitor.sees(CRACK)
}

test('a danger that a tenant tells of is graded, mended and looked at again, each by another', async () => {
  const tenant = await come('李先生')
  await tenant.visit(HOUSE)
  await tenant.sees('楼栋长温师傅')
  await tenant.shot('houses-1-front')
  await tenant.tap(house.report)
  await tenant.says(hazards.report.words, CRACK)
  await tenant.screen.getByRole('dialog').getByRole('radio', { name: '墙体结构' }).click()
  await tenant.takesPhoto(/加照片/, '#775555')
  await tenant.shot('houses-2-report')
  await tenant.answers(hazards.report.title, hazards.report.send)
  await tenant.sees(hazards.report.done)

  const grid = await come('曾小云')
  await opens(grid)
  await steps(grid, hazards.steps.propose, 'B级，基本安全')
  await grid.sees('曾小云看像B级')

  const community = await come('何晓燕')
  await opens(community)
  await steps(community, hazards.steps.grade, 'B级，基本安全')
  await community.sees('何晓燕定为B级，基本安全')

  await opens(grid)
  await steps(grid, hazards.steps.rectify, '修好')
  const head = await come('温师傅')
  await opens(head)
  await steps(head, hazards.steps.finish)
  await head.shot('houses-3-mended')
  await head.leaves()
  await grid.leaves()

  await opens(community)
  await steps(community, hazards.steps.review, '好了，A级')
  await community.sees('何晓燕复核通过')
  await community.leaves()

  await tenant.visit('/packages/buildings/hazards/index?buildingId=JX-023')
  await tenant.chooses(hazards.shows.cleared)
  await tenant.sees(/墙体结构/)
  await tenant.leaves()
})

test('the head fills in the card of his house, and the grid looks at the house before it counts', async () => {
  const head = await come('温师傅')
  await head.visit(HOUSE)
  await head.tap(house.edit)
  await head.says('地上几层', '99')
  await head.tap('下一步')
  await head.sees('写1到40')
  await head.says('地上几层', '6')
  await head.tap('下一步')
  await head.says('几间房', '18')
  await head.isKilled()
  await head.visit(HOUSE)
  await head.tap(house.edit)
  await head.tap('下一步')
  expect(await head.field('几间房').inputValue()).toBe('18')
  await head.tap('下一步')
  await head.shot('houses-4-card')
  await head.tap('交去核查')
  await head.sees('等现场核查')
  expect(await head.button(house.check).count()).toBe(0)
  await head.leaves()

  const grid = await come('曾小云')
  await grid.visit(HOUSE)
  await grid.tap(house.check)
  await grid.takesPhoto(/加照片/, '#555577')
  await grid.answers(house.check, house.checkSame)
  await grid.sees('核过了')
  await grid.sees('18间')
  await grid.shot('houses-5-checked')
  await grid.leaves()
})

test('on his weekly round the head looks at every item, and what is bad is a hazard at once', async () => {
  const head = await come('温师傅')
  await head.visit('/packages/buildings/inspect/index?id=JX-023')
  await head.tap('记下这一遍')
  await head.sees('还差一项：灭火器在，没过期')
  const items = head.screen.getByRole('radiogroup', { name: /？/ })
  const many = await items.count()
  expect(many).toBeGreaterThan(3)
  for (let at = 0; at < many; at += 1)
    await items
      .nth(at)
      .getByRole('radio', { name: at === 1 ? '有问题' : '没问题' })
      .click()
  await head.tap('记下这一遍')
  await head.sees('记好了，1项有问题的已经报给网格员')
  await head.shot('houses-6-round')
  await head.leaves()
})

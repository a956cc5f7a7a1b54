import type { Browser } from 'playwright-core'
import { type App, startApp } from '../support/app'
import { openBrowser } from '../support/browser'
import { Visitor } from '../support/visitor'

jest.setTimeout(600_000)

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
const ROOM = '/packages/council/meeting/index?id=meeting.lamps'
/** Hands stay up for three minutes; nobody ends that earlier. */
const HANDS_UP = 200_000

test('from the last speaker to two signatures: the question is put, hands go up in three ways, the result is read out', async () => {
  const [chair, secretary, head] = [await come('温师傅'), await come('周国梁'), await come('曾大姐')]
  for (const one of [chair, secretary, head]) await one.visit(ROOM)

  await secretary.tap('签到码')
  const digits = secretary.screen.getByText(/^\d{6}$/).first()
  await digits.waitFor()
  await head.says('6个数', (await digits.textContent()) ?? '')
  await head.tap('签到')
  await head.sees(/^45栋 .*签到$/)
  await secretary.screen.getByRole('dialog').getByRole('button', { name: '知道了' }).click()

  // Whoever leads has no hand to raise; a head has one, and goes when he wants to.
  await chair.sees('主持')
  expect(await chair.button('举手').count()).toBe(0)
  await head.button('举手').waitFor()
  await head.tap('45栋离场')
  await head.sees('签到：45栋')
  await head.shot('meeting-left')

  // Three hands are up: each is heard, reminded of the rules, and stopped.
  for (let hands = 0; hands < 3; hands += 1) {
    await chair.tap(/^请\d+栋说$/)
    await chair.tap('提醒守规矩')
    await chair.sees('提醒过了')
    await chair.tap('停')
  }
  await chair.sees('没有人举手')
  await chair.tap('付表决')
  await head.sees('请举手')
  expect(
    await head.screen
      .getByRole('radiogroup', { name: '44栋' })
      .getByRole('radio')
      .evaluateAll((found) => found.map((one) => one.getAttribute('aria-label'))),
  ).toEqual(['44栋赞成', '44栋反对', '44栋弃权'])
  await head.screen.getByRole('radio', { name: '44栋反对' }).click()
  await head.answers('就这样投吗', '投出去')
  await head.sees('现在是“反对”')
  await chair.screen.getByRole('radio', { name: '23栋赞成' }).click()
  await chair.answers('就这样投吗', '投出去')
  await head.shot('meeting-hands')
  expect(await chair.button('宣布结果').count()).toBe(0)

  await chair.button('宣布结果').waitFor({ timeout: HANDS_UP })
  await chair.sees('参加的不够，没有定')
  await chair.shot('meeting-result')
  await chair.tap('宣布结果')
  await head.sees('桌上没有事')
  await chair.tap('散会')
  await chair.tap('会议记录')
  await secretary.visit('/packages/council/minutes/index?id=meeting.lamps')
  await secretary.tap('写记录')
  await secretary.says('记录', '路灯的事表决了，到的人够，举手的不够，下次再议。')
  await secretary.answers('写记录', '写记录')
  await secretary.sees('周国梁记的')
  for (const one of [chair, head]) {
    await one.visit('/packages/council/minutes/index?id=meeting.lamps')
    await one.tap('签字')
    await one.answers('签字', '签字')
  }
  await head.sees(/^温师傅，/)
  await head.sees(/^曾大姐，/)
  await head.shot('meeting-signed')
  for (const one of [chair, secretary, head]) await one.leaves()
})

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
const ROOM = '/packages/council/meeting/index?id=meeting.lamps'

/** The six digits as they stand on the secretary's phone. */
async function digitsOn(secretary: Visitor): Promise<string> {
  const shown = secretary.screen.getByText(/^\d{6}$/).first()
  await shown.waitFor()
  return (await shown.textContent()) ?? ''
}

test('three phones in one room: who signs in, raises a hand, is called and interrupts is on the others without reloading', async () => {
  const [chair, secretary, head] = [await come('温师傅'), await come('周国梁'), await come('曾大姐')]
  for (const one of [chair, secretary, head]) await one.visit(ROOM)
  await chair.sees('131')
  await chair.sees('栋到会，够数了')
  await chair.shot('meeting-chair')

  await secretary.tap('签到码')
  await secretary.shot('meeting-code')
  await head.says('6个数', '000000')
  await head.tap('签到')
  await head.sees('这个码过时了')
  // The refusal of a guessed code is the one thing the browser may complain about.
  expect(head.complaints.splice(0)).toEqual([expect.stringContaining('meetings.sign_in')])
  await head.says('6个数', await digitsOn(secretary))
  await head.tap('签到')
  await head.sees(/^44栋 .*签到$/)
  await head.sees(/^45栋 .*签到$/)
  // Nobody reloads anything.
  await chair.sees('133')
  await secretary.screen.getByRole('dialog').getByRole('button', { name: '知道了' }).click()
  await secretary.sees('133')

  await head.button('举手').click()
  const raise = head.screen.getByRole('dialog', { name: '您赞成还是反对' })
  await raise.getByRole('radio', { name: '反对' }).click()
  await head.answers('您赞成还是反对', '举手')
  await head.sees(/^您排第\d，/)
  await head.shot('meeting-head')
  await chair.sees('44栋')

  await chair.tap(/^请\d+栋说$/)
  await head.sees(/栋在说$/)
  await secretary.sees(/栋在说$/)
  await head.tap('规则问题')
  await head.says('说一句', '他说的不是路灯')
  await head.answers('哪里不合规矩', '提出来')
  await chair.sees('44栋提了规则问题')
  await secretary.sees('停表，先答规则问题')
  await chair.tap('怎么答')
  await chair.says('说明一句', '请说路灯')
  await chair.answers('怎么答', '定了')
  await head.sees('主持人说：有道理')
  await chair.shot('meeting-speaking')
  for (const one of [chair, secretary, head]) await one.leaves()
})

test('a phone without a network says so, keeps the hand that goes up, and sends it when the line is back', async () => {
  const head = await come('曾大姐')
  await head.visit(ROOM)
  await head.sees('排队发言')
  await head.context.setOffline(true)
  await head.sees('断开，正在重连')
  await head.sees(/^\d+秒前的$/)
  await head.button('举手').last().click()
  await head.answers('您赞成还是反对', '举手')
  await head.sees('举手还没送到，连上了自动送')
  await head.shot('meeting-lost')
  await head.context.setOffline(false)
  await head.sees(/^您排第\d，/)
  await head.screen.getByText('断开，正在重连').waitFor({ state: 'hidden' })
  await head.screen.getByText('举手还没送到，连上了自动送').waitFor({ state: 'hidden' })
  await head.context.close()
})

test('the question is put when enough have heard enough; hands go up in three ways, and the result is read out', async () => {
  const [chair, head] = [await come('温师傅'), await come('曾大姐')]
  for (const one of [chair, head]) await one.visit(ROOM)
  await chair.sees('主持')
  const { room } = await ask(app.address, 'meetings.live', { id: 'meeting.lamps' })
  expect(room?.floor?.vote).toBeNull()
  expect(await chair.button('付表决').count()).toBe(0)
  await head.button('我听够了，可以表决').first().click()
  await chair.sees(/^1栋说听够了，满\d+栋就表决$/)
  for (const one of [chair, head]) await one.leaves()
})

test('anybody reads the minutes of the last meeting: who came, how it came out, two signatures, what was wrong', async () => {
  const guest = await Visitor.open(browser, app.address)
  await guest.visit('/packages/council/list/index')
  await guest.tap(/^会议，/)
  await guest.sees('正在开会')
  await guest.sees('要开的会')
  await guest.shot('meeting-list')
  await guest.tap(/^第1次议事会，记录公布了/)
  await guest.sees('191栋里到了141栋，满128栋作数')
  await guest.sees('通过了')
  await guest.sees('主持人签字')
  await guest.sees('第1号：通报里的“本月”应为“下月”')
  await guest.shot('meeting-minutes')
  await guest.leaves()
})

test('the secretary plans a meeting; three days ahead is the least, and every head is told', async () => {
  const secretary = await come('周国梁')
  await secretary.visit('/packages/council/meetings/index?council=council.jinxing-20')
  await secretary.tap('定一次会')
  await secretary.says('在哪儿开', '23栋门口')
  await secretary.says('还要说的事', '垃圾房挪到哪里')
  await secretary.tap('定下来')
  await secretary.sees('还没通知')
  await secretary.tap('通知各栋')
  await secretary.sees(/开始$/)
  await secretary.shot('meeting-planned')
  await secretary.leaves()
  const head = await come('曾大姐')
  await head.visit('/pages/inbox/index')
  await head.sees(/^要开会了，/)
  await head.leaves()
})

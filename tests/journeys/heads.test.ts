import type { Browser } from 'playwright-core'
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

const BOARD = '/packages/street/board/index?grid=441302010.001.005'

test('everybody reads the notice board of a grid: eight seats, the empty one too, and who is posted', async () => {
  const guest = await Visitor.open(browser, app.address)
  await guest.visit(BOARD)
  await guest.sees('金兴街网格')
  await guest.sees('曾小云')
  expect(await guest.screen.getByRole('button', { name: /网格员曾小云打电话/ }).count()).toBe(1)
  // 邓春来 did not agree to have his phone posted.
  expect(await guest.screen.getByRole('button', { name: /邓春来打电话/ }).count()).toBe(0)
  await guest.sees(/77栋楼栋长/)
  await guest.sees('金兴街网格党群服务站')
  await guest.shot('heads-board')
  await guest.leaves()
})

test('the community writes a notice, a head passes it on, the community sees in how many houses it was', async () => {
  const community = await come('何晓燕')
  await community.visit('/packages/staff/notices/index')
  await community.sees(/191栋里\d+栋传到了/)
  await community.tap('写一则通知')
  await community.says('标题', '周日上午查水表')
  await community.says('要说的话', '请告诉每一户留人在家。')
  await community.answers('写一则通知', '发出去')
  await community.sees(/发给了\d+栋/)

  const head = await come('温师傅')
  await head.visit('/packages/staff/houses/index')
  await head.sees('23栋')
  await head.sees('周日上午查水表')
  await head.shot('heads-houses')
  await head.tap('看过了，传到户了，周日上午查水表')
  await head.screen.getByText('周日上午查水表').waitFor({ state: 'detached' })
  await head.leaves()

  await community.visit('/packages/staff/notices/index')
  await community.sees(/\d+栋里1栋传到了/)
  await community.leaves()
})

test('who stands in resigns; who is posted is not confirmed before the three days are over', async () => {
  const acting = await come('廖师傅')
  await acting.visit('/packages/staff/houses/index')
  await acting.tap(/任职和交接/)
  await acting.tap('辞任')
  await acting.says('为什么辞', '下个月搬走')
  await acting.answers('辞任', '辞任')
  await acting.sees('本人辞任')
  await acting.shot('heads-appointment')
  await acting.leaves()

  const community = await come('何晓燕')
  await community.visit('/packages/staff/heads/index')
  await community.sees(/栋没有楼栋长/)
  await community.shot('heads-list')
  await community.visit('/packages/staff/appointment/index?id=a.next-077')
  await community.tap('确认')
  await community.button('确认').click()
  await community.sees('还在公示')
  // The browser itself notes the refusal that was looked for.
  expect(community.complaints.splice(0).filter((one) => !one.includes('/rpc/heads.confirm'))).toEqual([])
  await community.leaves()
})

test('an office ends with a reason, and the board shows the seat empty', async () => {
  const street = await come('何晓燕')
  await street.visit('/packages/street/offices/index')
  await street.says('按姓名找', '邓春来')
  await street.shot('heads-offices')
  await street.tap(/免去，邓春来/)
  await street.says('为什么', '调到别的社区')
  await street.answers('免去邓春来的党员先锋队长？', '免去')
  await street.visit(BOARD)
  await street.sees('空着，已报街道')
  expect(await street.screen.getByText('邓春来').count()).toBe(0)
  await street.leaves()
})

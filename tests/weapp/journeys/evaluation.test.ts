import { card, monthWords } from '../../../src/client/texts/evaluation'
import { lastPeriodAt, periodBefore } from '../../../src/core/evaluation/period'
import type { App } from '../../support/app'
import { Phone, startServer } from '../phone'

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

const LAST = lastPeriodAt(Date.now())
const MINE = '/packages/evaluation/mine/index'
const BOARD = '/packages/evaluation/board/index?kind=head'

test('a head reads how his month was counted and by which events, and objects to one of them', async () => {
  await phone.signsInAsDemo('head.023')
  await phone.go(MINE)
  await phone.tap(new RegExp(`^23栋，${monthWords(LAST)}`))
  await phone.sees('替楼栋投了票')
  await phone.sees(/做到\d+，应做\d+/)
  await phone.shot('50-score-card')
  await phone.tap(/^替楼栋投了票，依据\d+件/)
  await phone.sees(/一次表决/)
  await phone.tap('关上')
  await phone.tap(/^每周巡查，依据\d件/)
  await phone.sees('这一周没有巡查记录')
  await phone.shot('51-score-events')
  await phone.tap(/^这一件不对，这一周没有巡查记录/)
  await phone.writes('#appeal-words', '那一周星期三巡过，手机没信号没记上')
  await phone.answers(card.appealTitle, card.appeal)
  await phone.sees('等答复')
  expect(await phone.button(/^答复，/)).toBeUndefined()
})

test('somebody else answers, and the head reads the second edition', async () => {
  await phone.signsInAsDemo('community.staff')
  await phone.go(BOARD)
  await phone.tap(/^23栋，温师傅/)
  await phone.tap('答复，每周巡查')
  await phone.tap('算做到了')
  await phone.writes('#answer-note', '网格员那天见过他，算巡过')
  await phone.answers(card.answerTitle, card.answer)
  await phone.sees('第2版')
  await phone.signsInAsDemo('head.023')
  await phone.go(MINE)
  await phone.tap(new RegExp(`^23栋，${monthWords(LAST)}`))
  await phone.sees('算做到了，网格员那天见过他，算巡过')
  await phone.shot('52-score-second-edition')
})

test('the community confirms and publishes, and the list is there for everybody', async () => {
  await phone.signsInAsDemo('community.staff')
  await phone.go(BOARD)
  await phone.tap(monthWords(periodBefore(LAST)))
  await phone.sees('核对期满、没有申诉的3张')
  await phone.tap('确认这些')
  await phone.sees('办了3张')
  await phone.tap('公布确认了的')
  await phone.sees('核对期满、没有申诉的0张')
  await phone.signsInAsDemo('resident.li')
  await phone.go('/packages/evaluation/list/index?kind=head&grid=441302010.001.005')
  await phone.sees('一共190个')
  await phone.sees(/5颗星，\d+个/)
  await phone.shot('53-score-list')
})

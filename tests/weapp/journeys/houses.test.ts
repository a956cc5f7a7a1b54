import { hazard as hazards, house } from '../../../src/client/texts/buildings'
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

const HOUSE = '/packages/buildings/house/index?id=JX-023'
const HAZARDS = '/packages/buildings/hazards/index?buildingId=JX-023'
const CRACK = '三楼楼梯口的墙裂了一道缝'

async function photographs(): Promise<void> {
  await phone.willChoosePhoto('#775555')
  await phone.tap(/加照片/)
  await phone.sees('再拍一张')
}

/** A step on the hazard by somebody who holds this phone now. */
async function steps(persona: string, step: string, choice?: string): Promise<void> {
  await phone.signsInAsDemo(persona)
  await phone.go(HAZARDS)
  await phone.tap(/23栋，墙体结构/)
  await phone.sees(CRACK)
  await phone.tap(step)
  if (choice) await phone.tap(choice)
  await phone.writes('#step-note', '到现场看过了')
  if (step === hazards.steps.finish) await photographs()
  await phone.answers(step, hazards.send)
}

test('a danger that a tenant tells of is graded, mended and looked at again, each by another', async () => {
  await phone.signsInAsDemo('resident.li')
  await phone.go(HOUSE)
  await phone.sees('楼栋长温师傅')
  await phone.tap(house.report)
  await phone.writes('#hazard-words', CRACK)
  await phone.tap('墙体结构')
  await photographs()
  await phone.shot('30-danger')
  await phone.answers(hazards.report.title, hazards.report.send)
  await phone.sees(hazards.report.done)

  await steps('community.staff', hazards.steps.grade, 'B级，基本安全')
  await phone.sees('何晓燕定为B级，基本安全')
  await steps('staff.grid', hazards.steps.rectify, '修好')
  await phone.sees('曾小云定的整改：修好')
  await steps('head.023', hazards.steps.finish)
  await phone.sees('温师傅说整改好了')
  await phone.shot('31-mended')
  await steps('community.staff', hazards.steps.review, '好了，A级')
  await phone.sees('何晓燕复核通过')
})

test('the head passes a notice on and walks his weekly round', async () => {
  await phone.signsInAsDemo('head.023')
  await phone.go('/packages/staff/houses/index')
  await phone.sees('23栋')
  await phone.tap(/^看过了，传到户了/)
  await phone.sees(/传通知\s*没有等您的/)
  await phone.go('/packages/buildings/inspect/index?id=JX-023')
  await phone.tap('记下这一遍')
  await phone.sees('还差一项：灭火器在，没过期')
  for (const group of await (await phone.page()).$$('[aria-role="radiogroup"]')) {
    const fine = await group.$('[aria-role="radio"][aria-label="没问题"]')
    await fine?.tap()
  }
  await phone.tap('记下这一遍')
  await phone.sees('记好了')
  await phone.shot('32-round')
})

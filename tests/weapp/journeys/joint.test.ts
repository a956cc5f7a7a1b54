import { joint as words } from '../../../src/client/texts/joint'
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

const JOINT = '/packages/street/joint/index?grid=441302010.001.005'
const SUBJECT = '后巷的旧沙发一次清走，再堆有人管'

/** One party signs, on the phone that is at hand. */
async function signs(persona: string, party: string, after: string): Promise<void> {
  await phone.signsInAsDemo(persona)
  await phone.go(JOINT)
  await phone.tap(new RegExp(SUBJECT))
  await phone.tap(words.sign(party))
  await phone.answers(words.sign(party), words.sign(party))
  await phone.sees(after)
}

test('the community opens a matter, three parties sign, and the third signature closes it', async () => {
  await phone.signsInAsDemo('community.staff')
  await phone.go(JOINT)
  await phone.sees('20号小区集中充电棚：选址、装棚、管起来')
  await phone.tap(words.open)
  await phone.tap('金兴街20号小区')
  await phone.writes('#joint-subject', SUBJECT)
  await phone.writes('#joint-party_committee', '请党员志愿者周六来搬')
  await phone.writes('#joint-residents_committee', '叫两辆车，联系环卫站')
  await phone.writes('#joint-owners', '每栋贴一张告示')
  await phone.shot('54-joint-open')
  await phone.answers(words.openTitle, words.send)
  await phone.sees('3方签了0方')

  await signs('secretary', '社区党委', '3方签了1方')
  await signs('captain.vol', '居委会', '3方签了2方')
  await signs('head.023', '楼栋长议事会', words.closed)
  await phone.shot('55-joint-closed')
})

test('a party that is not content returns it, and all three sign anew', async () => {
  await phone.signsInAsDemo('captain.vol')
  await phone.go('/packages/street/joint-matter/index?id=jm.jinxing-charging')
  await phone.tap(words.returnIt('居委会'))
  await phone.writes('#joint-words', '消防还没有来看过')
  await phone.answers(words.returnIt('居委会'), words.returnIt('居委会'))
  await phone.sees('3方签了0方')
  await phone.sees('消防还没有来看过')
})

test('the street draws a piece’s boundary: a tap puts corners down, another puts a line around the houses', async () => {
  await phone.signsInAsDemo('street.admin')
  await phone.go('/packages/street/boundary/index?grid=441302010.001.005.01')
  await phone.tap('划边界')
  await phone.tap('从头点')
  const map = await (await phone.page()).$('#grid-map')
  await map?.tap()
  await phone.tap('按楼栋围一圈')
  await phone.sees('一栋也没落下')
  await phone.shot('56-boundary')
  await phone.tap('就按这个划')
  await phone.sees('虚线是金兴街网格的边界。')
  await phone.shot('57-boundary-drawn')
})

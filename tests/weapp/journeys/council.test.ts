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

test('a head votes for his house in WeChat and has his receipt', async () => {
  await phone.signsInAsDemo('head.023')
  await phone.go('/packages/council/list/index')
  await phone.tap('去投票')
  await phone.sees('您代表23栋')
  await phone.tap('23栋赞成')
  await phone.shot('40-ballot')
  await phone.tap('23栋投“赞成”')
  await phone.tap('投出去')
  await phone.sees('投好了')
  await phone.shot('41-receipt')
  await phone.go('/packages/council/list/index')
  await phone.sees('我的回执')
  await phone.sees(/23栋，回执号[0-9A-Z]{4}-[0-9A-Z]{4}/)
})

test('a result is counted again on the phone, without BigInt and without the network’s word for it', async () => {
  await phone.go('/packages/council/check/index?poll=poll.elders')
  await phone.sees('没有问题')
  await phone.sees('191栋的名册，138张票，从头数了一遍，和公布的一样')
  await phone.shot('42-check')
})

test('what was decided is followed on the phone to its account and its signatures', async () => {
  await phone.go('/packages/council/project/index?id=project.plates')
  await phone.sees('2栋说做好了，满3栋通过')
  await phone.sees('收1440元，支1425元，还剩15元')
  await phone.shot('43-project')
})

test('who stands for an office is read in WeChat, and how an election came out is counted again there', async () => {
  await phone.go('/packages/elections/election/index?id=motion.lookers')
  await phone.sees('推选成员，2个名额')
  await phone.sees('我开小店，天天记账，少一块钱都找得出来。')
  await phone.tap('23栋楼栋长参选')
  await phone.sees('您的打算')
  await phone.shot('44-election')
  await phone.go('/packages/council/motion/index?id=motion.chair')
  await phone.sees('81票')
  await phone.tap('验票')
  await phone.sees('没有问题')
  await phone.shot('45-election-check')
})

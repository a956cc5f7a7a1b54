import type { App } from '../../support/app'
import { ask } from '../../support/asking'
import { Phone, startServer, until } from '../phone'

let app: App
const phones: Phone[] = []

/** A phone in the room, in the hands of somebody of the demo data. */
async function come(persona: string): Promise<Phone> {
  const phone = await Phone.open(app)
  phones.push(phone)
  await phone.isOn('pages/home/index')
  await phone.tap('就这样')
  await phone.signsInAsDemo(persona)
  await phone.go('/packages/council/meeting/index?id=meeting.lamps')
  return phone
}

beforeAll(async () => {
  app = await startServer()
})

afterAll(async () => {
  for (const phone of phones) await phone.close()
  await app?.stop()
})

test('chair, secretary and head see one room on three phones; one scans the code, loses its line and comes back, and all vote by hand', async () => {
  const chair = await come('head.023')
  const secretary = await come('secretary')
  const head = await come('head.two')
  await chair.sees('131栋到会，够数了')
  await secretary.tap('签到码')
  await secretary.sees('扫不了的，念这6个数给他')
  await secretary.shot('43-meeting-code')
  const { token } = await ask(app.address, 'people.signInAs', { persona: 'secretary' })
  const { digits } = await ask(app.address, 'meetings.code', { id: 'meeting.lamps' }, token)
  await head.program.mockWxMethod('scanCode', { result: digits, errMsg: 'scanCode:ok' })
  await head.tap('扫一扫签到')
  await head.sees(/44栋 .*签到/)
  await chair.sees('133栋到会，够数了')

  await head.program.mockWxMethod(
    'request',
    `function (options) {
    setTimeout(function () { options.fail({ errMsg: 'request:fail' }) }, 10)
    return { abort: function () {}, onHeadersReceived: function () {} }
  }`,
  )
  await head.sees('断开，正在重连')
  await head.shot('44-meeting-lost')
  await head.program.restoreWxMethod('request')
  await until('the line to be back', async () => !(await head.text()).includes('断开，正在重连'))

  await chair.tap(/^请\d+栋说$/)
  await head.sees(/栋在说/)
  await secretary.tap('知道了')
  await secretary.sees(/栋在说/)
  await chair.shot('45-meeting-chair')

  // Everybody whose hand is up is heard: then the question is put, and hands go up on the phones.
  const reminded = async () => {
    await chair.tap('提醒守规矩')
    await chair.sees('提醒过了')
    await chair.tap('停')
  }
  await reminded()
  for (let hands = 1; hands < 3; hands += 1) {
    await chair.tap(/^请\d+栋说$/)
    await reminded()
  }
  await chair.sees('没有人举手')
  await chair.tap('付表决')
  await head.sees('请举手')
  await head.tap('44栋反对')
  await head.answers('就这样投吗', '投出去')
  await head.sees('现在是“反对”')
  await head.shot('46-meeting-hands')
  await chair.tap('23栋赞成')
  await chair.answers('就这样投吗', '投出去')
  await chair.sees('现在是“赞成”')
  // Nobody reads out a result while hands may still go up.
  expect(await chair.button('宣布结果')).toBeUndefined()
  for (const phone of phones) expect(phone.complaints.splice(0)).toEqual([])
})

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

test('chair, secretary and head see one room on three phones; one scans the code, loses its line and comes back', async () => {
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
  for (const phone of phones) expect(phone.complaints.splice(0)).toEqual([])
})

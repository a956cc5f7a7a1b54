import { plateCode } from '../../../src/server/seeds/estate'
import type { App } from '../../support/app'
import { onHost } from '../on-host'
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

const PAGE = 'packages/entry/arrive/index'
const scene = (text: string) => encodeURIComponent(text)
const CODE = plateCode('JX-023')

test('the code at the door of a house opens the house, and the report begins there', async () => {
  await phone.go(`/${PAGE}?scene=${scene(`b=${CODE}`)}`)
  await phone.sees('这里是23栋')
  await phone.shot('22-arrive')
  await phone.tap('反映这里的事')
  await phone.isOn('pages/report/index')
  await phone.tap('路灯')
  await phone.sees('23栋门前')
})

test('scanned while the app lies in the background, it opens the same', async () => {
  await onHost(phone).hide()
  await onHost(phone).show({ path: PAGE, query: { scene: scene(`b=${CODE}`) }, scene: 1047 })
  await phone.isOn(PAGE)
  await phone.tap('看看这栋的事')
  await phone.isOn('pages/concerns/index')
  await phone.sees('23栋')
})

test('a code of somebody else leads nowhere, in words', async () => {
  for (const text of ['b=NOBODYS', 'x=1']) {
    await phone.go(`/${PAGE}?scene=${scene(text)}`)
    await phone.sees('这个码认不得')
  }
  // The code of a task leads on at once: nobody sees the page it arrives at.
  await phone.program.callWxMethod('reLaunch', { url: `/${PAGE}?scene=${scene('t=task')}` })
  await phone.sees('这一条不在了')
})

test('staff open the code of a house on the workbench', async () => {
  await phone.signsInAsDemo('community.staff')
  await phone.go('/packages/staff/queue/index')
  await phone.tap('楼栋码')
  await phone.tap(/^23栋/)
  await phone.sees('放大，长按能存')
  await phone.shot('23-code')
  await phone.tap('放大，长按能存')
})

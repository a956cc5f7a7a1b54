import type { App } from '../../support/app'
import { onHost } from '../on-host'
import { Phone, startServer } from '../phone'

// DevTools cannot be told to forget an agreement.
const host = process.env.WEAPP_WS ? describe.skip : describe

host('somebody who has not agreed to anything yet', () => {
  let app: App
  let phone: Phone

  beforeAll(async () => {
    app = await startServer()
    phone = await Phone.open(app)
    await phone.signsInAs('mei')
    await phone.tap('路灯')
    await phone.tap('这段没装')
    await phone.tap(/^23栋/)
    await phone.willChoosePhoto('#1b2430')
  })
  afterAll(async () => {
    await phone?.close()
    await app?.stop()
  })
  beforeEach(() => onHost(phone).privacy({ needed: true }))
  afterEach(() => expect(phone.complaints.splice(0)).toEqual([]))

  test('is asked when the first photo is wanted, and after 同意 the photo is there', async () => {
    await phone.tap(/加照片/)
    await phone.sees('要看您选的照片')
    await phone.shot('17-privacy')
    await phone.answers('要看您选的照片', '同意')
    await phone.sees('再拍一张')
  })

  test('says 先不, and is told at the next photo how it goes without', async () => {
    await phone.tap(/加照片/)
    await phone.answers('要看您选的照片', '先不')
    await phone.tap(/加照片/)
    await phone.sees('刚才您没同意')
    await phone.answers('要看您选的照片', '知道了')
  })
})

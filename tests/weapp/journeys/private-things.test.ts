import { plateCode } from '../../../src/server/seeds/estate'
import type { App } from '../../support/app'
import { ask, tokenOf } from '../../support/asking'
import { phoneCode } from '../code-exchange'
import { onHost } from '../on-host'
import { Phone, startServer, until } from '../phone'

let app: App
let phone: Phone

beforeAll(async () => {
  app = await startServer()
  phone = await Phone.open(app)
  await phone.isOn('pages/home/index')
  await phone.tap('就这样')
  await phone.signsInAs('fang')
})

afterAll(async () => {
  await phone?.close()
  await app?.stop()
})

afterEach(() => {
  expect(phone.complaints.splice(0)).toEqual([])
})

const begins = async (kind: string) => {
  await phone.go('/pages/report/index')
  await phone.tap('路灯')
  await phone.tap(kind)
}
const isGone = (words: string) => until(`${words} to go`, async () => !(await phone.text()).includes(words))
/** The phone's own answer to one of WeChat's questions. */
const answers = (method: string, answer: object) => phone.program.mockWxMethod(method, answer)
const says = (method: string, no: string) =>
  phone.program.mockWxMethod(method, `function () { throw new Error(${JSON.stringify(no)}) }`)

test('photos: asked at the first use, refused without loss, left in peace for ten seconds, agreed to later', async () => {
  await onHost(phone).privacy({ needed: true })
  await phone.willChoosePhoto('#1b2430')
  await begins('不亮了')
  await phone.tap(/加照片/)
  await phone.sees('要看您选的照片')
  await phone.shot('20-privacy')
  await phone.tap('先不')
  await isGone('要看您选的照片')

  await phone.tap(/加照片/)
  await phone.sees('没有照片也能交')
  await phone.tap('知道了')
  await isGone('没有照片也能交')
  await until('to be asked again', async () => {
    await phone.tap(/加照片/)
    if (await phone.button('同意')) return true
    await phone.tap('知道了')
    await isGone('没有照片也能交')
    return false
  })
  await phone.tap('同意')
  await phone.sees('再拍一张')
})

test('a phone from WeChat takes one tap, and is known as verified', async () => {
  await begins('这段没装')
  await phone.tap(/^23栋/)
  await phone.sees('23栋门前')
  await phone.tap('交给网格员')
  await phone.sees('留个电话，好联系您')
  await phone.tap('用微信里的手机号')
  await phone.sees('也可以自己写')
  await onHost(phone).buttons({
    getPhoneNumber: { code: phoneCode('13800138001'), errMsg: 'getPhoneNumber:ok' },
  })
  await phone.tap('用微信里的手机号')
  await phone.sees('收到了')
  await phone.go('/pages/me/index', 'switchTab')
  await phone.sees('138****8001，微信核对过')
})

test('a quota that WeChat has used up leaves the number to be written', async () => {
  await onHost(phone).buttons({
    getPhoneNumber: { errMsg: 'getPhoneNumber:fail jsapi has no permission', errno: 1_400_001 },
  })
  await phone.tap(/^手机号/)
  await phone.tap('用微信里的手机号')
  await phone.sees('自己写一个也行')
  await phone.writes('#phone', '13800138002')
  await phone.answers('留个电话，好联系您', '就用这个号')
  await phone.sees('138****8002')
  expect(await phone.text()).not.toContain('微信核对过')
})

test('a place on the map: turned back, switched off, and chosen; the grid is found by the nearest house', async () => {
  await begins('不亮了')
  await phone.tap('说个地方')
  await says('chooseLocation', 'cancel')
  await phone.tap('在地图上点')
  await says('chooseLocation', 'auth deny')
  await phone.tap('在地图上点')
  await phone.sees('地图没打开')
  await phone.tap('打开设置')
  await isGone('地图没打开')

  await answers('chooseLocation', {
    latitude: 23.1699,
    longitude: 114.4203,
    name: '榕树头',
    address: '金兴街20号小区',
  })
  await phone.tap('在地图上点')
  await phone.sees('地图上点好了')
  await phone.tap('交给网格员')
  await phone.sees('收到了')
  await phone.tap('看看走到哪儿了')
  await phone.sees('榕树头')
  const { id } = (await phone.page()).query as { id: string }
  const kept = await ask(app.address, 'concerns.get', { id }, await tokenOf(app.address, 'grid.head'))
  expect(kept.place.point).toEqual({ latE6: 23_169_900, lngE6: 114_420_300 })
  expect(kept.gridNames.map(({ name }) => name)).toContain('金兴街网格')
})

test('a plate: turned back, unknown, and found', async () => {
  await begins('不亮了')
  await phone.tap('扫门牌')
  await phone.tap('扫一扫门牌')
  await answers('scanCode', { result: 'https://elsewhere.example/?b=nothing' })
  await phone.tap('扫一扫门牌')
  await phone.sees('没找到这块牌')
  await answers('scanCode', { result: `https://plates.example/?b=${plateCode('JX-023')}` })
  await phone.tap('扫一扫门牌')
  await phone.sees('23栋门前')
  await says('scanCode', 'auth deny')
  await phone.tap('扫一扫门牌')
  await phone.sees('相机没打开')
  await phone.tap('知道了')
})

test('a face and a name: chosen, shown, and taken back', async () => {
  await phone.go('/pages/me/index', 'switchTab')
  await phone.tap('改名字和头像')
  await phone.isOn('packages/entry/face/index')
  await phone.shot('21-face')
  await phone.writes('#face-name', '老方')
  await phone.tap('就用这个')
  await phone.isOn('pages/me/index')
  await phone.sees('老方')
  await phone.tap('改名字和头像')
  await phone.tap('恢复匿名名字')
  await phone.isOn('pages/me/index')
  await phone.sees(/小金口居民·\w+/)
})

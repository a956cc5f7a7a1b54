import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { App } from '../../support/app'
import { ask, tokenOf } from '../../support/asking'
import { onHost } from '../on-host'
import { DIST, Phone, startServer } from '../phone'

let app: App
let phone: Phone
let open: { id: string; title: string }
let secret: { id: string; title: string }

beforeAll(async () => {
  app = await startServer()
  const [first] = (await ask(app.address, 'concerns.list', {})).items
  if (!first) throw new Error('the demo data has an open matter')
  open = first
  const li = await tokenOf(app.address, 'resident.li')
  const title = '邻居老人没人照看'
  const sent = await ask(
    app.address,
    'concerns.submit',
    {
      category: 'HARDSHIP',
      title,
      detail: '独居，三天没出门了',
      place: { buildingId: 'JX-023', point: null, words: '' },
      anonymous: false,
      channel: 'app',
      photoIds: [],
    },
    li,
  )
  secret = { id: sent.id, title }
  phone = await Phone.open(app)
  await phone.isOn('pages/home/index')
  await phone.tap('就这样')
})

afterAll(async () => {
  await phone?.close()
  await app?.stop()
})

const opens = async (id: string) => {
  await phone.go(`/packages/concern/detail/index?id=${id}`)
  await phone.settles()
}
const NEUTRAL = {
  title: '楼栋议事，小区的事一起办',
  path: '/pages/home/index',
  imageUrl: '/assets/share.png',
}

test('a public matter is passed on with its title, its address and a picture of our own', async () => {
  await opens(open.id)
  await phone.sees('现在归谁管')
  expect(await onHost(phone).share()).toEqual({
    title: open.title,
    path: `/packages/concern/detail/index?id=${open.id}`,
    imageUrl: '/assets/share.png',
  })
})

test('the picture is in the main package and small', () => {
  expect(readFileSync(path.join(DIST, 'assets/share.png')).length).toBeLessThan(20_000)
})

test('whoever opens a card of a matter that is not for him reads the same as of one that never was', async () => {
  await opens(secret.id)
  const told = await phone.text()
  expect(told).toContain('这一条不在了')
  await opens('never-was')
  expect(await phone.text()).toBe(told)
})

test('a private matter offers no sharing; a finger that is quicker passes on nothing of it', async () => {
  await phone.signsInAsDemo('resident.li')
  await opens(secret.id)
  await phone.sees(secret.title)
  await expect(onHost(phone).share()).rejects.toThrow('does not offer sharing')
  expect(await (await phone.page()).callMethod('onShareAppMessage', { from: 'menu' })).toEqual(NEUTRAL)
})

test.each(['/pages/home/index', '/pages/me/index', '/packages/concern/mine/index'])(
  '%s is not passed on',
  async (page) => {
    await phone.go(page)
    await expect(onHost(phone).share()).rejects.toThrow('does not offer sharing')
  },
)

test('no page is offered to the moments', () => {
  expect(readFileSync(path.join(DIST, 'app.json'), 'utf8')).not.toContain('shareTimeline')
})

import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { App } from '../../support/app'
import { until } from '../../support/until'
import { type AppConfig, pagesOf } from '../host/contents'
import { DIST, Phone, startServer } from '../phone'
import { compilersRunHere, openWechatsRendering } from '../wechats-compilers'

const config: AppConfig = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8'))

/** Only the host tells its tree, and only where WeChat's compilers run. */
const wechat = compilersRunHere && !process.env.WEAPP_WS ? openWechatsRendering() : undefined

let app: App
let phone: Phone

beforeAll(async () => {
  app = await startServer()
  phone = await Phone.open(app)
})

afterAll(async () => {
  await phone?.close()
  await app?.stop()
})

async function opensWithoutComplaint(page: string): Promise<void> {
  await phone.go(`/${page}`)
  await phone.sees(/./)
  await phone.settles()
  if (wechat) await showsWhatWechatShows(page, wechat)
  expect(phone.complaints.splice(0)).toEqual([])
}

/**
 * The host must render the page's data as WeChat's own compiler does: it would otherwise test another app. What an answer
 * changes between the two looks is looked at again.
 */
async function showsWhatWechatShows(page: string, render: NonNullable<typeof wechat>): Promise<void> {
  const look = async () => {
    const data = (await (await phone.page()).data()) as object
    const shown: unknown = await phone.program.callWxMethod('hostTree')
    return { shown, wanted: render(page, data) }
  }
  const { shown, wanted } = await until(
    look,
    (seen) => JSON.stringify(seen.shown) === JSON.stringify(seen.wanted),
    10_000,
  )
  expect(shown).toEqual(wanted)
}

test.each(pagesOf(config))('a guest opens %s without a complaint', opensWithoutComplaint)

describe('signed in, in 长辈版', () => {
  beforeAll(async () => {
    await phone.signsInAs('mei')
    await phone.tap('长辈版')
  })

  test.each(pagesOf(config))('somebody opens %s without a complaint', opensWithoutComplaint)
})

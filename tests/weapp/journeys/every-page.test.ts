import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { App } from '../../support/app'
import { type AppConfig, pagesOf } from '../host/contents'
import { DIST, Phone, startServer } from '../phone'

jest.setTimeout(240_000)

const config: AppConfig = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8'))

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
  expect(phone.complaints.splice(0)).toEqual([])
}

test.each(pagesOf(config))('a guest opens %s without a complaint', opensWithoutComplaint)

describe('signed in, in 长辈版', () => {
  beforeAll(async () => {
    await phone.signsInAs('mei')
    await phone.tap('长辈版')
  })

  test.each(pagesOf(config))('somebody opens %s without a complaint', opensWithoutComplaint)
})

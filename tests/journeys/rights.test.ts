import type { Browser } from 'playwright-core'
import { children } from '../../src/client/texts/guardians'
import { rights } from '../../src/client/texts/rights'
import { GONE_NAME } from '../../src/core/people/closing'
import { openDatabase } from '../../src/server/storage/database'
import { type RestingApp, startApp } from '../support/app'
import { ask } from '../support/asking'
import { openBrowser } from '../support/browser'
import { until } from '../support/until'
import { Visitor } from '../support/visitor'

jest.setTimeout(420_000)

let app: RestingApp
let browser: Browser

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const come = (persona: string): Promise<Visitor> => Visitor.as(browser, app.address, persona)
const PLACE = rights.consents.purposes.place.title

test('a consent is given and taken back with one tap each, and both stand in the history', async () => {
  const phone = await come('李先生')
  await phone.visit('/packages/privacy/consents/index')
  const flip = (state: string) => phone.tap(`${PLACE}，${state}`)
  await flip(rights.consents.states.unasked)
  await flip(rights.consents.states.given)
  await phone.button(`${PLACE}，${rights.consents.states.withdrawn}`).waitFor()
  await phone.sees(`${rights.consents.line(true)}：${PLACE}`)
  await phone.sees(`${rights.consents.line(false)}：${PLACE}`)
  await phone.shot('rights-1-consents')
  await phone.leaves()
})

test('what somebody cannot set right himself is asked for, answered by the grid, and read', async () => {
  const phone = await come('李先生')
  await phone.visit('/packages/privacy/corrections/index')
  await phone.tap(rights.corrections.ask)
  await phone.tap(rights.corrections.kinds.matter)
  await phone.says(rights.corrections.words, '路灯是10月坏的，记成了11月')
  await phone.shot('rights-2-ask')
  await phone.tap(rights.corrections.send)
  await phone.sees(/等答复/)

  const grid = await come('曾小云')
  await grid.visit('/packages/staff/corrections/index')
  await grid.sees('路灯是10月坏的，记成了11月')
  await grid.shot('rights-3-waiting')
  await grid.screen
    .getByRole('button', { name: `${rights.answering.answer}，李先生` })
    .last()
    .click()
  await grid.says(rights.answering.words, '查了照片，改成10月了')
  await grid.answers(rights.corrections.kinds.matter, rights.answering.corrected)
  await grid.leaves()

  await phone.visit('/packages/privacy/corrections/index')
  await phone.sees(rights.corrections.done('查了照片，改成10月了'))
  await phone.shot('rights-4-answered')
  await phone.leaves()
})

test('a father registers a child, reports for him, and takes back what he agreed to', async () => {
  const phone = await come('李先生')
  await phone.visit('/packages/privacy/hub/index')
  await phone.tap(new RegExp(children.title))
  await phone.sees('小禾')
  await phone.shot('rights-5-children')
  await phone.tap(children.register)
  await phone.says(children.name, '小豆')
  await phone.says('哪一年', String(new Date().getFullYear() - 6))
  await phone.says('哪一月', '5')
  await phone.tap(new RegExp(`^${children.purposes.report.title}`))
  await phone.shot('rights-6-register')
  await phone.answers(children.register, children.send)
  await phone.sees('小豆')

  await phone.tap(children.reportFor('小豆'))
  await phone.tap('路灯')
  await phone.button(new RegExp(`^${children.reportFor('小豆')}`)).waitFor()
  await phone.shot('rights-7-report-for')
  await phone.tap('交给网格员')
  await phone.sees(/交给|收到/)
  await phone.visit('/packages/privacy/children/index')
  await phone.sees(children.matters(1))

  await phone.tap(`${children.remove}，小豆`)
  await phone.answers(children.removeSure('小豆'), children.remove)
  await phone.screen.getByText('小豆').first().waitFor({ state: 'detached' })
  await phone.leaves()
})

test('seven days after he asked for it he is gone: his matter lives on, and nobody is behind it', async () => {
  const { token } = await ask(app.address, 'people.signInAs', { persona: 'resident.li' })
  const { items } = await ask(app.address, 'concerns.mine', {}, token)
  const matter = items.find(({ visibility, mine }) => mine && visibility === 'public')
  if (!matter) throw new Error('李先生 has no public matter of his own')
  const phone = await come('李先生')
  await phone.visit('/packages/privacy/closing/index')
  await phone.tap(rights.closing.ask)
  await phone.answers(rights.closing.sure.title, rights.closing.sure.yes)
  await phone.sees(rights.closing.runningHelp)
  await phone.shot('rights-8-closing')
  await phone.leaves()

  app = await app.rest(async (folder) => {
    const store = await openDatabase({ databaseUrl: null, databasePool: 1, dataFolder: folder })
    await store.db
      .updateTable('account_closings')
      .set({ asked_at: 1, erase_at: 2 })
      .where('ended_at', 'is', null)
      .execute()
    await store.close()
  })
  const me = () => ask(app.address, 'people.personas', {})
  await until(me, ({ personas }) => personas.every(({ id }) => id !== 'resident.li'))

  const grid = await come('曾小云')
  await grid.visit(`/packages/concern/detail/index?id=${matter.id}`)
  await grid.sees(matter.title)
  await grid.sees(new RegExp(GONE_NAME))
  await grid.shot('rights-9-tombstone')
  await grid.leaves()
})
